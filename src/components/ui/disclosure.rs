//! Owns: a button, and what it shows and hides; that is drawn only while it is open.
//! Refuses: standing beside each other: the button is in a bar, the panel under it.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button};
use crate::components::tag::{Tag, tag};

/// The button and its panel.
pub fn disclosure(
    id: &'static str,
    label: impl Fn() -> String + 'static,
    mut content: impl FnMut() -> Vec<Tag> + 'static,
) -> [Tag; 2] {
    let open = RwSignal::new(false);
    let expanded = move || Some(if open.get() { "true" } else { "false" });
    let opener = bare_button(ButtonVariant::Plain)
        .class("button disclosure")
        .attr("id", &["open-", id].concat())
        .attr("aria-controls", id)
        .live_attr("aria-expanded", expanded)
        .with(tag("span").live_text(label))
        .press(move || open.update(|open| *open = !*open));
    let panel = tag("div")
        .class("disclosed")
        .attr("id", id)
        .attr("tabindex", "-1")
        .live(move || match open.get() {
            true => content(),
            false => Vec::new(),
        });
    [opener, panel]
}
