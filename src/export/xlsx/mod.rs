//! Owns: a workbook with real types: ids and captions as text, moments as dates, money, percent, links.
//! Refuses: formulas, of which there are none.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use super::{Progress, tell};
use crate::domain::export::table::{Cell, ExportTable, Field, Kind};
use crate::domain::export::text::{iso, tags};
use crate::domain::metrics::Unit;
use crate::domain::query::Query;
use crate::domain::rows::column::Column;
use crate::i18n::english_metric;

/// The most links that Excel opens on one table.
const MOST_LINKS: usize = 65_530;
/// The most characters that Excel has in a cell.
const MOST_CHARS: usize = 32_767;

/// Excel's ways of writing, by kind. Money says whose dollars, whatever the reader's own are.
fn number_format(kind: Kind) -> &'static str {
    match kind {
        Kind::Id | Kind::Text | Kind::Tags | Kind::Link => "@",
        Kind::Moment => "yyyy-mm-dd hh:mm:ss",
        Kind::Metric(Unit::Count | Unit::Seconds) => "#,##0",
        Kind::Metric(Unit::Dollars) => "[$$-409]#,##0.00",
        Kind::Metric(Unit::Ratio) => "#,##0.000",
        Kind::Metric(Unit::Percent) => "0.00%",
    }
}

/// Widths, in characters.
fn width(field: Field) -> f64 {
    match field.kind() {
        Kind::Id => 21.0,
        Kind::Moment => 19.0,
        Kind::Tags | Kind::Link => 28.0,
        Kind::Text if field == Field::Column(Column::Caption) => 48.0,
        _ => 14.0,
    }
}

/// The rows on the first table, what they are on the second.
pub fn write(table: &ExportTable, query: &Query, progress: Progress) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Of the data, not of the reader's clock: the same rows give the same file.
    let given = moment(table.rows.at())?;
    book.set_properties(
        &DocProperties::new()
            .set_title("ClipCart")
            .set_creation_datetime(&given),
    );
    let name = if table.sample {
        "Sample data"
    } else {
        "ClipCart"
    };
    lines(book.add_worksheet().set_name(name)?, table, progress)?;
    about(book.add_worksheet().set_name("About")?, table, query)?;
    book.save_to_buffer()
}

fn lines(page: &mut Worksheet, table: &ExportTable, progress: Progress) -> Result<(), XlsxError> {
    let head = head();
    let formats: Vec<Format> = Field::all()
        .map(|field| Format::new().set_num_format(number_format(field.kind())))
        .collect();
    let fields: Vec<Field> = Field::all().collect();
    let clickable = has_room_for_links(table.order.len());
    for (column, field) in fields.iter().enumerate() {
        page.write_string_with_format(0, column as u16, field.code(), &head)?;
        page.set_column_width(column as u16, width(*field))?;
    }
    for (place, row) in table.order.iter().enumerate() {
        // Half of the work is still to come then: packing it.
        tell(progress, place, table, 50);
        let table_row = place as u32 + 1;
        for (column, field) in fields.iter().enumerate() {
            let (format, column) = (&formats[column], column as u16);
            let cell = table.cell(*row, *field);
            match cell {
                Cell::Unknown => continue,
                Cell::Link(link) if clickable => {
                    page.write_url(table_row, column, Url::new(link))?
                }
                Cell::Id(text) | Cell::Link(text) => {
                    page.write_string_with_format(table_row, column, text, format)?
                }
                Cell::Text(text) => {
                    page.write_string_with_format(table_row, column, fitting(text), format)?
                }
                Cell::Tags(all) => {
                    page.write_string_with_format(table_row, column, fitting(&tags(all)), format)?
                }
                Cell::Moment(seconds) => {
                    page.write_datetime_with_format(table_row, column, moment(seconds)?, format)?
                }
                Cell::Whole(count) => {
                    page.write_number_with_format(table_row, column, count as f64, format)?
                }
                Cell::Number(value) => {
                    page.write_number_with_format(table_row, column, value, format)?
                }
            };
        }
    }
    page.set_freeze_panes(1, 1)?;
    page.autofilter(0, 0, table.order.len() as u32, fields.len() as u16 - 1)?;
    Ok(())
}

/// Whether all links of so many rows can be clicked; else none is, rather than those of the first rows.
fn has_room_for_links(rows: usize) -> bool {
    let links = Field::all()
        .filter(|field| field.kind() == Kind::Link)
        .count();
    rows * links <= MOST_LINKS
}

/// Where the rows are from, and what each column is.
fn about(page: &mut Worksheet, table: &ExportTable, query: &Query) -> Result<(), XlsxError> {
    let source = match table.sample {
        true => "Sample data of ClipCart: videos, products and numbers are all made up",
        false => "KeyAPI, by ClipCart; sales are estimates, in US dollars",
    };
    let [page_num, page_size] = [query.page.to_string(), query.size.to_string()];
    let facts = [
        ("data_source", source.to_owned()),
        ("data_given_at", iso(table.rows.at())),
        ("video_ids", query.ids.to_string()),
        ("page_num", page_num),
        ("page_size", page_size),
        (
            "a table_row",
            "a video with one of its products; a video's reach stands in each".to_owned(),
        ),
        ("empty", "unknown, which is not 0".to_owned()),
    ];
    let meanings = Field::all().filter_map(|field| match field {
        Field::Column(Column::Metric(metric)) => {
            Some((field.code(), english_metric(metric).formula))
        }
        Field::Column(Column::Published) => Some((field.code(), "Time of publication, UTC")),
        _ => None,
    });
    let meanings = meanings.map(|(name, meaning)| (name, meaning.to_owned()));
    let head = head();
    for (table_row, (name, text)) in facts.into_iter().chain(meanings).enumerate() {
        page.write_string_with_format(table_row as u32, 0, name, &head)?;
        page.write_string(table_row as u32, 1, fitting(&text))?;
    }
    page.set_column_width(0, 24)?;
    page.set_column_width(1, 80)?;
    Ok(())
}

fn head() -> Format {
    Format::new().set_bold().set_align(FormatAlign::Left)
}

fn moment(seconds: u64) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_timestamp(seconds as i64)
}

/// As much of a text as a cell has room for, counted as Excel does, in UTF-16.
fn fitting(text: &str) -> &str {
    let mut room = MOST_CHARS;
    let end = text
        .char_indices()
        .find(|(_, c)| match room.checked_sub(c.len_utf16()) {
            Some(rest) => {
                room = rest;
                false
            }
            None => true,
        });
    end.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::{fitting, has_room_for_links};

    #[test]
    fn what_excel_has_room_for() {
        assert!(has_room_for_links(21_843) && !has_room_for_links(21_844));
        let long = "\u{1F600}".repeat(20_000);
        assert_eq!(fitting(&long).encode_utf16().count(), 32_766);
        assert_eq!(fitting("short"), "short");
    }
}
