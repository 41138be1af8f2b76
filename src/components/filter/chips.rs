//! Owns: what is on of a filter, each a click from being gone. Refuses: adding to it.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button, button};
use crate::components::filter::chip_text::text;
use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};
use crate::domain::filter::{Filter, Part};
use crate::state::derived::derived;
use crate::state::analysis::Analysis;
use crate::state::locale::locale;

/// The chips; nothing while no filter is on.
pub fn chips(analysis: Analysis) -> Tag {
    let locale = locale();
    let t = locale.analysis();
    let parts = derived(move || analysis.view.with(|view| view.filter.parts()));
    let chip = move |part: Part| {
        let text = text(&part, locale);
        let chip = bare_button(ButtonVariant::Plain)
            .class("chip")
            .attr("aria-label", &(t.remove)(&text))
            .text(&text)
            .with(icon(shape::CLOSE));
        let remove = move || analysis.change(|view| view.filter = view.filter.clone().without(&part));
        tag("li").with(chip.press(remove))
    };
    tag("div")
        .class("as-is")
        .attr("tabindex", "-1")
        .live(move || {
            let parts = parts.get();
            let clear = (parts.len() > 1).then(|| {
                let clear = move || analysis.change(|view| view.filter = Filter::default());
                tag("li").with(button(ButtonVariant::Text, t.clear_all, clear))
            });
            let list = (!parts.is_empty()).then(|| {
                tag("ul")
                    .class("chips")
                    .attr("aria-label", t.active)
                    .with_all(parts.into_iter().map(chip))
                    .with_all(clear)
            });
            list.into_iter().collect()
        })
}
