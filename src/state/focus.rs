//! Keeps the focus in the page when the element that has it is removed.

use leptos::ev;
use leptos::prelude::*;
use leptos_use_element::{UseMutationObserverOptions, use_mutation_observer_with_options};
use leptos_use_event_listener::use_event_listener;

use crate::platform::focus::FocusPath;

/// When the focused element is removed, the nearest box around it with a `tabindex` gets the focus. Without this the
/// focus would fall back to the start of the page, or from a dialog to the page behind it.
pub fn keep_focus() {
    let path = StoredValue::new_local(None::<FocusPath>);
    let _ = use_event_listener(document(), ev::focusin, move |event| {
        path.set_value(FocusPath::of_event(&event));
    });
    // A press outside takes the focus away on purpose.
    let _ = use_event_listener(document(), ev::pointerdown, move |event| {
        if path.with_value(|path| path.as_ref().is_some_and(|path| !path.is_under(&event))) {
            path.set_value(None);
        }
    });
    let body: Vec<_> = document().body().into_iter().collect();
    let options = UseMutationObserverOptions::default()
        .child_list(true)
        .subtree(true);
    use_mutation_observer_with_options(
        body,
        move |_, _| {
            if let Some(path) = path.get_value() {
                path.restore_if_lost();
            }
        },
        options,
    );
}
