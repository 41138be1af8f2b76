//! Escape for what shows over the page without being a dialog.

use leptos::ev;
use leptos_use_event_listener::{UseEventListenerOptions, use_event_listener_with_options};
use leptos_use_window::use_window;

/// Runs `close` when Escape is pressed, wherever the focus is, for as long as the current owner lives. Nothing else closes
/// by the same press.
pub fn close_on_escape(close: impl Fn() + 'static) {
    let options = UseEventListenerOptions::default().capture(true);
    let on_key_down = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    let _ = use_event_listener_with_options(use_window(), ev::keydown, on_key_down, options);
}
