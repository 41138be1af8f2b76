//! Owns: the order of lines by one column or several, and its form in an address: `-gmv,views`.
//! Refuses: an order that could come out otherwise the next time: what is equal stays as the answer had
//! it, and unknown comes last whichever way the rest runs.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::column::Column;
use super::lines::{LineNo, Lines};

/// One column of an order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SortKey {
    pub column: Column,
    pub descending: bool,
}

/// An order; without keys it is the answer's own.
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

    /// The column's place among the keys, and its key.
    #[must_use]
    pub fn key(&self, column: Column) -> Option<(usize, SortKey)> {
        let mut keys = self.0.iter().copied().enumerate();
        keys.find(|(_, key)| key.column == column)
    }

    /// What a press on a column's head makes of it: the better end first, then the other way, then no
    /// order by it. With `added` the other columns stay.
    #[must_use]
    pub fn pressed(&self, column: Column, added: bool) -> Self {
        // Numbers are wanted from the top, names from the start.
        let first = matches!(column, Column::Figure(_) | Column::Published);
        let next = match self.key(column) {
            None => Some(first),
            Some((_, key)) if key.descending == first => Some(!first),
            Some(_) => None,
        };
        let next = next.map(|descending| SortKey { column, descending });
        if !added {
            return Self(next.into_iter().collect());
        }
        let mut keys = self.0.clone();
        match (self.key(column), next) {
            (Some((place, _)), Some(key)) => keys[place] = key,
            (Some((place, _)), None) => {
                keys.remove(place);
            }
            (None, next) => keys.extend(next),
        }
        Self(keys)
    }

    /// Puts lines in this order.
    pub fn apply(&self, lines: &Lines, order: &mut [LineNo]) {
        arrange(order, &|a, b| {
            let keys = self.0.iter();
            let compared = keys.map(|key| key.column.compare(lines, a, b, key.descending));
            // No two lines have the same number, so that nothing is left to the way of sorting.
            compared
                .chain([a.cmp(&b)])
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        });
    }
}

/// Sorts numbers of things by what they are numbers of. All that is large is sorted here, since each kind
/// of sort is several kilobytes of wasm.
pub fn arrange(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|a, b| compare(*a, *b));
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, key) in self.0.iter().enumerate() {
            f.write_str(if place > 0 { "," } else { "" })?;
            f.write_str(if key.descending { "-" } else { "" })?;
            f.write_str(key.column.code())?;
        }
        Ok(())
    }
}

impl FromStr for Sort {
    type Err = Infallible;

    /// Reads what it writes; what is no column is left out, and of a column twice the first counts.
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
