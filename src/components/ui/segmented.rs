//! Owns: a row of buttons of which one is on. Refuses: knowing which.

use crate::components::tag::{Tag, tag};

/// The row, with its name.
pub fn switch(label: &str, choices: impl IntoIterator<Item = Tag>) -> Tag {
    tag("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", label)
        .with_all(choices)
}

/// One of its buttons, without a text yet.
pub fn switch_choice(is_on: impl Fn() -> bool + 'static, press: impl FnMut() + 'static) -> Tag {
    tag("button")
        .attr("type", "button")
        .class("switch__choice")
        .live_attr("aria-pressed", move || {
            Some(if is_on() { "true" } else { "false" })
        })
        .press(press)
}
