//! Owns: the bar over a result's views: which view, in which order, found by which words.
//! Refuses: the rest of the filter, which is `filter_panel`'s.

use leptos::prelude::*;

use super::choice::choice;
use super::filter_panel::filter_panel;
use super::table::chooser::chooser;
use super::tag::{Tag, tag};
use crate::domain::column::Column;
use crate::domain::sort::Sort;
use crate::domain::view::Mode;
use crate::messages::Texts;
use crate::state::desk::Desk;
use crate::state::locale::texts;

/// The bar.
pub fn desk_bar(desk: Desk, mode: Memo<Mode>) -> Tag {
    let columns = move || match mode.get() {
        Mode::Table => chooser(desk).into(),
        _ => Vec::new(),
    };
    tag("div")
        .class("desk")
        .with(switch(desk, mode))
        .with(find(desk))
        .with(order(desk))
        .with_all(filter_panel(desk))
        .with(tag("div").class("as-is").live(columns))
}

/// "Cards | Table | Charts | Compare".
fn switch(desk: Desk, mode: Memo<Mode>) -> Tag {
    let t = texts();
    let selected = Memo::new(move |_| desk.view.with(|view| view.selected.len()));
    let choice = |choice: Mode| {
        tag("button")
            .attr("type", "button")
            .class("switch__choice")
            .live_attr("aria-pressed", move || {
                Some(if mode.get() == choice { "true" } else { "false" })
            })
            .live_text(move || match (choice, selected.get()) {
                (Mode::Compare, count @ 1..) => (t.desk.compare_count)(count),
                _ => name(choice, t).to_owned(),
            })
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

/// Free text; the browser's own search sees only what is drawn, this one all lines.
fn find(desk: Desk) -> Tag {
    let t = texts();
    let text = Memo::new(move |_| desk.view.with(|view| view.filter.text.clone()));
    tag("input")
        .attr("type", "search")
        .class("desk__find")
        .attr("aria-label", t.desk.find)
        .attr("placeholder", t.desk.find)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live_prop("value", move || text.get().into())
        .on("input", move |event| {
            let text = event_target_value(&event);
            desk.change(|view| view.filter.text = text);
        })
}

/// The first column of the order, and which way.
fn order(desk: Desk) -> Tag {
    let t = texts();
    let first = Memo::new(move |_| desk.view.with(|view| view.sort.keys().first().copied()));
    let columns = Column::all().map(|column| (column.code(), (t.desk.column)(column)));
    let options = [("", t.desk.as_asked)].into_iter().chain(columns);
    let chosen = move || first.get().map_or("", |key| key.column.code());
    let pick = move |code: String| {
        let sort = Column::from_code(&code).map(|column| Sort::default().pressed(column, false));
        desk.change(|view| view.sort = sort.unwrap_or_default());
    };
    let way = move || {
        let key = first.get()?;
        Some(match key.descending {
            true => t.desk.descending,
            false => t.desk.ascending,
        })
    };
    let turn = move || {
        if let Some(key) = first.get_untracked() {
            desk.change(|view| view.sort = Sort::by(key.column, !key.descending));
        }
    };
    let turn = tag("button")
        .attr("type", "button")
        .class("button")
        .live_attr("hidden", move || way().is_none().then_some(""))
        .live_text(move || way().unwrap_or_default().to_owned())
        .press(turn);
    tag("div")
        .class("desk__order")
        .with(choice("sort-by", t.desk.sort_by, options, chosen, pick))
        .with(turn)
}
