//! The order of rows by one column or several, and its text in a URL, such as `-gmv,views`. Rows that are equal by all
//! columns stay in the order of the results, and unknown values come last, ascending and descending.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::domain::imports::ImportedColumns;
use crate::domain::rows::column::Column;
use crate::domain::rows::{ResultRows, RowIndex};

/// One level of a sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SortKey {
    pub column: Column,
    pub descending: bool,
}

/// A sort by one column or several. Without keys it is the order of the results.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sort(Vec<SortKey>);

impl Sort {
    /// By one column.
    #[must_use]
    pub fn by(column: Column, descending: bool) -> Self {
        Self(vec![SortKey { column, descending }])
    }

    #[must_use]
    pub fn keys(&self) -> &[SortKey] {
        &self.0
    }

    /// The key of a column with its level, from 0.
    #[must_use]
    pub fn key(&self, column: Column) -> Option<(usize, SortKey)> {
        let mut keys = self.0.iter().copied().enumerate();
        keys.find(|(_, key)| key.column == column)
    }

    /// The sort after a click on a column's header: first by the better end of the column, then the other way around,
    /// then not by it. With `add_level` the other columns stay.
    #[must_use]
    pub fn toggled(&self, column: Column, add_level: bool) -> Self {
        // Users want numbers from the highest, names from the first.
        let first = matches!(column, Column::Metric(_) | Column::Published);
        let next = match self.key(column) {
            None => Some(first),
            Some((_, key)) if key.descending == first => Some(!first),
            Some(_) => None,
        };
        let next = next.map(|descending| SortKey { column, descending });
        if !add_level {
            return Self(next.into_iter().collect());
        }
        let mut keys = self.0.clone();
        match (self.key(column), next) {
            (Some((level, _)), Some(key)) => keys[level] = key,
            (Some((level, _)), None) => {
                keys.remove(level);
            }
            (None, next) => keys.extend(next),
        }
        Self(keys)
    }

    /// The sort without imported columns that the results don't have: whoever opens a link may not have its file.
    #[must_use]
    pub fn without_missing(mut self, imported: &ImportedColumns) -> Self {
        self.0.retain(|key| key.column.is_in(imported));
        self
    }

    /// Sorts rows, whatever order they are in.
    pub fn apply(&self, rows: &ResultRows, order: &mut [RowIndex]) {
        order.sort_unstable_by(|a, b| self.compare(rows, *a, *b).then(a.cmp(b)));
    }

    /// Compares two rows by the first key in which they differ.
    fn compare(&self, rows: &ResultRows, a: RowIndex, b: RowIndex) -> Ordering {
        let compare = |key: &SortKey| key.column.compare(rows, a, b, key.descending);
        let mut orders = self.0.iter().map(compare);
        orders
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (level, key) in self.0.iter().enumerate() {
            f.write_str(if level > 0 { "," } else { "" })?;
            f.write_str(if key.descending { "-" } else { "" })?;
            f.write_str(key.column.code())?;
        }
        Ok(())
    }
}

impl FromStr for Sort {
    type Err = Infallible;

    /// Reads what `Display` writes. Unknown columns are ignored; of a repeated column the first counts.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let mut sort = Self::default();
        for code in text.split(',') {
            let (descending, code) = match code.strip_prefix('-') {
                Some(code) => (true, code),
                None => (false, code),
            };
            if let Some(column) = Column::from_code(code)
                && sort.key(column).is_none()
            {
                sort.0.push(SortKey { column, descending });
            }
        }
        Ok(sort)
    }
}
