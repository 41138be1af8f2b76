//! Owns: cells as texts: what CSV and the clipboard share, the guard against formulas among it.
//! Refuses: writing numbers with a fraction, which each caller has its own way for.

use crate::domain::dates::day::Day;
use crate::domain::export::table::{Cell, ExportTable, Field};

/// Writes a number so that reading it back gives the same one.
pub type Number = fn(f64) -> String;

/// What a spreadsheet takes for the beginning of a formula; the wide ones are the same to some.
const DANGEROUS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A moment as `2025-06-30T16:40:03Z`.
#[must_use]
pub fn iso(moment: u64) -> String {
    let (day, seconds) = (Day::of(moment), moment % 86_400);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{day}T{hours:02}:{minutes:02}:{seconds:02}Z")
}

/// Hashtags as people write them.
#[must_use]
pub fn tags(tags: &[String]) -> String {
    let tags: Vec<String> = tags.iter().map(|tag| ["#", tag].concat()).collect();
    tags.join(" ")
}

/// A cell as a text; what is unknown is empty. `guard` keeps people's texts from running as formulas.
#[must_use]
pub fn plain(cell: Cell, number: Number, guard: bool) -> String {
    let text = match cell {
        Cell::Unknown => return String::new(),
        Cell::Id(text) | Cell::Link(text) => return text,
        Cell::Moment(moment) => return iso(moment),
        Cell::Whole(count) => return count.to_string(),
        Cell::Number(value) => return number(value),
        Cell::Text(text) => text.to_owned(),
        Cell::Tags(all) => tags(all),
    };
    if guard { guarded(&text) } else { text }
}

/// The text with an apostrophe before whatever could begin a formula: at its start, and wherever a
/// spreadsheet that splits otherwise would begin another cell, which is after a row's end, a tab or a `;`.
#[must_use]
pub fn guarded(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for c in text.chars() {
        if begins && DANGEROUS.contains(&c) {
            safe.push('\'');
        }
        safe.push(c);
        begins = matches!(c, '\n' | '\r' | '\t' | ';');
    }
    safe
}

/// The rows for a spreadsheet's "Paste": tabs between cells, one row a row, so that neither can stand
/// in a cell. Always guarded, since what is parsed_ids runs as well.
#[must_use]
pub fn tsv(table: &ExportTable, number: Number) -> String {
    let names: Vec<&str> = Field::all().map(Field::code).collect();
    let mut tsv = names.join("\t");
    for row in table.order {
        let mut before = '\n';
        for field in Field::all() {
            tsv.push(before);
            before = '\t';
            let text = plain(table.cell(*row, field), number, true);
            tsv.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
    }
    tsv
}
