//! The rows that are drawn. While answers arrive, a row stays the same element: only what changed of it is drawn anew,
//! so that the focus in it stays.

use std::sync::Arc;

use leptos::prelude::*;

use super::row_context::RowContext;
use crate::domain::rows::{RowIndex, RowKey};

/// A row of the table.
#[derive(Clone)]
pub struct DrawnRow {
    pub context: Arc<RowContext>,
    pub row: RowIndex,
    /// Its place in the table, from 0.
    pub position: usize,
}

impl DrawnRow {
    /// What the row is known by.
    pub fn key(&self) -> RowKey {
        self.context.results.key(self.row)
    }

    /// Whether all that is shown in its cells is the same.
    fn looks_like(&self, other: &Self) -> bool {
        let (context, others) = (&self.context, &other.context);
        if Arc::ptr_eq(context, others) && self.row == other.row {
            return true;
        }
        let (results, other_results) = (&context.results, &others.results);
        context.columns == others.columns
            && context.bar == others.bar
            && self.key() == other.key()
            && results.video(self.row) == other_results.video(other.row)
            && results.product(self.row) == other_results.product(other.row)
            && results.imported() == other_results.imported()
    }
}

/// A drawn row as it is now. It notifies only when something that is shown in its cells changes.
pub fn latest(drawn: Memo<Vec<DrawnRow>>, row: DrawnRow) -> Memo<DrawnRow> {
    let key = row.key();
    Memo::new_owning(move |earlier: Option<DrawnRow>| {
        let found = drawn.with(|rows| rows.iter().find(|row| row.key() == key).cloned());
        match (found, earlier) {
            // The newest is kept in any case, so that earlier results are freed.
            (Some(found), Some(earlier)) => {
                let has_changed = !earlier.looks_like(&found);
                (found, has_changed)
            }
            (Some(found), None) => (found, true),
            // The moment in which the row goes.
            (None, earlier) => (earlier.unwrap_or_else(|| row.clone()), false),
        }
    })
}

/// The place of a drawn row as it is now.
pub fn latest_position(drawn: Memo<Vec<DrawnRow>>, row: &DrawnRow) -> Memo<usize> {
    let (key, first) = (row.key(), row.position);
    Memo::new(move |earlier: Option<&usize>| {
        let found = drawn.with(|rows| {
            let row = rows.iter().find(|row| row.key() == key);
            row.map(|row| row.position)
        });
        found.unwrap_or_else(|| earlier.copied().unwrap_or(first))
    })
}
