//! Cells as text for CSV and the clipboard, with the guard against formulas. How a fraction is written is up to the
//! caller: the worker has Rust's formatting, the page has the browser's.

use crate::domain::dates::day::iso_8601;
use crate::domain::export::table::{Cell, ExportTable, Field};

/// Formats a number so that parsing it gives the same number.
pub type NumberFormat = fn(f64) -> String;

/// The characters that start a formula in a spreadsheet. Some spreadsheets treat the full-width ones alike.
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Hashtags as people write them.
#[must_use]
pub fn hashtags(tags: &[String]) -> String {
    let tags: Vec<String> = tags.iter().map(|tag| format!("#{tag}")).collect();
    tags.join(" ")
}

/// A cell as text; an unknown value is empty. `guard` applies [`guard_formulas`] to texts from TikTok.
#[must_use]
pub fn cell_text(cell: Cell, number: NumberFormat, guard: bool) -> String {
    let text = match cell {
        Cell::Unknown => return String::new(),
        Cell::Id(text) | Cell::Link(text) => return text,
        Cell::Timestamp(timestamp) => return iso_8601(timestamp),
        Cell::Integer(count) => return count.to_string(),
        Cell::Number(value) => return number(value),
        Cell::Text(text) => text.to_owned(),
        Cell::Tags(tags) => hashtags(tags),
    };
    if guard { guard_formulas(&text) } else { text }
}

/// The text with an apostrophe before each character that could start a formula: at the beginning, and after a line
/// break, a tab or a `;`, where a spreadsheet may start another cell.
#[must_use]
pub fn guard_formulas(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    let mut starts_cell = true;
    for c in text.chars() {
        if starts_cell && FORMULA_STARTS.contains(&c) {
            guarded.push('\'');
        }
        guarded.push(c);
        starts_cell = matches!(c, '\n' | '\r' | '\t' | ';');
    }
    guarded
}

/// The table as tab-separated text for pasting into a spreadsheet. Control characters become spaces, since tabs and
/// line breaks separate the cells. Formulas are always guarded.
#[must_use]
pub fn tsv(table: &ExportTable, number: NumberFormat) -> String {
    let header: Vec<String> = Field::all().map(|field| field.code().to_owned()).collect();
    let rows = table.rows.iter().map(|row| {
        let cells = Field::all().map(|field| {
            let text = cell_text(table.cell(*row, field), number, true);
            text.replace(char::is_control, " ")
        });
        cells.collect()
    });
    let lines = std::iter::once(header).chain(rows);
    let lines: Vec<String> = lines.map(|cells| cells.join("\t")).collect();
    lines.join("\n")
}
