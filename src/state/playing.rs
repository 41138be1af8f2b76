//! Owns: which clip plays, so that it is one at a time. Refuses: how it plays.

use leptos::prelude::*;

use crate::domain::video_id::VideoId;

/// The video whose player is open.
#[derive(Clone, Copy)]
pub struct Playing(RwSignal<Option<VideoId>>);

impl Playing {
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Whether it is this one; changes only when that does.
    pub fn is(self, id: VideoId) -> Memo<bool> {
        Memo::new(move |_| self.0.get() == Some(id))
    }

    /// Opens this one's player, and so closes any other.
    pub fn start(self, id: VideoId) {
        self.0.set(Some(id));
    }

    pub fn stop(self) {
        self.0.set(None);
    }
}
