//! Owns: the table's head: names, and by a press the order. Refuses: sorting.

use crate::state::derived::{Derived, derived};
use web_sys::Event;

use super::super::button::said;
use super::super::modifier::is_held;
use super::super::tag::{Tag, tag};
use crate::domain::rows::column::Column;
use crate::domain::rows::sort::Sort;
use crate::state::analysis::Analysis;
use crate::state::locale::Locale;

/// The head, drawn anew when the columns change.
pub fn head(analysis: Analysis, columns: Derived<Vec<Column>>, sort: Derived<Sort>, locale: Locale) -> Tag {
    let t = locale.analysis();
    let row = move || {
        let first = said("th", t.video)
            .attr("scope", "col")
            .class("sheet__video");
        let heads = columns.get().into_iter();
        let heads = heads.map(|column| head_cell(column, analysis, sort, locale));
        [first].into_iter().chain(heads).collect()
    };
    tag("thead").with(tag("tr").attr("tabindex", "-1").live(row))
}

fn head_cell(column: Column, analysis: Analysis, sort: Derived<Sort>, locale: Locale) -> Tag {
    let t = locale.texts;
    let key = derived(move || sort.with(|sort| sort.key(column)));
    let count = derived(move || sort.with(|sort| sort.keys().len()));
    // The roles know one sorted column; of the others a text says it.
    let direction = move || match key.get() {
        Some((0, key)) if key.descending => Some("descending"),
        Some((0, _)) => Some("ascending"),
        _ => None,
    };
    let arrow = move || match key.get() {
        None => String::new(),
        Some((place, key)) => {
            let arrow = if key.descending { "▼" } else { "▲" };
            match count.get() {
                0..=1 => arrow.to_owned(),
                _ => [arrow, &(place + 1).to_string()].concat(),
            }
        }
    };
    let told = move || match key.get() {
        Some((place, key)) if count.get() > 1 => {
            (locale.analysis().sort_place)(place + 1, key.descending)
        }
        _ => String::new(),
    };
    let formula = match column {
        Column::Metric(metric) => [(t.metric)(metric).formula, " · "].concat(),
        _ => String::new(),
    };
    let press = move |event: Event| {
        let added = is_held(&event, "shiftKey");
        analysis.change(|view| view.sort = view.sort.pressed(column, added));
    };
    let button = tag("button")
        .attr("type", "button")
        .attr("title", &[&formula, locale.analysis().sort_hint].concat())
        .with(said("span", (locale.analysis().column)(column)))
        .with(
            tag("span")
                .class("sheet__arrow")
                .attr("aria-hidden", "true")
                .live_text(arrow),
        )
        .on("click", press);
    let class = match column {
        Column::Metric(_) => "sheet__number",
        _ => "",
    };
    tag("th")
        .attr("scope", "col")
        .class(class)
        .live_attr("aria-sort", direction)
        .with(button)
        .with(tag("span").class("vh").live_text(told))
}
