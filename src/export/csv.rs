//! Owns: CSV by RFC 4180, in UTF-8. Refuses: other separators, and ids in anything but digits.

use super::{Progress, tell};
use crate::domain::export::table::{ExportTable, Field};
use crate::domain::export::text::plain;

/// A row with the columns' names, then one a row; each ends in CR LF.
pub fn write(table: &ExportTable, bom: bool, guard: bool, progress: Progress) -> Vec<u8> {
    let mut csv = String::from(if bom { "\u{feff}" } else { "" });
    let names: Vec<&str> = Field::all().map(Field::code).collect();
    csv.push_str(&names.join(","));
    csv.push_str("\r\n");
    for (place, row) in table.order.iter().enumerate() {
        tell(progress, place, table, 100);
        for (column, field) in Field::all().enumerate() {
            if column > 0 {
                csv.push(',');
            }
            quote(
                &mut csv,
                &plain(table.cell(*row, field), |value| value.to_string(), guard),
            );
        }
        csv.push_str("\r\n");
    }
    csv.into_bytes()
}

/// Adds a text, in quotes where it needs them.
fn quote(csv: &mut String, text: &str) {
    if text.contains([',', '"', '\r', '\n']) {
        csv.push('"');
        csv.push_str(&text.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(text);
    }
}
