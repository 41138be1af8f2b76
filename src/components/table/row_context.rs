//! What the table's rows are drawn from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::metrics::Metric;
use crate::domain::rows::ResultRows;
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;

/// What all rows have in common.
pub struct RowContext {
    pub results: Arc<ResultRows>,
    pub columns: Vec<Column>,
    /// The metric that the table is sorted by: its cells have bars.
    pub bar: Option<Metric>,
    /// The highest value of that metric: the longest bar.
    pub longest: Memo<Option<f64>>,
}

/// The context, which changes with the results and the columns. `None` without results.
pub fn use_row_context() -> Memo<Option<Arc<RowContext>>> {
    let analysis = expect_context::<Analysis>();
    let bar = Memo::new(move |_| {
        let first = analysis.sort.with(|sort| sort.keys().first().copied());
        match first?.column {
            Column::Metric(metric) => Some(metric),
            _ => None,
        }
    });
    let longest = Memo::new(move |_| highest_value(analysis, bar.get()?));
    Memo::new_with_compare(
        move |_| {
            Some(Arc::new(RowContext {
                results: analysis.rows.get()?,
                columns: analysis.columns.get(),
                bar: bar.get(),
                longest,
            }))
        },
        |_, _| true,
    )
}

/// The highest value of a metric among the shown rows.
fn highest_value(analysis: Analysis, metric: Metric) -> Option<f64> {
    let results = analysis.rows.get()?;
    analysis.shown.with(|shown| {
        let values = shown.iter().filter_map(|row| results.value(*row, metric));
        values.reduce(f64::max)
    })
}
