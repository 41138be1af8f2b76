//! The filter's range of a metric, typed as numbers. One metric at a time: ranges of others stay on as chips.

use leptos::prelude::*;

use super::group::FilterGroup;
use crate::components::ui::select::Select;
use crate::domain::metrics::range::{Bound, InvalidRange, Range};
use crate::domain::metrics::{METRICS, Metric, Unit};
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

const PROBLEM_ID: &str = "range-problem";

/// A bound as it is typed, so that "1." stays "1." until the rest is typed.
#[derive(Clone, Copy)]
struct BoundInput(RwSignal<String>);

impl BoundInput {
    fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// The bound that the text means; none if it is empty.
    fn bound(self) -> Result<Option<Bound>, InvalidRange> {
        self.0.with(|text| match text.trim() {
            "" => Ok(None),
            text => text.parse().map(Some),
        })
    }

    /// Shows a bound, unless what is typed means the same.
    fn show(self, bound: Option<&Bound>) {
        if untrack(|| self.bound()) != Ok(bound.cloned()) {
            self.0.set(bound.map_or("", Bound::as_str).to_owned());
        }
    }
}

/// The metric, and its least and greatest value.
#[component]
pub fn RangeFilter() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let metric = RwSignal::new(Metric::Gmv);
    let (min, max) = (BoundInput::new(), BoundInput::new());
    let range = Memo::new(move |_| {
        let metric = metric.get();
        let range = analysis.filter.with(|filter| filter.range(metric).cloned());
        (metric, range)
    });
    // The range changes elsewhere too: a chip removes it, a link brings it.
    Effect::new(move || {
        range.with(|(_, range)| {
            min.show(range.as_ref().and_then(Range::min));
            max.show(range.as_ref().and_then(Range::max));
        });
    });
    let apply = move || {
        if let (Ok(min), Ok(max)) = untrack(|| (min.bound(), max.bound())) {
            let metric = metric.get_untracked();
            analysis.replace_view(|view| {
                let range = Range::new(metric, min, max);
                // A chart's bin excludes its maximum, which is no reason to change it with the minimum.
                let range = match view.filter.range(metric) {
                    Some(old) => range.map(|range| range.excluding_max_of(old)),
                    None => range,
                };
                view.filter = view.filter.clone().with_range(metric, range);
            });
        }
    };
    let hint = move || {
        let is_valid = min.bound().is_ok() && max.bound().is_ok();
        match metric.get().unit() {
            _ if !is_valid => t.filter.not_a_number,
            Unit::Percent => t.filter.in_percent,
            _ => "",
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
                <BoundField label=t.filter.min input=min on_input=apply />
                <BoundField label=t.filter.max input=max on_input=apply />
            </div>
            <p class="field__hint" id=PROBLEM_ID aria-live="polite">
                {move || hint()}
            </p>
        </FilterGroup>
    }
}

#[component]
fn BoundField(
    label: &'static str,
    input: BoundInput,
    #[prop(into)] on_input: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="field">
            {label}
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=PROBLEM_ID
                aria-invalid=move || input.bound().is_err().then_some("true")
                prop:value=input.0
                on:input=move |event| {
                    input.0.set(event_target_value(&event));
                    on_input.run(());
                }
            />
        </label>
    }
}
