//! Owns: how wide an element is, now and after each change. Refuses: its height, which follows.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Watches an element until it is dropped.
pub struct Watch {
    observer: Option<ResizeObserver>,
    _heard: Closure<dyn FnMut(Array)>,
}

/// Tells an element's inner width in whole pixels, once it is on the page and whenever that changes.
pub fn watch(element: &Element, tell: Box<dyn Fn(i32)>) -> Watch {
    let watched = element.clone();
    let heard = Closure::wrap(
        Box::new(move |_: Array| tell(watched.client_width())) as Box<dyn FnMut(Array)>
    );
    let observer = ResizeObserver::new(heard.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(element);
    }
    Watch {
        observer,
        _heard: heard,
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
