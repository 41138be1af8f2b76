//! Owns: which columns the table has, and in which order. Refuses: hiding the video, its first.

use leptos::prelude::*;

use super::super::button::{ButtonVariant, bare_button, button, said};
use super::super::disclosure::disclosure;
use super::super::tag::{Tag, tag};
use crate::domain::rows::column::Column;
use crate::domain::view::USUAL_COLUMNS;
use crate::state::derived::derived;
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, locale};
use crate::state::playing::focus_soon;

/// "Columns", and under the bar the list.
pub fn chooser(analysis: Analysis) -> [Tag; 2] {
    let locale = locale();
    let t = locale.analysis();
    let columns = derived(move || analysis.view.with(|view| view.columns.clone()));
    let list = move || {
        let shown = columns.get();
        let hidden = Column::all().filter(|column| !shown.contains(column));
        let hidden = hidden.map(|column| said_hidden(column, &shown, analysis, locale));
        let usual = button(ButtonVariant::Text, t.usual_columns, move || {
            analysis.set_columns(USUAL_COLUMNS.to_vec())
        });
        let places = 0..shown.len();
        vec![
            said("h3", t.columns_shown),
            tag("ul").with_all(places.map(|place| said_shown(place, &shown, analysis, locale))),
            said("h3", t.columns_hidden),
            tag("ul").with_all(hidden),
            usual,
        ]
    };
    let label = move || t.columns.to_owned();
    disclosure("columns", label, move || {
        vec![
            tag("div")
                .class("chooser")
                .attr("tabindex", "-1")
                .live(list),
        ]
    })
}

fn said_shown(place: usize, shown: &[Column], analysis: Analysis, locale: Locale) -> Tag {
    let t = locale.analysis();
    let column = shown[place];
    let name = (t.column)(column);
    let step = |mark: &str, label: String, to: Option<usize>| {
        let id = ["column", mark, column.code()].concat();
        let (focus, columns) = (id.clone(), shown.to_vec());
        let step = bare_button(ButtonVariant::Text)
            .attr("id", &id)
            .attr("aria-label", &label)
            .text(mark);
        match to.filter(|to| *to < columns.len()) {
            None => step.attr("disabled", ""),
            Some(to) => step.press(move || {
                let mut columns = columns.clone();
                columns.swap(place, to);
                analysis.set_columns(columns);
                focus_soon(&focus);
            }),
        }
    };
    let rest: Vec<Column> = shown
        .iter()
        .copied()
        .filter(|other| *other != column)
        .collect();
    let hide = bare_button(ButtonVariant::Text)
        .attr("aria-label", &(t.hide)(name))
        .text("✕")
        .press(move || analysis.set_columns(rest.clone()));
    tag("li")
        .with(said("span", name))
        .with(step("↑", (t.move_up)(name), place.checked_sub(1)))
        .with(step("↓", (t.move_down)(name), Some(place + 1)))
        .with(hide)
}

fn said_hidden(column: Column, shown: &[Column], analysis: Analysis, locale: Locale) -> Tag {
    let t = locale.analysis();
    let name = (t.column)(column);
    let more: Vec<Column> = shown.iter().copied().chain([column]).collect();
    let show = bare_button(ButtonVariant::Text)
        .attr("aria-label", &(t.show)(name))
        .text("＋ ")
        .text(name)
        .press(move || analysis.set_columns(more.clone()));
    tag("li").with(show)
}
