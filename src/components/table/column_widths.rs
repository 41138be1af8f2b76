//! The widths of the table's columns. They are fixed, so that nothing moves while rows come and go.

use leptos::prelude::*;

use crate::components::ui::keyed_for::KeyedFor;
use crate::domain::metrics::Unit;
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;

/// The video's column, and those that were chosen.
#[component]
pub fn ColumnWidths() -> impl IntoView {
    let analysis = expect_context::<Analysis>();
    let item = Callback::new(|column| view! { <col class=class(column) /> }.into_any());
    view! {
        <colgroup>
            <col class="results-table__col-video" />
            <KeyedFor each=analysis.columns key=|column| *column item />
        </colgroup>
    }
}

fn class(column: Column) -> &'static str {
    match column {
        Column::Caption | Column::Hashtags => "results-table__col-wide",
        Column::Price => "results-table__col-money",
        Column::VideoId | Column::Product | Column::Creator => "results-table__col-id",
        Column::Published => "results-table__col-date",
        Column::Metric(metric) if metric.unit() == Unit::Dollars => "results-table__col-money",
        Column::Region | Column::Imported(_) => "results-table__col-region",
        Column::Metric(_) => "results-table__col-metric",
    }
}
