//! Owns: the bar over a result's views: which view, in which order, found by which words.
//! Refuses: the rest of the filter, which is `filter_panel`'s.

use leptos::prelude::*;

use crate::components::ui::select::choice;
use crate::components::export::export_dialog;
use crate::components::filter::filter_panel;
use crate::components::ui::segmented::{switch, switch_choice};
use crate::components::table::chooser::chooser;
use crate::components::tag::{Tag, tag};
use crate::domain::rows::column::Column;
use crate::domain::rows::sort::Sort;
use crate::domain::view::Mode;
use crate::i18n::Texts;
use crate::state::derived::{Derived, derived};
use crate::state::analysis::Analysis;
use crate::state::locale::locale;

/// The bar.
pub fn desk_bar(analysis: Analysis, mode: Derived<Mode>) -> Tag {
    let columns = move || match mode.get() {
        Mode::Table => chooser(analysis).into(),
        _ => Vec::new(),
    };
    tag("div")
        .class("analysis")
        .with(views(analysis, mode))
        .with(selection(analysis))
        .with(find(analysis))
        .with(order(analysis, mode))
        .with_all(filter_panel(analysis))
        .with(tag("div").class("as-is").live(columns))
        .with(export_dialog(analysis))
}

/// "Cards | Table | Charts | Compare".
fn views(analysis: Analysis, mode: Derived<Mode>) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let selected = derived(move || analysis.view.with(|view| view.selected.len()));
    let choice = |choice: Mode| {
        let name = move || match (choice, selected.get()) {
            (Mode::Compare, count @ 1..) => (locale.analysis().compare_count)(count),
            _ => name(choice, t).to_owned(),
        };
        let turn = move || analysis.turn(|view| view.mode = choice);
        switch_choice(move || mode.get() == choice, turn)
            .attr("id", &["view-", choice.code()].concat())
            .live_text(name)
    };
    switch(t.view, Mode::ALL.map(choice))
}

/// How many are selected, for those who do not see the switch; nothing before one has been.
fn selection(analysis: Analysis) -> Tag {
    let locale = locale();
    let count = derived(move || analysis.view.with(|view| view.selected.len()));
    let ever = std::cell::Cell::new(false);
    tag("p")
        .class("vh")
        .attr("aria-live", "polite")
        .live_text(move || {
            let count = count.get();
            ever.set(ever.get() || count > 0);
            match ever.get() {
                true => (locale.analysis().selected_count)(count),
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
fn find(analysis: Analysis) -> Tag {
    let locale = locale();
    let text = derived(move || analysis.view.with(|view| view.filter.text.clone()));
    tag("input")
        .attr("type", "search")
        .class("desk__find")
        .attr("aria-label", locale.analysis().find)
        .attr("placeholder", locale.analysis().find)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live_prop("value", move || text.get().into())
        .on("input", move |event| {
            let text = event_target_value(&event);
            analysis.change(|view| view.filter.text = text);
        })
}

/// The first column of the order, and which way.
fn order(analysis: Analysis, mode: Derived<Mode>) -> Tag {
    let locale = locale();
    let first = derived(move || analysis.view.with(|view| view.sort.keys().first().copied()));
    let columns = Column::all().map(|column| (column.code(), (locale.analysis().column)(column)));
    let options = [("", locale.analysis().as_asked)].into_iter().chain(columns);
    let chosen = move || first.get().map_or("", |key| key.column.code());
    let pick = move |code: String| {
        let sort = Column::from_code(&code).map(|column| Sort::default().pressed(column, false));
        analysis.change(|view| view.sort = sort.unwrap_or_default());
    };
    let way = move || {
        let key = first.get()?;
        Some(match key.descending {
            true => locale.analysis().descending,
            false => locale.analysis().ascending,
        })
    };
    let turn = move || {
        if let Some(key) = first.get_untracked() {
            analysis.change(|view| view.sort = Sort::by(key.column, !key.descending));
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
            locale.analysis().sort_by,
            options,
            chosen,
            pick,
        ))
        .with(turn)
}
