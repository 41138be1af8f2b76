//! Owns: the ways from plain cards to the analysis, and how far it is. Refuses: what is to be seen there.

use crate::components::ui::button::{ButtonVariant, bare_button, button, said};
use crate::components::ui::segmented::{switch, switch_choice};
use crate::components::tag::{Tag, tag};
use crate::state::desk_program::{DeskProgram, Phase};
use crate::state::locale::texts;

/// That the analysis is on its way.
pub fn coming() -> Tag {
    said("p", texts().desk_loading).attr("role", "status")
}

/// The same switch as the analysis's, so that nothing jumps when that comes in its place.
pub fn ways(program: DeskProgram) -> Tag {
    let t = texts();
    let way = |name: &str, view: &'static str, next: &'static str| {
        let is_on = move || view.is_empty();
        switch_choice(is_on, move || program.open(view, next, false)).text(name)
    };
    let views = [
        way(t.cards, "", "view-cards"),
        way(t.table, "&view=table", "view-table"),
        way(t.charts, "&view=charts", "view-charts"),
        way(t.compare, "&view=compare", "view-compare"),
    ];
    let more = |name: &str, press: &'static str| {
        bare_button(ButtonVariant::Plain)
            .text(name)
            .press(move || program.open("", press, true))
    };
    let told = move || match program.missing() {
        Some(Phase::Loading) => vec![coming()],
        Some(Phase::Failed) => {
            let again = button(ButtonVariant::Plain, t.try_again, move || program.load());
            let problem = said("p", t.desk_failed).attr("role", "alert");
            vec![problem, again]
        }
        _ => Vec::new(),
    };
    tag("div")
        .class("analysis")
        .with(switch(t.view, views))
        .with(more(t.sort_and_filter, "open-filter"))
        .with(more(t.export, "open-export"))
        .with(tag("div").class("desk__told").live(told))
        // Who points at it will want it.
        .on("pointerenter", move |_| program.load())
}
