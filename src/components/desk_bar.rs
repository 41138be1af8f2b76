//! Owns: the bar over a result's views: which view, in which order, found by which words.
//! Refuses: the rest of the filter, which is `filter_panel`'s.

use leptos::prelude::*;

use super::choice::choice;
use super::export_dialog::export_dialog;
use super::filter_panel::filter_panel;
use super::switch::{switch, switch_choice};
use super::table::chooser::chooser;
use super::tag::{Tag, tag};
use crate::domain::column::Column;
use crate::domain::sort::Sort;
use crate::domain::view::Mode;
use crate::messages::Texts;
use crate::state::derived::{Derived, derived};
use crate::state::desk::Desk;
use crate::state::locale::locale;

/// The bar.
pub fn desk_bar(desk: Desk, mode: Derived<Mode>) -> Tag {
    let columns = move || match mode.get() {
        Mode::Table => chooser(desk).into(),
        _ => Vec::new(),
    };
    tag("div")
        .class("desk")
        .with(views(desk, mode))
        .with(selection(desk))
        .with(find(desk))
        .with(order(desk, mode))
        .with_all(filter_panel(desk))
        .with(tag("div").class("as-is").live(columns))
        .with(export_dialog(desk))
}

/// "Cards | Table | Charts | Compare".
fn views(desk: Desk, mode: Derived<Mode>) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let selected = derived(move || desk.view.with(|view| view.selected.len()));
    let choice = |choice: Mode| {
        let name = move || match (choice, selected.get()) {
            (Mode::Compare, count @ 1..) => (locale.desk().compare_count)(count),
            _ => name(choice, t).to_owned(),
        };
        let turn = move || desk.turn(|view| view.mode = choice);
        switch_choice(move || mode.get() == choice, turn)
            .attr("id", &["view-", choice.code()].concat())
            .live_text(name)
    };
    switch(t.view, Mode::ALL.map(choice))
}

/// How many are selected, for those who do not see the switch; nothing before one has been.
fn selection(desk: Desk) -> Tag {
    let locale = locale();
    let count = derived(move || desk.view.with(|view| view.selected.len()));
    let ever = std::cell::Cell::new(false);
    tag("p")
        .class("vh")
        .attr("aria-live", "polite")
        .live_text(move || {
            let count = count.get();
            ever.set(ever.get() || count > 0);
            match ever.get() {
                true => (locale.desk().selected_count)(count),
                false => String::new(),
            }
        })
}

fn name(mode: Mode, t: &'static Texts) -> &'static str {
    match mode {
        Mode::Cards => t.cards,
        Mode::Table => t.table,
        Mode::Charts => t.charts,
        Mode::Compare => t.compare,
    }
}

/// Free text; the browser's own search sees only what is drawn, this one all lines.
fn find(desk: Desk) -> Tag {
    let locale = locale();
    let text = derived(move || desk.view.with(|view| view.filter.text.clone()));
    tag("input")
        .attr("type", "search")
        .class("desk__find")
        .attr("aria-label", locale.desk().find)
        .attr("placeholder", locale.desk().find)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live_prop("value", move || text.get().into())
        .on("input", move |event| {
            let text = event_target_value(&event);
            desk.change(|view| view.filter.text = text);
        })
}

/// The first column of the order, and which way.
fn order(desk: Desk, mode: Derived<Mode>) -> Tag {
    let locale = locale();
    let first = derived(move || desk.view.with(|view| view.sort.keys().first().copied()));
    let columns = Column::all().map(|column| (column.code(), (locale.desk().column)(column)));
    let options = [("", locale.desk().as_asked)].into_iter().chain(columns);
    let chosen = move || first.get().map_or("", |key| key.column.code());
    let pick = move |code: String| {
        let sort = Column::from_code(&code).map(|column| Sort::default().pressed(column, false));
        desk.change(|view| view.sort = sort.unwrap_or_default());
    };
    let way = move || {
        let key = first.get()?;
        Some(match key.descending {
            true => locale.desk().descending,
            false => locale.desk().ascending,
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
    // Charts have an order of their own, and a comparison that of the selection.
    let is_of_no_use = move || !matches!(mode.get(), Mode::Cards | Mode::Table);
    tag("div")
        .class("desk__order")
        .live_attr("hidden", move || is_of_no_use().then_some(""))
        .with(choice(
            "sort-by",
            locale.desk().sort_by,
            options,
            chosen,
            pick,
        ))
        .with(turn)
}
