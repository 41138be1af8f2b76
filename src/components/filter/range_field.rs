//! Owns: a range of a metric, typed as numbers. Refuses: other metrics' ranges, which stay as chips.

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::ui::select::choice;
use crate::components::filter::group;
use crate::components::tag::{Tag, tag};
use crate::domain::filter::Filter;
use crate::domain::metrics::{Metric, Unit};
use crate::domain::metrics::range::{Bound, Range};
use crate::state::derived::Derived;
use crate::state::analysis::Analysis;
use crate::state::locale::Locale;

/// A metric, and the least and the most that it may be.
pub fn range_field(analysis: Analysis, filter: Derived<Filter>, locale: Locale) -> Tag {
    let t = locale.texts;
    let metric = RwSignal::new(Metric::Gmv);
    // As typed, so that "1." stays "1." while more is to come.
    let typed = RwSignal::new([String::new(), String::new()]);
    let read = move |text: &str| match text.trim() {
        "" => Ok(None),
        text => text.parse::<Bound>().map(Some),
    };
    let apply = move || {
        let [min, max] = typed.get_untracked();
        if let (Ok(min), Ok(max)) = (read(&min), read(&max)) {
            let metric = metric.get_untracked();
            let range = Range::new(metric, min, max);
            analysis.change(|view| view.filter = view.filter.clone().ranged(metric, range));
        }
    };
    // What stands in the address, and what a chip removes, shows here too; what is being typed stays.
    let show = move || {
        let range = filter.with(|filter| filter.range(metric.get()).cloned());
        let bound = |bound: Option<&Bound>| bound.map(Bound::as_str).unwrap_or_default().to_owned();
        let texts = [
            bound(range.as_ref().and_then(Range::min)),
            bound(range.as_ref().and_then(Range::max)),
        ];
        let means = |texts: &[String; 2]| texts.each_ref().map(|text| read(text));
        let same = typed.with_untracked(|typed| means(typed) == means(&texts));
        if !same {
            typed.set(texts);
        }
    };
    let bound = |label: &str, place: usize| {
        let input = tag("input")
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("aria-describedby", "range-problem")
            .live_attr("aria-invalid", move || {
                typed.with(|typed| read(&typed[place]).is_err().then_some("true"))
            })
            .live_prop("value", move || {
                typed.with(|typed| typed[place].clone()).into()
            })
            .on("input", move |event| {
                typed.update(|typed| typed[place] = event_target_value(&event));
                apply();
            });
        tag("label").class("field").text(label).with(input)
    };
    let problem = move || {
        let is_bad = typed.with(|typed| typed.iter().any(|text| read(text).is_err()));
        match (is_bad, metric.get().unit()) {
            (true, _) => locale.analysis().range_bad,
            (false, Unit::Percent) => locale.analysis().in_percent,
            (false, _) => "",
        }
        .to_owned()
    };
    let metrics = Metric::ALL.map(|metric| (metric.code(), (t.metric)(metric).name));
    let pick = move |code: String| {
        if let Some(picked) = Metric::from_code(&code) {
            metric.set(picked);
        }
    };
    let which = choice(
        "range-metric",
        locale.analysis().metric,
        metrics,
        move || metric.get().code(),
        pick,
    );
    crate::state::effect::effect(show);
    group(locale.analysis().range)
        .with(
            tag("div")
                .class("filter__fields")
                .with(which)
                .with(bound(locale.analysis().least, 0))
                .with(bound(locale.analysis().most, 1)),
        )
        .with(
            said("p", "")
                .class("field__hint")
                .attr("id", "range-problem")
                .attr("aria-live", "polite")
                .live_text(problem),
        )
}
