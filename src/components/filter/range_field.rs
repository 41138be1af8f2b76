//! The filter's range of a metric, typed as numbers. One metric at a time: ranges of others stay on as chips.

use leptos::prelude::*;

use super::group::FilterGroup;
use super::typed_field::{TypedField, TypedProblem};
use crate::components::ui::select::Select;
use crate::domain::metrics::range::{Bound, Range};
use crate::domain::metrics::{METRICS, Metric};
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;
use crate::state::typed::Typed;

const PROBLEM_ID: &str = "range-problem";

/// The metric, and its least and greatest value.
#[component]
pub fn RangeFilter() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let metric = RwSignal::new(Metric::Gmv);
    let (min, max) = (Typed::new(), Typed::new());
    let range = Memo::new(move |_| {
        let metric = metric.get();
        let range = analysis.filter.with(|filter| filter.range(metric).cloned());
        (metric, range)
    });
    // The range changes elsewhere too: a chip removes it, a link brings it.
    Effect::new(move || {
        range.with(|(_, range)| {
            min.show(range.as_ref().and_then(Range::min).cloned());
            max.show(range.as_ref().and_then(Range::max).cloned());
        });
    });
    let is_unreadable = |typed: Typed| typed.value::<Bound>().is_err();
    // What is typed: the range, or what is wrong with it.
    let typed = Memo::new(move |_| {
        let (Ok(min), Ok(max)) = (min.value(), max.value()) else {
            return Err(t.filter.not_a_number);
        };
        match Range::new(metric.get(), min, max) {
            Some(range) if range.is_inverted() => Err(t.filter.min_above_max),
            range => Ok(range),
        }
    });
    let apply = move || {
        if let Ok(range) = typed.get_untracked() {
            let metric = metric.get_untracked();
            analysis.replace_view(|view| {
                // A chart's bin excludes its maximum, which is no reason to change it with the minimum.
                let range = match view.filter.range(metric) {
                    Some(old) => range.map(|range| range.excluding_max_of(old)),
                    None => range,
                };
                view.filter = view.filter.clone().with_range(metric, range);
            });
        }
    };
    let is_inverted = move || typed.with(|typed| *typed == Err(t.filter.min_above_max));
    let in_unit = move |label| (t.filter.in_unit)(label, metric.get().unit());
    let options = METRICS
        .iter()
        .map(|spec| (spec.code, (t.metric)(spec.metric).name.to_owned()))
        .collect();
    let choose = move |code: String| {
        if let Some(chosen) = Metric::from_code(&code) {
            metric.set(chosen);
        }
    };
    let problem = move || typed.with(|typed| typed.as_ref().err().copied().unwrap_or_default());
    view! {
        <FilterGroup name=t.filter.metric_range>
            <div class="filter__fields">
                <Select
                    id="range-metric"
                    label=t.filter.metric
                    options
                    value=move || metric.get().code()
                    on_change=choose
                />
                <TypedField
                    label=move || in_unit(t.filter.min)
                    kind="text"
                    typed=min
                    is_invalid=move || is_unreadable(min) || is_inverted()
                    described_by=PROBLEM_ID
                    on_input=apply
                />
                <TypedField
                    label=move || in_unit(t.filter.max)
                    kind="text"
                    typed=max
                    is_invalid=move || is_unreadable(max) || is_inverted()
                    described_by=PROBLEM_ID
                    on_input=apply
                />
            </div>
            <TypedProblem id=PROBLEM_ID text=problem />
        </FilterGroup>
    }
}
