//! Cells as text for CSV and the clipboard. How a fraction is written is up to the caller: the worker has Rust's
//! formatting, the page has the browser's.

use crate::domain::dates::day::iso_8601;
use crate::domain::export::guard::{guard_end, guard_formulas, without_controls};
use crate::domain::export::table::{Cell, ExportTable};

/// Formats a number so that parsing it gives the same number.
pub type NumberFormat = fn(f64) -> String;

/// How texts from TikTok and from the user's own file are written. Control characters other than those named are spaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextStyle {
    /// As they are, with tabs and line breaks.
    Unchanged,
    /// Guarded against formulas and against quotes that open cells, with line breaks.
    Guarded,
    /// Guarded against formulas, in one line.
    OneLine,
}

impl TextStyle {
    /// A text in this style.
    #[must_use]
    pub fn apply(self, text: &str) -> String {
        match self {
            Self::Unchanged => without_controls(text, &['\t', '\n', '\r']),
            Self::Guarded => guard_end(guard_formulas(&without_controls(text, &['\n', '\r']))),
            Self::OneLine => {
                let text = text.replace(['\u{2028}', '\u{2029}'], " ");
                guard_formulas(&without_controls(&text, &[]))
            }
        }
    }
}

/// Hashtags as people write them.
#[must_use]
pub fn hashtags(tags: &[String]) -> String {
    let tags: Vec<String> = tags.iter().map(|tag| format!("#{tag}")).collect();
    tags.join(" ")
}

/// A cell as text; an unknown value is empty.
#[must_use]
pub fn cell_text(cell: Cell, number: NumberFormat, style: TextStyle) -> String {
    match cell {
        Cell::Unknown => String::new(),
        Cell::Id(text) | Cell::Link(text) => text,
        Cell::Timestamp(timestamp) => iso_8601(timestamp),
        Cell::Integer(count) => count.to_string(),
        Cell::Number(value) => number(value),
        Cell::Text(text) => style.apply(text),
        Cell::Tags(tags) => style.apply(&hashtags(tags)),
    }
}

/// The table as tab-separated text for pasting into a spreadsheet: a line for each row. Formulas are always guarded.
#[must_use]
pub fn tsv(table: &ExportTable, number: NumberFormat) -> String {
    let header = table.header();
    let names = header
        .iter()
        .map(|(_, name)| quoted(TextStyle::OneLine.apply(name)));
    let rows = table.rows.iter().map(|row| {
        let cells = header.iter().map(|(field, _)| {
            let cell = table.cell(*row, *field);
            quoted(cell_text(cell, number, TextStyle::OneLine))
        });
        cells.collect()
    });
    let lines = std::iter::once(names.collect()).chain(rows);
    let lines: Vec<String> = lines.map(|cells: Vec<String>| cells.join("\t")).collect();
    lines.join("\n")
}

/// A cell that contains quotes, in quotes: without them, spreadsheets take a quote at its beginning for that of a cell
/// that goes on until the next quote, in whatever row.
fn quoted(cell: String) -> String {
    if !cell.contains('"') {
        return cell;
    }
    format!("\"{}\"", guard_end(cell.replace('"', "\"\"")))
}
