//! The filter's days of publication.

use leptos::prelude::*;

use super::group::FilterGroup;
use super::typed_field::{TypedField, TypedProblem};
use crate::domain::dates::day::Day;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;
use crate::state::typed::Typed;

const PROBLEM_ID: &str = "dates-problem";

/// The first and the last day.
#[component]
pub fn DatesFilter() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let (from, to) = (Typed::new(), Typed::new());
    let days = Memo::new(move |_| analysis.filter.with(|filter| (filter.from, filter.to)));
    // The days change elsewhere too: a chip removes them, a link brings them.
    Effect::new(move || {
        let (first, last) = days.get();
        from.show(first);
        to.show(last);
    });
    let is_unreadable = |typed: Typed| typed.value::<Day>().is_err();
    // What is typed: the days, or what is wrong with them.
    let typed = Memo::new(move |_| match (from.value::<Day>(), to.value::<Day>()) {
        (Ok(Some(first)), Ok(Some(last))) if first > last => Err(t.filter.from_after_to),
        (Ok(first), Ok(last)) => Ok((first, last)),
        _ => Err(t.filter.not_a_day),
    });
    let apply = move || {
        if let Ok((first, last)) = typed.get_untracked() {
            analysis.replace_view(|view| (view.filter.from, view.filter.to) = (first, last));
        }
    };
    let is_inverted = move || typed.get() == Err(t.filter.from_after_to);
    view! {
        <FilterGroup name=t.filter.published>
            <div class="filter__fields">
                <TypedField
                    label=t.filter.from
                    kind="date"
                    typed=from
                    is_invalid=move || is_unreadable(from) || is_inverted()
                    described_by=PROBLEM_ID
                    on_input=apply
                />
                <TypedField
                    label=t.filter.to
                    kind="date"
                    typed=to
                    is_invalid=move || is_unreadable(to) || is_inverted()
                    described_by=PROBLEM_ID
                    on_input=apply
                />
            </div>
            <TypedProblem id=PROBLEM_ID text=move || typed.get().err().unwrap_or_default() />
            <p class="field__hint">{t.filter.dates_note}</p>
        </FilterGroup>
    }
}
