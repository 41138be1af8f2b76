//! Owns: what stands under the bar of a page of results: the summary, the desk's bar, and the view that is
//! on. Refuses: what each of them shows.

use crate::state::derived::derived;

use super::button::{Look, button, said};
use super::cards::cards;
use super::charts::charts;
use super::chips::chips;
use super::compare::compare;
use super::desk_bar::desk_bar;
use super::sums::sums;
use super::table::table;
use super::tag::{Tag, tag};
use super::whole::whole;
use crate::domain::filter::Filter;
use crate::domain::view::Mode;
use crate::state::desk::Desk;
use crate::state::locale::locale;
use crate::state::playing::Playing;

/// All of it.
pub fn views(desk: Desk, playing: Playing) -> Vec<Tag> {
    let mode = desk.mode();
    let is_empty = derived(move || desk.shown.with(|shown| shown.is_empty()));
    let view = move || {
        let view = match mode.get() {
            Mode::Compare => compare(desk),
            // The comparison is of what was selected, whatever the filter.
            _ if is_empty.get() => none_pass(desk),
            Mode::Cards => cards(desk, playing),
            Mode::Table => table(desk),
            Mode::Charts => charts(desk),
        };
        vec![view]
    };
    vec![
        // First, where the ways to the desk were: what is under the pointer stays there.
        desk_bar(desk, mode),
        chips(desk),
        whole(desk),
        sums(desk),
        tag("div").class("as-is").live(view),
    ]
}

/// In place of a view that the filter leaves nothing to.
fn none_pass(desk: Desk) -> Tag {
    let locale = locale();
    let clear = move || desk.change(|view| view.filter = Filter::default());
    tag("div")
        .class("panel")
        .with(said("h2", locale.desk().none_pass))
        .with(said("p", locale.desk().none_pass_advice))
        .with(button(Look::Primary, locale.desk().clear_all, clear))
}
