//! Owns: an event listener that ends with what holds it. Refuses: outliving its closure, which an event
//! that comes late, such as a cover's failure, would call in vain.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

/// Listens until it is dropped.
pub(super) struct Listener {
    element: Element,
    event: String,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(element: &Element, event: &str, heard: Box<dyn FnMut(Event)>) -> Self {
        let heard = Closure::wrap(heard);
        let callback = heard.as_ref().unchecked_ref();
        let _ = element.add_event_listener_with_callback(event, callback);
        Self {
            element: element.clone(),
            event: event.to_owned(),
            heard,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.heard.as_ref().unchecked_ref();
        let _ = self
            .element
            .remove_event_listener_with_callback(&self.event, callback);
    }
}
