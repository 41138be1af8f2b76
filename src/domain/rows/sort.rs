//! Owns: the order of rows by one column or several, and its form in an address: `-gmv,views`.
//! Refuses: an order that could come out otherwise the next time: what is equal stays as the answer had
//! it, and unknown comes last whichever way the rest runs.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::domain::rows::column::Column;
use crate::domain::rows::{ResultRows, RowIndex};

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
        let first = matches!(column, Column::Metric(_) | Column::Published);
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
            (Some((index, _)), Some(key)) => keys[index] = key,
            (Some((index, _)), None) => {
                keys.remove(index);
            }
            (None, next) => keys.extend(next),
        }
        Self(keys)
    }

    /// Puts rows in this order.
    pub fn apply(&self, rows: &ResultRows, order: &mut [RowIndex]) {
        // What is equal by all columns stands as in the answer, whatever the order that was given.
        let by_number = |row: &RowIndex| (u64::from(*row), *row);
        let mut ranked = merge_sorted(order.iter().map(by_number).collect(), &|_, _| false);
        // Sorting by the last column first, and by each in a way that leaves its equals where they are,
        // sorts by all of them.
        for SortKey { column, descending } in self.0.iter().rev() {
            for (rank, row) in &mut ranked {
                *rank = column.rank(rows, *row, *descending);
            }
            let is_before = |a, b| {
                column.has_more_than_ranks() && column.compare(rows, a, b, *descending).is_lt()
            };
            ranked = merge_sorted(ranked, &is_before);
        }
        for (index, (_, row)) in order.iter_mut().zip(ranked) {
            *index = row;
        }
    }
}

/// Sorts numbers of things by what they are numbers of; equal ones stay in their order.
pub fn arrange(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    let unranked = numbers.iter().map(|number| (0, *number)).collect();
    let sorted = merge_sorted(unranked, &|a, b| compare(a, b).is_lt());
    for (index, (_, number)) in numbers.iter_mut().zip(sorted) {
        *index = number;
    }
}

/// A row's number with its rank.
type Ranked = (u64, RowIndex);

/// Sorts by ranks, and rows of equal rank by `is_before`, otherwise leaves them in their order. It merges
/// pairs, then fours, and so on: the library's own ways are much code for a page to load.
fn merge_sorted(
    mut from: Vec<Ranked>,
    is_before: &dyn Fn(RowIndex, RowIndex) -> bool,
) -> Vec<Ranked> {
    let is_before = |(rank_a, a): Ranked, (rank_b, b): Ranked| {
        rank_a < rank_b || (rank_a == rank_b && is_before(a, b))
    };
    let count = from.len();
    let mut to = from.clone();
    let mut width = 1;
    while width < count {
        for start in (0..count).step_by(2 * width) {
            let middle = (start + width).min(count);
            let end = (middle + width).min(count);
            let (mut left, mut right) = (start, middle);
            for index in &mut to[start..end] {
                let is_right =
                    left == middle || (right < end && is_before(from[right], from[left]));
                let next = if is_right { &mut right } else { &mut left };
                *index = from[*next];
                *next += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
        width *= 2;
    }
    from
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, key) in self.0.iter().enumerate() {
            f.write_str(if index > 0 { "," } else { "" })?;
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
