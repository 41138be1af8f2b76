//! The filter's choices among regions and sales, each with the number of rows that it would show.

use leptos::prelude::*;
use strum::VariantArray;

use super::group::FilterGroup;
use crate::domain::filter::Sold;
use crate::state::analysis::Analysis;
use crate::state::locale::{use_locale, use_texts};

/// A checkbox for each region of the results.
#[component]
pub fn RegionFilter() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    // A region keeps its place whatever the filter.
    let in_results = Memo::new(move |_| analysis.facets_of_all().regions);
    let codes = move || {
        let mut codes: Vec<String> =
            in_results.with(|regions| regions.iter().map(|(code, _)| code.clone()).collect());
        let chosen = analysis.filter.with(|filter| filter.regions.clone());
        for code in chosen {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    };
    view! {
        <FilterGroup name=t.filter.region>
            <div class="filter__options">
                <For each=codes key=String::clone let:code>
                    <RegionOption code />
                </For>
            </div>
        </FilterGroup>
    }
}

#[component]
fn RegionOption(code: String) -> impl IntoView {
    let locale = use_locale();
    let analysis = expect_context::<Analysis>();
    let code = StoredValue::new(code);
    let label = code.with_value(|code| locale.region(code));
    let checked = move || {
        analysis
            .filter
            .with(|filter| code.with_value(|code| filter.regions.contains(code)))
    };
    let count = move || {
        analysis.filter_result.with(|result| {
            let regions = &result.facets.regions;
            let region = code.with_value(|code| regions.iter().find(|(other, _)| other == code));
            region.map_or(0, |(_, count)| *count)
        })
    };
    let toggle = move || {
        let code = code.get_value();
        analysis.replace_view(|view| view.filter = view.filter.clone().with_region_toggled(&code));
    };
    view! { <FacetOption kind="checkbox" name="region" label checked count on_change=toggle /> }
}

/// Radio buttons for whether anything was sold.
#[component]
pub fn SalesFilter() -> impl IntoView {
    let t = use_texts();
    let choices = [None]
        .into_iter()
        .chain(Sold::VARIANTS.iter().copied().map(Some));
    let options = choices
        .map(|sold| view! { <SalesOption sold /> })
        .collect_view();
    view! {
        <FilterGroup name=t.filter.sales>
            <div class="filter__options">{options}</div>
        </FilterGroup>
    }
}

#[component]
fn SalesOption(sold: Option<Sold>) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let label = sold.map_or(t.filter.any, t.filter.has_sales).to_owned();
    let checked = move || analysis.filter.with(|filter| filter.sold == sold);
    let count = move || {
        analysis.filter_result.with(|result| match sold {
            Some(sold) => result.facets.sold[sold as usize],
            None => result.facets.sold.iter().sum(),
        })
    };
    let choose = move || analysis.replace_view(|view| view.filter.sold = sold);
    view! { <FacetOption kind="radio" name="sold" label checked count on_change=choose /> }
}

/// A checkbox or radio button, and the number of rows that it would show.
#[component]
pub fn FacetOption(
    /// The input's `type`.
    kind: &'static str,
    name: &'static str,
    label: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] count: Signal<usize>,
    #[prop(into)] on_change: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <label class="filter__option">
            <input type=kind name=name prop:checked=checked on:change=move |_| on_change.run(()) />
            <span dir="auto">{label}</span>
            <small>{move || locale.formats().exact(Some(count.get() as u64))}</small>
        </label>
    }
}
