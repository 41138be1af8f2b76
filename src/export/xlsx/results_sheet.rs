//! The sheet with the exported rows.

use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

use super::style;
use crate::domain::export::table::{Cell, ExportTable, Field, Kind};
use crate::domain::export::text::hashtags;
use crate::export::progress::{Progress, report};

/// The number of links that Excel opens on one sheet.
const MAX_LINKS: usize = 65_530;

pub fn write(
    sheet: &mut Worksheet,
    table: &ExportTable,
    progress: Progress,
) -> Result<(), XlsxError> {
    let fields: Vec<(Field, String, Format)> = table
        .header()
        .into_iter()
        .map(|(field, name)| (field, name, style::values(field)))
        .collect();
    let header = style::header();
    for (column, (field, name, _)) in (0..).zip(&fields) {
        sheet.write_string_with_format(0, column, style::cell_text(name), &header)?;
        sheet.set_column_width(column, style::width(*field))?;
    }
    let with_links = has_room_for_links(table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        // Compressing the workbook is the other half of the work.
        report(progress, index, table.rows.len(), 50);
        for (column, (field, _, format)) in (0..).zip(&fields) {
            let at = (index as u32 + 1, column);
            write_cell(sheet, at, table.cell(*row, *field), format, with_links)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, table.rows.len() as u32, fields.len() as u16 - 1)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: Cell,
    format: &Format,
    with_links: bool,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Unknown => return Ok(()),
        Cell::Link(link) if with_links => sheet.write_url(row, column, Url::new(link))?,
        Cell::Id(text) | Cell::Link(text) => {
            sheet.write_string_with_format(row, column, text, format)?
        }
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, style::cell_text(text), format)?
        }
        Cell::Tags(tags) => {
            let text = hashtags(tags);
            sheet.write_string_with_format(row, column, style::cell_text(&text), format)?
        }
        Cell::Timestamp(timestamp) => {
            let datetime = style::datetime(timestamp)?;
            sheet.write_datetime_with_format(row, column, datetime, format)?
        }
        Cell::Integer(count) => {
            sheet.write_number_with_format(row, column, count as f64, format)?
        }
        Cell::Number(value) => sheet.write_number_with_format(row, column, value, format)?,
    };
    Ok(())
}

/// Whether Excel opens this many rows with links. Above that all links are written as text, rather than links in the
/// first rows only.
fn has_room_for_links(rows: usize) -> bool {
    let links = Field::all()
        .filter(|field| field.kind() == Kind::Link)
        .count();
    rows * links <= MAX_LINKS
}

#[cfg(test)]
mod tests {
    use super::has_room_for_links;

    #[test]
    fn links_are_all_or_none() {
        assert!(has_room_for_links(21_843) && !has_room_for_links(21_844));
    }
}
