//! Owns: one try to copy and its outcome. Refuses: showing it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::clipboard;

/// How long a success is shown.
const SHOWN: Duration = Duration::from_secs(5);

/// What became of a try to copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copied {
    Done,
    /// The browser has no clipboard here, or refused.
    Refused,
}

/// The outcome of the last try, and a function that tries.
pub fn copying() -> (RwSignal<Option<Copied>>, impl Fn(String) + Copy) {
    let outcome = RwSignal::new(None);
    let copy = move |text: String| {
        // Emptied first, so that a second copy is announced as well.
        outcome.set(None);
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            outcome.try_set(Some(if done { Copied::Done } else { Copied::Refused }));
            if done {
                set_timeout(
                    move || {
                        outcome.try_set(None);
                    },
                    SHOWN,
                );
            }
        });
    };
    (outcome, copy)
}
