//! The size of an element, which the browser tells.

use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;

/// Width and height of an element's contents in CSS pixels.
#[derive(Clone, Copy)]
pub struct ElementSize {
    pub width: f64,
    pub height: f64,
}

/// Follows an element's size, which is `initial` until the browser tells it.
pub fn use_element_size(
    element: NodeRef<html::Div>,
    initial: ElementSize,
) -> ReadSignal<ElementSize> {
    let (size, set_size) = signal(initial);
    use_resize_observer(element, move |entries, _| {
        if let Some(entry) = entries.first() {
            let contents = entry.content_rect();
            set_size.set(ElementSize {
                width: contents.width(),
                height: contents.height(),
            });
        }
    });
    size
}
