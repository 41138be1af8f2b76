//! The widths of the table's columns. They are fixed, so that nothing moves while rows come and go.

use leptos::prelude::*;

use crate::domain::metrics::Unit;
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;

/// The video's column, and those that were chosen.
#[component]
pub fn ColumnWidths() -> impl IntoView {
    let analysis = expect_context::<Analysis>();
    view! {
        <colgroup>
            <col class="results-table__col-video" />
            <For each=move || analysis.columns.get() key=|column| *column let:column>
                <col class=class(column) />
            </For>
        </colgroup>
    }
}

fn class(column: Column) -> &'static str {
    match column {
        Column::Caption | Column::Hashtags => "results-table__col-wide",
        Column::VideoId | Column::Product | Column::Creator => "results-table__col-id",
        Column::Published => "results-table__col-date",
        Column::Metric(metric) if metric.unit() == Unit::Dollars => "results-table__col-money",
        Column::Region | Column::Metric(_) => "results-table__col-metric",
    }
}
