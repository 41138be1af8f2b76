//! Owns: which clip plays, so that it is one at a time. Refuses: how it plays.

use leptos::prelude::*;

use crate::state::derived::{Derived, derived};
use crate::platform::focus;
use crate::domain::ids::VideoId;

/// Moves the focus to an element that the page draws in a moment, in place of the one that had it.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    set_timeout(move || focus::focus(&id), std::time::Duration::ZERO);
}

/// The video whose player is open.
#[derive(Clone, Copy, Default)]
pub struct Playing(RwSignal<Option<VideoId>>);

impl Playing {
    /// Whether it is this one; changes only when that does.
    pub fn is(self, id: VideoId) -> Derived<bool> {
        derived(move || self.0.get() == Some(id))
    }

    /// Opens this one's player, and so closes any other.
    pub fn start(self, id: VideoId) {
        self.0.set(Some(id));
    }

    pub fn stop(self) {
        self.0.set(None);
    }
}
