//! The page's icons, drawn on a square of 24 units. Each only repeats the text beside it.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IconName {
    Play,
    OpenExternal,
    Settings,
    Link,
    Copy,
    Refresh,
    Download,
    Code,
    Help,
    Close,
    Previous,
    Next,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Play => "M8 5v14l11-7z",
            Self::OpenExternal => {
                "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5"
            }
            Self::Settings => "M4 7h9M17 7h3M4 17h3M11 17h9M15 4v6M9 14v6",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17"
            }
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Refresh => "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
            Self::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Self::Code => "M9 7l-5 5 5 5M15 7l5 5-5 5",
            Self::Help => {
                "M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2M12 17.5v.5M12 3a9 9 0 1 0 .1 0z"
            }
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Previous => "M14 6l-6 6 6 6",
            Self::Next => "M10 6l6 6-6 6",
        }
    }
}

/// An icon in the current colour.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=name.path()></path>
        </svg>
    }
}
