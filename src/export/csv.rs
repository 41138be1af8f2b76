//! Owns: CSV by RFC 4180, in UTF-8. Refuses: other separators, and ids in anything but digits.

use super::{Progress, tell};
use crate::domain::sheet::text::plain;
use crate::domain::sheet::{Field, Sheet};

/// A line with the columns' names, then one a line; each ends in CR LF.
pub fn write(sheet: &Sheet, bom: bool, guard: bool, progress: Progress) -> Vec<u8> {
    let mut csv = String::from(if bom { "\u{feff}" } else { "" });
    let names: Vec<&str> = Field::all().map(Field::code).collect();
    csv.push_str(&names.join(","));
    csv.push_str("\r\n");
    for (place, line) in sheet.order.iter().enumerate() {
        tell(progress, place, sheet, 100);
        for (column, field) in Field::all().enumerate() {
            if column > 0 {
                csv.push(',');
            }
            quote(
                &mut csv,
                &plain(sheet.cell(*line, field), |value| value.to_string(), guard),
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
