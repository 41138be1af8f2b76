//! Owns: an element's width as a signal. Refuses: outliving what it is for.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::Element;

use crate::platform::width::watch;

/// The width of an element in whole pixels; 0 while it is not on the page.
pub fn width_of(element: &Element) -> RwSignal<i32> {
    let width = RwSignal::new(0);
    let tell = move |wide| {
        if width.try_get_untracked() != Some(wide) {
            width.try_set(wide);
        }
    };
    let watch = SendWrapper::new(watch(element, Box::new(tell)));
    on_cleanup(move || drop(watch));
    width
}
