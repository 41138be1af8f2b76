//! Owns: one try to copy and its outcome. Refuses: showing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clipboard;

/// What became of a try to copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copied {
    Done,
    /// The browser has no clipboard here, or refused.
    Refused,
}

/// The outcome of the last try, and a function that tries.
pub fn copying() -> (ReadSignal<Option<Copied>>, impl Fn(String) + Copy) {
    let (outcome, set_outcome) = signal(None);
    let copy = move |text: String| {
        // Emptied first, so that a second copy is announced as well.
        set_outcome.set(None);
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            set_outcome.try_set(Some(if done { Copied::Done } else { Copied::Refused }));
        });
    };
    (outcome, copy)
}
