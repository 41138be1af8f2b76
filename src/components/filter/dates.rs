//! The filter's days of publication.

use leptos::prelude::*;

use super::group::FilterGroup;
use crate::domain::dates::day::Day;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

/// The first and the last day.
#[component]
pub fn DatesFilter() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let from = move || analysis.filter.with(|filter| filter.from);
    let to = move || analysis.filter.with(|filter| filter.to);
    let set_from = move |day| analysis.replace_view(|view| view.filter.from = day);
    let set_to = move |day| analysis.replace_view(|view| view.filter.to = day);
    view! {
        <FilterGroup name=t.filter.published>
            <div class="filter__fields">
                <DayField label=t.filter.from day=from on_change=set_from />
                <DayField label=t.filter.to day=to on_change=set_to />
            </div>
            <p class="field__hint">{t.filter.dates_note}</p>
        </FilterGroup>
    }
}

#[component]
fn DayField(
    label: &'static str,
    #[prop(into)] day: Signal<Option<Day>>,
    #[prop(into)] on_change: Callback<Option<Day>>,
) -> impl IntoView {
    view! {
        <label class="field">
            {label}
            <input
                type="date"
                prop:value=move || day.get().map(|day| day.to_string()).unwrap_or_default()
                on:change=move |event| on_change.run(event_target_value(&event).parse().ok())
            />
        </label>
    }
}
