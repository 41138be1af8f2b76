//! Texts cut to a width, for components.

use leptos::html;
use leptos::prelude::*;

pub use crate::platform::text_ruler::TextRuler;

/// Measures texts in the font of an element; `None` before the element is there.
pub fn text_ruler(element: NodeRef<html::Div>) -> Option<TextRuler> {
    element.get().map(|element| TextRuler::of(&element))
}
