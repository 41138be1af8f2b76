//! Owns: moving the focus, and pressing what a person would press next. Refuses: deciding when.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// Moves the focus to the element with this id, where there is one that takes it.
pub fn focus(id: &str) {
    let _ = element(id).map(|element| element.focus());
}

/// Presses the element with this id, where there is one.
pub fn press(id: &str) {
    let _ = element(id).map(|element| element.click());
}

/// Moves the focus to the element with this id if nothing else has it.
pub fn focus_if_lost(id: &str) {
    let lost = document().is_some_and(|document| match document.active_element() {
        Some(element) => element.tag_name() == "BODY",
        None => true,
    });
    if lost {
        focus(id);
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
