//! Owns: what is on of a filter, each a click from being gone. Refuses: adding to it.

use leptos::prelude::*;

use super::button::{Look, bare_button, button};
use super::icon::{icon, shape};
use super::tag::{Tag, tag};
use crate::domain::filter::{Filter, NO_REGION, Part};
use crate::domain::metrics::Unit;
use crate::domain::range::{Bound, Range};
use crate::state::desk::Desk;
use crate::state::locale::{Locale, locale};

/// The chips; nothing while no filter is on.
pub fn chips(desk: Desk) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let parts = Memo::new(move |_| desk.view.with(|view| view.filter.parts()));
    let chip = move |part: Part| {
        let text = text(&part, locale);
        let chip = bare_button(Look::Plain)
            .class("chip")
            .attr("aria-label", &(t.desk.remove)(&text))
            .text(&text)
            .with(icon(shape::CLOSE));
        let remove = move || desk.change(|view| view.filter = view.filter.clone().without(&part));
        tag("li").with(chip.press(remove))
    };
    tag("div").class("as-is").attr("tabindex", "-1").live(move || {
        let parts = parts.get();
        let clear = (parts.len() > 1).then(|| {
            let clear = move || desk.change(|view| view.filter = Filter::default());
            tag("li").with(button(Look::Text, t.desk.clear_all, clear))
        });
        let list = (!parts.is_empty()).then(|| {
            tag("ul")
                .class("chips")
                .attr("aria-label", t.desk.active)
                .with_all(parts.into_iter().map(chip))
                .with_all(clear)
        });
        list.into_iter().collect()
    })
}

fn text(part: &Part, locale: Locale) -> String {
    let t = locale.texts;
    match part {
        Part::Text(text) => ["“", text, "”"].concat(),
        Part::Region(region) if region == NO_REGION => t.desk.no_region.to_owned(),
        Part::Region(region) => region.clone(),
        Part::Dates(from, to) => {
            let day = |day: &Option<_>| day.map(|day: crate::domain::day::Day| day.to_string());
            span(day(from).as_deref(), day(to).as_deref(), locale, t.published)
        }
        Part::Sold(sold) => (t.desk.sold_is)(*sold).to_owned(),
        Part::Range(range) => {
            let percent = match range.figure().unit() {
                Unit::Percent => "%",
                _ => "",
            };
            let text = |bound: Option<&Bound>| bound.map(|bound| [bound.as_str(), percent].concat());
            let name = (t.figure)(range.figure()).name;
            let (min, max) = (text(Range::min(range)), text(Range::max(range)));
            span(min.as_deref(), max.as_deref(), locale, name)
        }
    }
}

/// "GMV: 100 to 500".
fn span(least: Option<&str>, most: Option<&str>, locale: Locale, name: &str) -> String {
    let t = &locale.texts.desk;
    let span = match (least, most) {
        (Some(least), Some(most)) => (t.between)(least, most),
        (Some(least), None) => (t.at_least)(least),
        (None, most) => (t.at_most)(most.unwrap_or_default()),
    };
    [name, ": ", &span].concat()
}
