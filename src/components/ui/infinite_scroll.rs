//! Owns: hearing that the end of a list comes into view. Refuses: what is done about it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Hears of it until it is dropped.
pub struct Near {
    observer: Option<IntersectionObserver>,
    element: Element,
    _heard: Closure<dyn FnMut(js_sys::Array)>,
}

impl Near {
    /// Calls when the element is less than a screen below what is seen.
    pub fn new(element: &Element, mut near: impl FnMut() + 'static) -> Self {
        let heard = Closure::new(move |entries: js_sys::Array| {
            let mut entries = entries.iter().map(JsCast::unchecked_into);
            if entries.any(|entry: IntersectionObserverEntry| entry.is_intersecting()) {
                near();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("0px 0px 100% 0px");
        let callback = heard.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(callback, &options).ok();
        let near = Self {
            observer,
            element: element.clone(),
            _heard: heard,
        };
        near.again();
        near
    }

    /// Looks again: an element that stays near is heard of once only.
    pub fn again(&self) {
        if let Some(observer) = &self.observer {
            observer.unobserve(&self.element);
            observer.observe(&self.element);
        }
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
