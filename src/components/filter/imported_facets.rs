//! The filter's choices among the values of the user's own file, each with the number of rows that it would show.

use leptos::prelude::*;

use super::chip_text::imported_value_text;
use super::facets::FacetOption;
use super::group::FilterGroup;
use crate::domain::filter::ImportedValue;
use crate::domain::filter::result::{Facets, ImportedFacet};
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

/// A group of checkboxes for each imported column that has few different values.
#[component]
pub fn ImportedFilters() -> impl IntoView {
    let analysis = expect_context::<Analysis>();
    // A value keeps its place whatever the filter.
    let in_results = Memo::new(move |_| analysis.facets_of_all());
    let columns = move || {
        let facets = in_results.with(|facets| facets.imported.clone());
        let columns = facets.into_iter().map(|facet| facet.column);
        columns.collect::<Vec<_>>()
    };
    view! {
        <For each=columns key=|column| *column let:column>
            <ColumnFilter column in_results />
        </For>
    }
}

/// A checkbox for each value of a column.
#[component]
fn ColumnFilter(
    /// The column's index in the file.
    column: u8,
    in_results: Memo<Facets>,
) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let name = move || {
        let imported = analysis.imported;
        imported.with(|imported| t.table.column_name(Column::Imported(column), imported))
    };
    let values = move || {
        let facet = in_results.with(|facets| facet(facets, column).cloned());
        let values = facet.map(|facet| facet.values).unwrap_or_default();
        let values = values.into_iter().map(|(value, _)| value);
        let mut values: Vec<_> = values
            .filter_map(|value| ImportedValue::new(column, value))
            .collect();
        let chosen = analysis.filter.with(|filter| filter.imported.clone());
        for value in chosen {
            if value.column() == column && !values.contains(&value) {
                values.push(value);
            }
        }
        values
    };
    view! {
        <FilterGroup name>
            <div class="filter__options">
                <For each=values key=ImportedValue::to_string let:value>
                    <ValueOption value />
                </For>
            </div>
        </FilterGroup>
    }
}

#[component]
fn ValueOption(value: ImportedValue) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let label = imported_value_text(value.value(), t).to_owned();
    let value = StoredValue::new(value);
    let checked = move || {
        analysis
            .filter
            .with(|filter| value.with_value(|value| filter.imported.contains(value)))
    };
    let count = move || {
        analysis
            .filter_result
            .with(|result| value.with_value(|value| rows_of(&result.facets, value)))
    };
    let toggle = move || {
        let value = value.get_value();
        analysis
            .replace_view(|view| view.filter = view.filter.clone().with_imported_toggled(value));
    };
    view! { <FacetOption kind="checkbox" name="file" label checked count on_change=toggle /> }
}

fn facet(facets: &Facets, column: u8) -> Option<&ImportedFacet> {
    facets.imported.iter().find(|facet| facet.column == column)
}

/// How many rows a value would show.
fn rows_of(facets: &Facets, value: &ImportedValue) -> usize {
    let values = facet(facets, value.column()).map(|facet| facet.values.iter());
    let found = values.and_then(|mut values| values.find(|(other, _)| other == value.value()));
    found.map_or(0, |(_, count)| *count)
}
