//! Owns: Help: the keys, and what is to be known of each figure; and the word on what a key has selected.
//! Refuses: naming a key or a figure that the rest of the page does not take from the same place.

use leptos::prelude::*;

use super::button::said;
use super::dialog::dialog_of;
use super::tag::{Tag, tag};
use crate::domain::metrics::Figure;
use crate::domain::shortcut::Shortcut;
use crate::messages::Texts;
use crate::state::locale::texts;
use crate::state::shortcuts::{Said, Shortcuts};

/// The dialog.
pub fn help_dialog(shortcuts: Shortcuts) -> Tag {
    let t = texts();
    dialog_of("help", t.help.help, shortcuts.help, move || {
        vec![
            said("h3", t.help.shortcuts),
            keys(t),
            said(
                "p",
                match shortcuts.on.get() {
                    true => t.help.shortcuts_note,
                    false => t.help.shortcuts_are_off,
                },
            )
            .class("field__hint"),
            said("h3", t.help.figures).attr("id", "help-figures"),
            figures(t),
            said("p", t.help.figures_note).class("field__hint"),
        ]
    })
}

/// What a key has selected, to be seen for a moment and to be announced.
pub fn selection(shortcuts: Shortcuts) -> Tag {
    let t = texts();
    let text = move || match shortcuts.said.get() {
        Some(Said::Selected(count)) => (t.help.selected)(count),
        Some(Said::Full) => t.help.selection_full.to_owned(),
        None => String::new(),
    };
    tag("p")
        .class("toast")
        .attr("aria-live", "polite")
        .live_text(text)
}

fn keys(t: &'static Texts) -> Tag {
    let line = |key: &str, text: &str| {
        tag("div")
            .with(tag("dt").with(said("kbd", key)))
            .with(said("dd", text))
    };
    let single = Shortcut::ALL.map(|shortcut| {
        let key = match shortcut {
            Shortcut::Play => t.help.space,
            _ => shortcut.key(),
        };
        line(key, (t.help.shortcut)(shortcut))
    });
    tag("dl")
        .class("keys")
        .with_all(single)
        .with(line(t.search_shortcut, t.help.search))
}

fn figures(t: &'static Texts) -> Tag {
    let head = [t.help.figure, t.help.formula, t.help.unit, t.help.better];
    let head = head.map(|name| said("th", name).attr("scope", "col"));
    let row = |figure: &Figure| {
        let text = (t.figure)(*figure);
        tag("tr")
            .with(said("th", text.name).attr("scope", "row"))
            .with(said("td", text.formula))
            .with(said("td", (t.help.unit_of)(figure.unit())))
            .with(said("td", (t.help.direction)(figure.direction())))
    };
    let table = tag("table")
        .attr("aria-labelledby", "help-figures")
        .with(tag("thead").with(tag("tr").with_all(head)))
        .with(tag("tbody").with_all(Figure::ALL.iter().map(row)));
    // What a narrow page has no room for is reached by the keys as well.
    tag("div")
        .class("help__figures")
        .attr("role", "region")
        .attr("aria-labelledby", "help-figures")
        .attr("tabindex", "0")
        .with(table)
}
