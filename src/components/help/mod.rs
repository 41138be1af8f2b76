//! Owns: Help: the keys, and what is to be known of each metric; and the word on what a key could not do.
//! Refuses: naming a key or a metric that the rest of the page does not take from the same place.

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::ui::dialog::dialog_of;
use crate::components::tag::{Tag, tag};
use crate::domain::metrics::Metric;
use crate::domain::shortcut::Shortcut;
use crate::i18n::{HelpTexts, Texts};
use crate::state::locale::locale;
use crate::state::shortcuts::Shortcuts;

/// The dialog.
pub fn help_dialog(shortcuts: Shortcuts) -> Tag {
    let locale = locale();
    let (t, h) = (locale.texts, locale.help());
    dialog_of("help", t.help, shortcuts.help, move || {
        vec![
            said("h3", h.shortcuts),
            keys(t, h),
            said(
                "p",
                match shortcuts.on.get() {
                    true => h.shortcuts_note,
                    false => h.shortcuts_are_off,
                },
            )
            .class("field__hint"),
            said("h3", h.metrics).attr("id", "help-metrics"),
            metrics(t, h),
            said("p", h.metrics_note).class("field__hint"),
        ]
    })
}

/// What a key could not do, to be seen for a moment and to be announced.
pub fn refusal(shortcuts: Shortcuts) -> Tag {
    tag("p")
        .class("toast")
        .attr("aria-live", "polite")
        .live_text(move || shortcuts.said.get())
}

fn keys(t: &'static Texts, h: &'static HelpTexts) -> Tag {
    let line = |key: &str, text: &str| {
        tag("div")
            .with(tag("dt").with(said("kbd", key)))
            .with(said("dd", text))
    };
    let single = Shortcut::ALL.map(|shortcut| {
        let key = match shortcut {
            Shortcut::Play => h.space,
            _ => shortcut.key(),
        };
        line(key, (h.shortcut)(shortcut))
    });
    tag("dl")
        .class("keys")
        .with_all(single)
        .with(line(t.search_shortcut, h.search))
}

fn metrics(t: &'static Texts, h: &'static HelpTexts) -> Tag {
    let head = [h.metric, h.formula, h.unit, h.better];
    let head = head.map(|name| said("th", name).attr("scope", "col"));
    let row = |metric: &Metric| {
        let text = (t.metric)(*metric);
        tag("tr")
            .with(said("th", text.name).attr("scope", "row"))
            .with(said("td", text.formula))
            .with(said("td", (h.unit_of)(metric.unit())))
            .with(said("td", (h.direction)(metric.direction())))
    };
    let table = tag("table")
        .attr("aria-labelledby", "help-metrics")
        .with(tag("thead").with(tag("tr").with_all(head)))
        .with(tag("tbody").with_all(Metric::ALL.iter().map(row)));
    // What a narrow page has no room for is reached by the keys as well.
    tag("div")
        .class("help__metrics")
        .attr("role", "region")
        .attr("aria-labelledby", "help-metrics")
        .attr("tabindex", "0")
        .with(table)
}
