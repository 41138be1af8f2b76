//! The filter's range of a metric, typed as numbers. One metric at a time: ranges of others stay on as chips.

use leptos::prelude::*;

use super::group::FilterGroup;
use crate::components::ui::select::Select;
use crate::domain::metrics::range::{Bound, NotARange, Range};
use crate::domain::metrics::{METRICS, Metric, Unit};
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

const PROBLEM_ID: &str = "range-problem";

/// The metric, and its least and greatest value.
#[component]
pub fn RangeFilter() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let metric = RwSignal::new(Metric::Gmv);
    // As typed, so that "1." stays "1." until the rest is typed.
    let (min, max) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let range = Memo::new(move |_| {
        let metric = metric.get();
        (
            metric,
            analysis.filter.with(|filter| filter.range(metric).cloned()),
        )
    });
    // The range changes elsewhere too: a chip removes it, a link brings it.
    Effect::new(move || {
        range.with(|(_, range)| {
            show_bound(min, range.as_ref().and_then(Range::min));
            show_bound(max, range.as_ref().and_then(Range::max));
        });
    });
    let apply = move || {
        let bounds = (
            min.with_untracked(parse_bound),
            max.with_untracked(parse_bound),
        );
        if let (Ok(min), Ok(max)) = bounds {
            let metric = metric.get_untracked();
            let range = Range::new(metric, min, max);
            analysis.replace_view(|view| view.filter = view.filter.clone().ranged(metric, range));
        }
    };
    let hint = move || {
        let is_invalid = [min, max]
            .iter()
            .any(|text| text.with(parse_bound).is_err());
        match (is_invalid, metric.get().unit()) {
            (true, _) => t.filter.not_a_number,
            (false, Unit::Percent) => t.filter.in_percent,
            (false, _) => "",
        }
    };
    let options = METRICS
        .iter()
        .map(|spec| (spec.code, (t.metric)(spec.metric).name))
        .collect();
    let choose = move |code: String| {
        if let Some(chosen) = Metric::from_code(&code) {
            metric.set(chosen);
        }
    };
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
                <BoundField label=t.filter.min text=min on_input=apply />
                <BoundField label=t.filter.max text=max on_input=apply />
            </div>
            <p class="field__hint" id=PROBLEM_ID aria-live="polite">
                {hint}
            </p>
        </FilterGroup>
    }
}

#[component]
fn BoundField(
    label: &'static str,
    text: RwSignal<String>,
    #[prop(into)] on_input: Callback<()>,
) -> impl IntoView {
    let is_invalid = move || text.with(parse_bound).is_err().then_some("true");
    view! {
        <label class="field">
            {label}
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=PROBLEM_ID
                aria-invalid=is_invalid
                prop:value=text
                on:input=move |event| {
                    text.set(event_target_value(&event));
                    on_input.run(());
                }
            />
        </label>
    }
}

/// Shows a bound in its field, unless what is typed there means the same.
fn show_bound(text: RwSignal<String>, bound: Option<&Bound>) {
    if text
        .with_untracked(parse_bound)
        .as_ref()
        .map(Option::as_ref)
        != Ok(bound)
    {
        text.set(
            bound
                .map(|bound| bound.as_str().to_owned())
                .unwrap_or_default(),
        );
    }
}

/// The bound that a text means; none if it is empty.
fn parse_bound(text: &String) -> Result<Option<Bound>, NotARange> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some),
    }
}
