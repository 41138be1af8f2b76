//! Owns: what stands under the bar of a page of results: the switch between its views, and the view that
//! is on. Refuses: what each of them shows.

use leptos::prelude::*;

use super::cards::cards;
use super::charts::charts;
use super::compare::compare;
use super::table::table;
use super::tag::{Tag, tag};
use crate::domain::view::Mode;
use crate::messages::Texts;
use crate::state::desk::Desk;
use crate::state::locale::texts;
use crate::state::playing::Playing;

/// The switch, and the view under it.
pub fn views(desk: Desk, playing: Playing) -> Vec<Tag> {
    let mode = desk.mode();
    let view = move || {
        let view = match mode.get() {
            Mode::Cards => cards(desk, playing),
            Mode::Table => table(desk),
            Mode::Charts => charts(desk),
            Mode::Compare => compare(desk, playing),
        };
        vec![view]
    };
    vec![switch(desk, mode), tag("div").class("as-is").live(view)]
}

/// "Cards | Table | Charts | Compare".
fn switch(desk: Desk, mode: Memo<Mode>) -> Tag {
    let t = texts();
    let choice = |choice: Mode| {
        tag("button")
            .attr("type", "button")
            .class("switch__choice")
            .live_attr("aria-pressed", move || {
                Some(if mode.get() == choice {
                    "true"
                } else {
                    "false"
                })
            })
            .text(name(choice, t))
            .press(move || desk.turn(|view| view.mode = choice))
    };
    tag("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", t.desk.view)
        .with_all(Mode::ALL.map(choice))
}

fn name(mode: Mode, t: &'static Texts) -> &'static str {
    match mode {
        Mode::Cards => t.desk.cards,
        Mode::Table => t.desk.table,
        Mode::Charts => t.desk.charts,
        Mode::Compare => t.desk.compare,
    }
}
