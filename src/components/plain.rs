//! Owns: a result before the desk is there: its cards, and the ways to the desk.
//! Refuses: order, filter and the rest, which are the desk's.

use leptos::prelude::*;

use super::button::{Look, bare_button, button, said};
use super::cards::{card_list, places};
use super::select::offer_button;
use super::tag::{Tag, tag};
use super::video_card::video_card;
use crate::state::derived::derived;
use crate::state::desk_program::{DeskProgram, Phase};
use crate::state::locale::texts;
use crate::state::page::Page;
use crate::state::playing::Playing;

/// The bar, and the cards in the order asked.
pub fn plain(page: &Page, program: DeskProgram, playing: Playing) -> Vec<Tag> {
    let lines = page.lines.clone();
    let order = places(&lines);
    let card = move |place: u32| {
        let video = &lines.videos()[place as usize];
        let id = video.id;
        let select = offer_button(move || {
            program.open(&["&selected=", &id.to_string()].concat(), None);
        });
        video_card(video, lines.at(), select, playing)
    };
    let drawn = RwSignal::new(super::cards::STEP);
    vec![
        bar(program),
        card_list(derived(move || order.clone()), drawn, card),
    ]
}

/// That the desk is on its way.
pub fn coming() -> Tag {
    said("p", texts().desk_loading).attr("role", "status")
}

/// The same switch as the desk's, so that nothing jumps when that comes in its place.
fn bar(program: DeskProgram) -> Tag {
    let t = texts();
    let way = |name: &'static str, view: &'static str| {
        tag("button")
            .attr("type", "button")
            .class("switch__choice")
            .attr(
                "aria-pressed",
                if view.is_empty() { "true" } else { "false" },
            )
            .text(name)
            .press(move || program.open(view, None))
    };
    let switch = tag("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", t.view)
        .with(way(t.cards, ""))
        .with(way(t.table, "&view=table"))
        .with(way(t.charts, "&view=charts"))
        .with(way(t.compare, "&view=compare"));
    let more = |name: &str, press: &'static str| {
        bare_button(Look::Plain)
            .text(name)
            .press(move || program.open("", Some(press)))
    };
    let told = move || match program.phase.get() {
        Phase::Loading => vec![coming()],
        Phase::Failed => {
            let again = button(Look::Plain, t.try_again, move || program.load());
            let problem = said("p", t.desk_failed).attr("role", "alert");
            vec![problem, again]
        }
        Phase::Absent | Phase::Expected | Phase::Ready => Vec::new(),
    };
    tag("div")
        .class("desk")
        .with(switch)
        .with(more(t.sort_and_filter, "open-filter"))
        .with(more(t.export, "open-export"))
        .with(tag("div").class("desk__told").live(told))
        // Who points at it will want it.
        .on("pointerenter", move |_| program.load())
}
