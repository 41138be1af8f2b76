//! Owns: what stands under the bar of a page of results: the summary, the analysis's bar, and the view that is
//! on. Refuses: what each of them shows.

use crate::state::derived::derived;

use crate::components::ui::button::{ButtonVariant, button, said};
use crate::components::card::cards::cards;
use crate::components::charts::charts;
use crate::components::filter::chips::chips;
use crate::components::compare::compare;
use crate::components::results::view_bar::desk_bar;
use crate::components::summary::sums;
use crate::components::table::table;
use crate::components::tag::{Tag, tag};
use crate::components::results::all_pages_toggle::whole;
use crate::domain::filter::Filter;
use crate::domain::view::Mode;
use crate::state::analysis::Analysis;
use crate::state::locale::locale;
use crate::state::playing::Playing;

/// All of it.
pub fn views(analysis: Analysis, playing: Playing) -> Vec<Tag> {
    let mode = analysis.mode();
    let is_empty = derived(move || analysis.shown.with(|shown| shown.is_empty()));
    let view = move || {
        let view = match mode.get() {
            Mode::Compare => compare(analysis),
            // The comparison is of what was selected, whatever the filter.
            _ if is_empty.get() => none_pass(analysis),
            Mode::Cards => cards(analysis, playing),
            Mode::Table => table(analysis),
            Mode::Charts => charts(analysis),
        };
        vec![view]
    };
    vec![
        // First, where the ways to the analysis were: what is under the pointer stays there.
        desk_bar(analysis, mode),
        chips(analysis),
        whole(analysis),
        sums(analysis),
        tag("div").class("as-is").live(view),
    ]
}

/// In place of a view that the filter leaves nothing to.
fn none_pass(analysis: Analysis) -> Tag {
    let locale = locale();
    let clear = move || analysis.change(|view| view.filter = Filter::default());
    tag("div")
        .class("panel")
        .with(said("h2", locale.analysis().none_pass))
        .with(said("p", locale.analysis().none_pass_advice))
        .with(button(ButtonVariant::Primary, locale.analysis().clear_all, clear))
}
