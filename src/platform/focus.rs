//! Moving the focus.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, Node};

/// An element that has the focus, and the boxes around it that can take it over, the nearest first.
#[derive(Clone)]
pub struct FocusPath {
    element: Element,
    boxes: Vec<HtmlElement>,
}

impl FocusPath {
    /// Of the element that an event is about.
    pub fn of_event(event: &Event) -> Option<Self> {
        let element: Element = event.target()?.dyn_into().ok()?;
        let mut boxes = Vec::new();
        let mut around = element.parent_element();
        while let Some(parent) = around {
            around = parent.parent_element();
            if parent.has_attribute("tabindex")
                && let Ok(parent) = parent.dyn_into()
            {
                boxes.push(parent);
            }
        }
        Some(Self { element, boxes })
    }

    /// Whether an event is within the element.
    pub fn is_under(&self, event: &Event) -> bool {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        self.element.contains(target.as_ref())
    }

    /// Moves the focus to the nearest box that is still there, if the element was removed and nothing else took the
    /// focus.
    pub fn restore_if_lost(&self) {
        if self.element.is_connected() || !is_focus_lost() {
            return;
        }
        if let Some(nearest) = self.boxes.iter().find(|parent| parent.is_connected()) {
            // It is where the user works. Its start may be far from there.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = nearest.focus_with_options(&options);
        }
    }
}

/// Moves the focus to the element with this id if nothing else has it.
pub fn focus_if_lost(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
        && is_focus_lost()
    {
        let _ = element.focus();
    }
}

/// The `id` of the article that the focus is in.
pub fn focused_article() -> Option<String> {
    let focused = document()?.active_element()?;
    Some(focused.closest("article").ok()??.id())
}

fn is_focus_lost() -> bool {
    document().is_none_or(|document| match document.active_element() {
        Some(element) => element.tag_name() == "BODY",
        None => true,
    })
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
