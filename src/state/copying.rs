//! Copying a text, and whether it worked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use crate::platform::clipboard;

/// How long a success is shown, in milliseconds.
const SHOWN: f64 = 5_000.0;

/// The outcome of copying.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CopyOutcome {
    Copied,
    /// The browser has no clipboard here, or it refused.
    Refused,
}

/// Copies texts for one place of the page.
#[derive(Clone, Copy)]
pub struct Copying {
    pub outcome: RwSignal<Option<CopyOutcome>>,
    pub copy: Callback<String>,
}

/// `use_clipboard` does not tell when the browser refuses, and then the text has to be shown.
pub fn use_copying() -> Copying {
    let outcome = RwSignal::new(None);
    let UseTimeoutFnReturn { start, stop, .. } = use_timeout_fn(move |()| outcome.set(None), SHOWN);
    let copy = Callback::new(move |text: String| {
        stop();
        // Emptied first, so that a second copy is announced as well.
        outcome.set(None);
        let start = start.clone();
        spawn_local(async move {
            let result = match clipboard::copy(&text).await {
                true => CopyOutcome::Copied,
                false => CopyOutcome::Refused,
            };
            // What is gone meanwhile has nothing to hide later.
            let is_there = outcome.try_set(Some(result)).is_none();
            if is_there && result == CopyOutcome::Copied {
                start(());
            }
        });
    });
    Copying { outcome, copy }
}
