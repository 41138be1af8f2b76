//! Owns: choosing a video for comparison. Refuses: a seventh.

use leptos::prelude::*;

use super::button::{Look, bare_button};
use super::tag::{Tag, tag};
use crate::domain::video_id::VideoId;
use crate::state::desk::Desk;
use crate::state::locale::texts;

/// "Compare", pressed while the video is selected.
pub fn select_button(id: VideoId, desk: Desk) -> Tag {
    let t = texts();
    let selected = desk.is_selected(id);
    bare_button(Look::Plain)
        .class("button select")
        .text(t.desk.select)
        .live_attr("aria-pressed", move || Some(if selected.get() { "true" } else { "false" }))
        .live_attr("disabled", move || may_not(id, desk).then_some(""))
        .live_attr("title", move || may_not(id, desk).then_some(t.desk.select_full))
        .press(move || desk.change(|view| view.toggle(id)))
}

/// The same as a box, for a table's row.
pub fn select_box(id: VideoId, desk: Desk) -> Tag {
    let t = texts();
    let selected = desk.is_selected(id);
    tag("input")
        .attr("type", "checkbox")
        .attr("aria-label", &[t.desk.select, " ", &id.to_string()].concat())
        .live_prop("checked", move || selected.get().into())
        .live_attr("disabled", move || may_not(id, desk).then_some(""))
        .live_attr("title", move || may_not(id, desk).then_some(t.desk.select_full))
        .on("change", move |_| desk.change(|view| view.toggle(id)))
}

fn may_not(id: VideoId, desk: Desk) -> bool {
    desk.view.with(|view| view.is_full() && !view.selected.contains(&id))
}
