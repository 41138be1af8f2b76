//! CSV by RFC 4180 in UTF-8. Ids are written as digits.

use csv::{Terminator, WriterBuilder};

use super::error::ExportError;
use super::progress::{Progress, report};
use crate::domain::export::table::ExportTable;
use crate::domain::export::text::{TextStyle, cell_text};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A row with the names of the fields, then the table's rows; each ends with CR LF.
pub fn write(
    table: &ExportTable,
    bom: bool,
    guard_formulas: bool,
    progress: Progress,
) -> Result<Vec<u8>, ExportError> {
    let style = match guard_formulas {
        true => TextStyle::Guarded,
        false => TextStyle::Unchanged,
    };
    let mut file = Vec::new();
    if bom {
        file.extend_from_slice(BYTE_ORDER_MARK);
    }
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(&mut file);
    let header = table.header();
    writer.write_record(header.iter().map(|(_, name)| style.apply(name)))?;
    for (index, row) in table.rows.iter().enumerate() {
        report(progress, index, table.rows.len(), 100);
        writer.write_record(header.iter().map(|(field, _)| {
            let cell = table.cell(*row, *field);
            cell_text(cell, |number| number.to_string(), style)
        }))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(file)
}
