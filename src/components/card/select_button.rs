//! Owns: choosing a video for comparison. Refuses: a seventh.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button};
use crate::components::tag::{Tag, tag};
use crate::domain::ids::VideoId;
use crate::state::analysis::Analysis;
use crate::state::locale::{locale, texts};

/// "Compare", pressed while the video is selected.
pub fn select_button(id: VideoId, analysis: Analysis) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let selected = analysis.is_selected(id);
    bare_button(ButtonVariant::Plain)
        .class("button select")
        .text(t.compare)
        .live_attr("aria-pressed", move || {
            Some(if selected.get() { "true" } else { "false" })
        })
        .live_attr("disabled", move || may_not(id, analysis).then_some(""))
        .live_attr("title", move || {
            may_not(id, analysis).then_some(locale.analysis().select_full)
        })
        .press(move || analysis.change(|view| view.toggle(id)))
}

/// The same where there is no analysis yet: pressing it is a way there.
pub fn offer_button(press: impl Fn() + 'static) -> Tag {
    bare_button(ButtonVariant::Plain)
        .class("button select")
        .text(texts().compare)
        .attr("aria-pressed", "false")
        .press(press)
}

/// The same as a box, for a table's row.
pub fn select_box(id: VideoId, analysis: Analysis) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let selected = analysis.is_selected(id);
    tag("input")
        .attr("type", "checkbox")
        .attr("aria-label", &[t.compare, " ", &id.to_string()].concat())
        .live_prop("checked", move || selected.get().into())
        .live_attr("disabled", move || may_not(id, analysis).then_some(""))
        .live_attr("title", move || {
            may_not(id, analysis).then_some(locale.analysis().select_full)
        })
        .on("change", move |_| analysis.change(|view| view.toggle(id)))
}

fn may_not(id: VideoId, analysis: Analysis) -> bool {
    analysis.view
        .with(|view| view.is_full() && !view.selected.contains(&id))
}
