//! A workbook with native types: ids and texts as text, times as dates, money, percentages, links. It has no formulas.

mod about_sheet;
mod results_sheet;
mod style;

use rust_xlsxwriter::{DocProperties, Workbook};

use super::error::ExportError;
use super::progress::Progress;
use crate::domain::export::request::ExportRequest;
use crate::domain::export::table::ExportTable;

/// The rows on the first sheet, where they come from on the second.
pub fn write(
    table: &ExportTable,
    request: &ExportRequest,
    progress: Progress,
) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    // The time of the data and not of the clock: the same rows give the same file.
    let created = style::datetime(request.newest())?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title("ClipCart")
            .set_creation_datetime(&created),
    );
    let name = if table.sample {
        "Sample data"
    } else {
        "ClipCart"
    };
    results_sheet::write(workbook.add_worksheet().set_name(name)?, table, progress)?;
    about_sheet::write(workbook.add_worksheet().set_name("About")?, table, request)?;
    Ok(workbook.save_to_buffer()?)
}
