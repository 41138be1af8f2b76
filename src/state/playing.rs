//! Which video plays: one at a time.

use leptos::prelude::*;

use crate::domain::ids::VideoId;

/// The video whose player is open.
#[derive(Clone, Copy, Default)]
pub struct Playing(RwSignal<Option<VideoId>>);

impl Playing {
    /// Whether this video's player is open.
    pub fn is(self, id: VideoId) -> Memo<bool> {
        Memo::new(move |_| self.0.get() == Some(id))
    }

    /// Whether any player is open.
    pub fn is_any(self) -> bool {
        self.0.with(Option::is_some)
    }

    /// Opens a video's player and closes any other.
    pub fn start(self, id: VideoId) {
        self.0.set(Some(id));
    }

    pub fn stop(self) {
        self.0.set(None);
    }

    /// Opens a video's player, or closes it.
    pub fn toggle(self, id: VideoId) {
        self.0
            .update(|playing| *playing = (*playing != Some(id)).then_some(id));
    }
}
