//! Owns: keeping the focus in the page when the element that has it is drawn anew.
//! Refuses: moving it anywhere that does not ask for it by `tabindex="-1"`.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Whether the focus is in the element.
pub(super) fn is_within(element: &Element) -> bool {
    let focused = document().active_element();
    focused.is_some_and(|focused| element.contains(Some(&focused)))
}

/// Moves the focus to the nearest box around the element that takes it, without scrolling.
pub(super) fn move_around(element: &Element) {
    let around = element.closest(r#"[tabindex="-1"]"#).ok().flatten();
    if let Some(around) = around.and_then(|around| around.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = around.focus_with_options(&options);
    }
}
