//! Owns: looking at one page of a query, or at all that the tab has of it. Refuses: asking for more; the
//! way to the next page, with its price, is the page's own.

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::state::derived::derived;
use crate::state::analysis::Analysis;
use crate::state::locale::locale;

/// The box; while the tab has one page only, a word if the address asks for all, and otherwise nothing.
pub fn whole(analysis: Analysis) -> Tag {
    let t = locale().analysis();
    let count = derived(move || analysis.pages.with(Vec::len));
    let is_on = derived(move || analysis.view.with(|view| view.whole));
    tag("div").class("as-is").live(move || match count.get() {
        0 | 1 if is_on.get() => vec![said("p", t.one_page).class("notice")],
        0 | 1 => Vec::new(),
        count => {
            let input = tag("input")
                .attr("type", "checkbox")
                .live_prop("checked", move || analysis.view.with(|view| view.whole).into())
                .on("change", move |_| {
                    analysis.change(|view| view.whole = !view.whole)
                });
            let label = tag("label")
                .class("filter__option")
                .with(input)
                .with(said("span", &(t.all_pages)(count)));
            vec![label]
        }
    })
}
