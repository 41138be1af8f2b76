//! Owns: buttons and what stands by them. Refuses: anything but a press.

use crate::components::tag::{Tag, tag};
use crate::state::locale::texts;
use crate::state::search::Search;

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ButtonVariant {
    Primary,
    Plain,
    Text,
}

/// A button with a text.
pub fn button(look: ButtonVariant, label: &str, press: impl FnMut() + 'static) -> Tag {
    bare_button(look).text(label).press(press)
}

/// A button that does nothing yet.
pub fn bare_button(look: ButtonVariant) -> Tag {
    tag("button").attr("type", "button").class(match look {
        ButtonVariant::Primary => "button button--primary",
        ButtonVariant::Plain => "button",
        ButtonVariant::Text => "button button--text",
    })
}

/// What a step costs, beside its button.
pub fn price(text: &str) -> Tag {
    tag("span").class("price").text(text)
}

/// What a request costs, beside its button, wherever data comes from just then.
pub fn credit(search: Search) -> Tag {
    let t = texts();
    price("").live_text(move || search.credit(t).to_owned())
}

/// A text in an element.
pub fn said(name: &str, text: &str) -> Tag {
    tag(name).text(text)
}
