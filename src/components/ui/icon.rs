//! Owns: the page's few icons, as paths of a 24-unit square. Refuses: meaning; beside each stands a text.

use crate::components::tag::{Tag, svg};

/// The outlines, drawn with the current colour.
pub mod shape {
    pub const PLAY: &str = "M8 5v14l11-7z";
    pub const OUT: &str =
        "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5";
    pub const GEAR: &str = "M4 7h9M17 7h3M4 17h3M11 17h9M15 4v6M9 14v6";
    pub const LINK: &str = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17";
    pub const REFRESH: &str = "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6";
    pub const DOWNLOAD: &str = "M12 4v11M7 11l5 5 5-5M5 20h14";
    pub const CODE: &str = "M9 7l-5 5 5 5M15 7l5 5-5 5";
    pub const HELP: &str =
        "M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2M12 17.5v.5M12 3a9 9 0 1 0 .1 0z";
    pub const CLOSE: &str = "M6 6l12 12M18 6L6 18";
    pub const BACK: &str = "M14 6l-6 6 6 6";
    pub const FORTH: &str = "M10 6l6 6-6 6";
}

/// An icon that only repeats what the text beside it says.
pub fn icon(path: &str) -> Tag {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .with(svg("path").attr("d", path))
}
