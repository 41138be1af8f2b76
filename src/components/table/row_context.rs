//! What the table's rows are drawn from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::metrics::Metric;
use crate::domain::rows::ResultRows;
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;

/// What all rows have in common.
pub struct RowContext {
    /// Another number for another context.
    pub version: usize,
    pub results: Arc<ResultRows>,
    pub columns: Vec<Column>,
    /// The metric that the table is sorted by, and its highest value: the longest bar.
    pub bar: Option<(Metric, f64)>,
}

/// The context, which changes with the results, the columns and the bars. `None` without results.
pub fn use_row_context() -> Memo<Option<Arc<RowContext>>> {
    let analysis = expect_context::<Analysis>();
    let bar = Memo::new(move |_| {
        let first = analysis.sort.with(|sort| sort.keys().first().copied())?;
        let Column::Metric(metric) = first.column else {
            return None;
        };
        Some((metric, highest_value(analysis, metric)?))
    });
    Memo::new_with_compare(
        move |old: Option<&Option<Arc<RowContext>>>| {
            let old = old.and_then(Option::as_ref);
            Some(Arc::new(RowContext {
                version: old.map_or(0, |old| old.version + 1),
                results: analysis.rows.get()?,
                columns: analysis.columns.get(),
                bar: bar.get(),
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
