//! The table that a file has: its rows, and the names of its columns if it has a header.

use crate::domain::ids::cells::{DELIMITERS, rows};
use crate::domain::imports::id_cell::{is_like_id, names_ids};

/// A file's table. Rows may differ in length, and none is blank.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// The names of the columns, as the file has them.
    pub header: Option<Vec<String>>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// How many rows a file may have.
    pub const MAX_ROWS: usize = 100_000;
    /// How many columns are read; further ones are dropped.
    pub const MAX_COLUMNS: usize = 200;

    /// Takes the rows of a file, and tells its header from them. `now` is the time in Unix seconds.
    #[must_use]
    pub fn new(mut rows: Vec<Vec<String>>, now: u64) -> Self {
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        for row in &mut rows {
            row.truncate(Self::MAX_COLUMNS);
        }
        let header = header_index(&rows, now).and_then(|index| rows.drain(..=index).next_back());
        Self { header, rows }
    }

    /// Reads text whose cells are separated by commas, semicolons, tabs or bars. A text without any of them is a table of
    /// one column.
    #[must_use]
    pub fn from_text(text: &str, now: u64) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let (declared, text) = declared_delimiter(text);
        let delimiter = declared.or_else(|| delimiter(text)).unwrap_or(NONE);
        // More than the limit, so that the caller notices, but not without end.
        let records = rows(text, delimiter).take(Self::MAX_ROWS + MAX_ABOVE + 2);
        let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        Self::new(records.map(cells).collect(), now)
    }

    /// How many columns the longest row or the header has.
    #[must_use]
    pub fn width(&self) -> usize {
        let rows = self.rows.iter().chain(&self.header);
        rows.map(Vec::len).max().unwrap_or_default()
    }
}

/// How many rows may be above the header: titles, dates of a report.
const MAX_ABOVE: usize = 10;
/// A delimiter that no text has: its lines are single cells, in quotes or not.
const NONE: u8 = b'\x1f';

/// The header's row: the first in which a name is that of ids, or else the first one, in both cases without an id.
fn header_index(rows: &[Vec<String>], now: u64) -> Option<usize> {
    let has_id = |row: &Vec<String>| row.iter().any(|cell| is_like_id(cell, now));
    let first = rows.iter().position(has_id);
    let above = &rows[..first.unwrap_or(rows.len()).min(MAX_ABOVE)];
    let named = above
        .iter()
        .position(|row| row.iter().any(|cell| names_ids(cell)));
    named.or(first.filter(|first| *first > 0).map(|_| 0))
}

/// The delimiter in a first line such as `sep=;`, which Excel writes and reads; and the text after that line.
fn declared_delimiter(text: &str) -> (Option<u8>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let declared = line.trim_end_matches('\r').strip_prefix("sep=");
    match declared.map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

/// The delimiter that splits the first rows most evenly. `None` if none splits most of them.
fn delimiter(text: &str) -> Option<u8> {
    const SAMPLE: usize = 50;
    let evenness = |delimiter: u8| {
        let mut widths: Vec<usize> = rows(text, delimiter)
            .take(SAMPLE)
            .map(|row| row.len())
            .collect();
        widths.sort_unstable();
        let median = *widths.get(widths.len() / 2)?;
        let even = widths.iter().filter(|width| **width == median).count();
        // In permille: a wrong delimiter may find more rows.
        (median > 1).then_some((even * 1_000 / widths.len(), median, delimiter))
    };
    let best = DELIMITERS.into_iter().filter_map(evenness).max();
    best.map(|(_, _, delimiter)| delimiter)
}
