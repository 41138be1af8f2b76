//! How values are shown in a workbook, and Excel's limits on them.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, XlsxError};

use crate::domain::export::guard::without_controls;
use crate::domain::export::table::{Field, Kind};
use crate::domain::metrics::Unit;
use crate::domain::rows::column::Column;

/// The number of characters that a cell can hold.
const MAX_CHARS: usize = 32_767;

/// Names of fields.
pub fn header() -> Format {
    Format::new().set_bold().set_align(FormatAlign::Left)
}

/// The values of a field. Money is in US dollars, whatever the reader's currency is.
pub fn values(field: Field) -> Format {
    Format::new().set_num_format(match field.kind() {
        Kind::Id | Kind::Text | Kind::Tags | Kind::Link => "@",
        Kind::Timestamp => "yyyy-mm-dd hh:mm:ss",
        Kind::Metric(Unit::Count | Unit::Seconds) => "#,##0",
        Kind::Metric(Unit::Dollars) => "[$$-409]#,##0.00",
        Kind::Metric(Unit::Ratio) => "#,##0.000",
        Kind::Metric(Unit::Percent) => "0.00%",
    })
}

/// The width of a field's column, in characters.
pub fn width(field: Field) -> f64 {
    match field.kind() {
        Kind::Id => 21.0,
        Kind::Timestamp => 19.0,
        Kind::Tags | Kind::Link => 28.0,
        Kind::Text if field == Field::Column(Column::Caption) => 48.0,
        Kind::Text | Kind::Metric(_) => 14.0,
    }
}

/// A time in Unix seconds as Excel's date and time, in UTC.
pub fn datetime(timestamp: u64) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_timestamp(timestamp as i64)
}

/// A text as a cell can hold it: without control characters, and only its beginning if it is too long.
pub fn cell_text(text: &str) -> String {
    let text = without_controls(text, &['\t', '\n', '\r']);
    truncated(&text).to_owned()
}

/// The beginning of a text, as long as a cell can hold. Excel counts characters in UTF-16.
fn truncated(text: &str) -> &str {
    let mut length = 0;
    let end = text.char_indices().find(|(_, c)| {
        length += c.len_utf16();
        length > MAX_CHARS
    });
    end.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::truncated;

    #[test]
    fn a_text_is_cut_to_what_a_cell_can_hold() {
        let long = "\u{1F600}".repeat(20_000);
        assert_eq!(truncated(&long).encode_utf16().count(), 32_766);
        assert_eq!(truncated("short"), "short");
        let longest = "x".repeat(32_767);
        assert_eq!(truncated(&longest), longest);
    }
}
