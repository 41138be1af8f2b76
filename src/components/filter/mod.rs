//! Owns: a filter's choices, each with how many lines it would leave. Refuses: counting them.

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::ui::disclosure::disclosure;
use crate::components::filter::range_field::range_field;
use crate::components::tag::{Keys, Tag, tag};
use crate::domain::dates::day::Day;
use crate::domain::filter::{Filter, NO_REGION, Sold};
use crate::state::derived::{Derived, derived};
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, locale};

/// "Filter", and under the bar all that can be chosen.
pub fn filter_panel(analysis: Analysis) -> [Tag; 2] {
    let locale = locale();

    let filter = derived(move || analysis.view.with(|view| view.filter.clone()));
    let label = move || match filter.with(|filter| filter.parts().len()) {
        0 => locale.analysis().filter.to_owned(),
        count => (locale.analysis().filter_count)(count),
    };
    disclosure("filter", label, move || {
        let groups = tag("div")
            .class("filter")
            .with(regions(analysis, filter, locale))
            .with(sold(analysis, filter, locale))
            .with(dates(analysis, filter, locale))
            .with(range_field(analysis, filter, locale));
        vec![groups]
    })
}

/// A group of fields with its name.
pub fn group(name: &str) -> Tag {
    tag("fieldset")
        .class("filter__group")
        .with(said("legend", name))
}

fn regions(analysis: Analysis, filter: Derived<Filter>, locale: Locale) -> Tag {
    let t = locale.analysis();
    // A region keeps its place whatever the filter: only another result orders them anew.
    let whole = derived(move || analysis.regions());
    let all = derived(move || {
        let mut names = whole.get();
        filter.with(|filter| {
            for name in &filter.regions {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
        });
        names
    });
    let keys = move || Keys {
        look: 0,
        keys: all.with(|all| all.iter().map(|name| packed(name)).collect()),
    };
    let region = move |key: u32| {
        let name = unpacked(key);
        let shown = match name == NO_REGION {
            true => t.no_region.to_owned(),
            false => name.clone(),
        };
        let (wanted, chosen) = (name.clone(), name.clone());
        let count = move || {
            analysis.survey.with(|survey| {
                let mut regions = survey.regions.iter();
                regions
                    .find(|(other, _)| *other == name)
                    .map_or(0, |(_, count)| *count)
            })
        };
        let is_on = move || filter.with(|filter| filter.regions.contains(&chosen));
        option("checkbox", "region", &shown, is_on, count, locale).on("change", move |_| {
            analysis.change(|view| view.filter = view.filter.clone().toggled(&wanted))
        })
    };
    group(t.region).with(tag("div").class("filter__options").keyed(keys, region))
}

/// A code of up to four letters as a number.
fn packed(code: &str) -> u32 {
    code.bytes()
        .fold(0, |packed, byte| packed << 8 | u32::from(byte))
}

fn unpacked(key: u32) -> String {
    let bytes = key.to_be_bytes();
    let letters = bytes.iter().filter(|byte| **byte != 0);
    letters.map(|byte| char::from(*byte)).collect()
}

fn sold(analysis: Analysis, filter: Derived<Filter>, locale: Locale) -> Tag {
    let t = locale.analysis();
    let choice = |wanted: Option<Sold>| {
        let name = wanted.map_or(t.any, t.sold_is);
        let is_on = move || filter.with(|filter| filter.sold == wanted);
        let count = move || {
            analysis.survey.with(|survey| match wanted {
                Some(sold) => survey.sold[sold as usize],
                None => survey.sold.iter().sum(),
            })
        };
        option("radio", "sold", name, is_on, count, locale).on("change", move |_| {
            analysis.change(|view| view.filter.sold = wanted);
        })
    };
    let choices = [None].into_iter().chain(Sold::ALL.map(Some)).map(choice);
    group(t.sold).with(tag("div").class("filter__options").with_all(choices))
}

/// A box or button with its name and how many lines it would leave.
fn option(
    kind: &str,
    name: &str,
    label: &str,
    is_on: impl Fn() -> bool + 'static,
    count: impl Fn() -> usize + 'static,
    locale: Locale,
) -> Tag {
    let input = tag("input")
        .attr("type", kind)
        .attr("name", name)
        .live_prop("checked", move || is_on().into());
    tag("label")
        .class("filter__option")
        .with(input)
        .with(said("span", label))
        .with(tag("small").live_text(move || locale.formats().exact(Some(count() as u64))))
}

fn dates(analysis: Analysis, filter: Derived<Filter>, locale: Locale) -> Tag {
    let t = locale.analysis();
    let field =
        |label: &str, read: fn(&Filter) -> Option<Day>, set: fn(&mut Filter, Option<Day>)| {
            let value = move || {
                let day = filter.with(read);
                day.map(|day| day.to_string()).unwrap_or_default().into()
            };
            let input = tag("input")
                .attr("type", "date")
                .live_prop("value", value)
                .on("change", move |event| {
                    let day = event_target_value(&event).parse().ok();
                    analysis.change(|view| set(&mut view.filter, day));
                });
            tag("label").class("field").text(label).with(input)
        };
    let from = field(
        t.from,
        |filter| filter.from,
        |filter, day| filter.from = day,
    );
    let to = field(t.to, |filter| filter.to, |filter, day| filter.to = day);
    group(t.dates)
        .with(tag("div").class("filter__fields").with(from).with(to))
        .with(said("p", t.dates_note).class("field__hint"))
}
