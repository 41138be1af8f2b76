//! The order of the rows while somebody works in them: as answers come, what was there stays in its place, and new rows
//! come after it. A clip plays on, and a focused row does not run away.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::analysis::Analysis;
use super::search::Search;
use crate::domain::filter::Filter;
use crate::domain::query::SearchQuery;
use crate::domain::rows::sort::Sort;
use crate::domain::rows::{ResultRows, RowIndex, RowKey};

/// The rows in the order in which they are drawn.
#[derive(Clone)]
struct Drawn {
    /// Another search, order or filter is drawn at once.
    of: (Option<SearchQuery>, Sort, Filter),
    results: Option<Arc<ResultRows>>,
    rows: Arc<Vec<RowIndex>>,
}

/// The shown rows in their order, which waits while `is_held`.
pub fn hold_order(
    search: Search,
    analysis: Analysis,
    is_held: Signal<bool>,
) -> Signal<Arc<Vec<RowIndex>>> {
    let drawn = Memo::new_with_compare(
        move |earlier: Option<&Drawn>| {
            let of = (
                search.url().query,
                analysis.sort.get(),
                analysis.filter.get(),
            );
            let (results, shown) = (analysis.rows.get(), analysis.shown.get());
            let earlier = earlier.filter(|earlier| is_held.get() && earlier.of == of);
            let rows = match (earlier, &results) {
                (Some(earlier), Some(results)) => earlier.with_new(results, &shown),
                _ => shown,
            };
            Drawn { of, results, rows }
        },
        |_, _| true,
    );
    Signal::derive(move || drawn.with(|drawn| drawn.rows.clone()))
}

impl Drawn {
    /// The rows of new results: those that were there in their places, then the new ones.
    fn with_new(&self, results: &ResultRows, shown: &[RowIndex]) -> Arc<Vec<RowIndex>> {
        let places: HashMap<RowKey, usize> = match &self.results {
            Some(earlier) => self
                .rows
                .iter()
                .map(|row| earlier.key(*row))
                .zip(0..)
                .collect(),
            None => HashMap::new(),
        };
        let mut rows = shown.to_vec();
        rows.sort_by_key(|row| {
            let place = places.get(&results.key(*row));
            place.copied().unwrap_or(usize::MAX)
        });
        Arc::new(rows)
    }
}
