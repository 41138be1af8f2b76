//! Builds the files of a result. Only the export worker (`bin/export_worker.rs`) runs this; the page does not contain
//! it.

mod csv;
mod error;
mod json;
mod progress;
mod xlsx;

pub use error::ExportError;
pub use progress::Progress;

use std::mem::take;
use std::sync::Arc;

use crate::api::wire::{self, DataSource};
use crate::domain::export::request::{ExportRequest, Format};
use crate::domain::export::table::ExportTable;
use crate::domain::rows::ResultRows;

/// Builds a file. `request` is an [`ExportRequest`] in JSON; `bodies` are the responses to its query, page by page.
///
/// # Errors
/// The request or a response cannot be decoded, it has not one time for each response, the responses do not have a
/// requested row, or the file cannot be written.
pub fn build_file(
    request: &str,
    bodies: &[String],
    progress: Progress,
) -> Result<Vec<u8>, ExportError> {
    let mut request: ExportRequest = serde_json::from_str(request).map_err(ExportError::Request)?;
    let source = match request.sample {
        true => DataSource::Sample,
        false => DataSource::Live,
    };
    if request.fetched_at.len() != bodies.len() {
        return Err(ExportError::Times(request.fetched_at.len(), bodies.len()));
    }
    let mut videos = Vec::new();
    for (body, fetched_at) in bodies.iter().zip(&request.fetched_at) {
        let response = wire::read(200, None, body, source)?;
        videos.extend(response.with_fetched_at(*fetched_at).videos);
    }
    let results = ResultRows::of_search(videos, &request.query)
        .with_imported(Arc::new(take(&mut request.imported)))
        .with_products(Arc::new(take(&mut request.products)));
    if let Some(row) = request
        .rows
        .iter()
        .find(|row| **row as usize >= results.len())
    {
        return Err(ExportError::MissingRow(*row));
    }
    let table = ExportTable {
        results: &results,
        rows: &request.rows,
        sample: request.sample,
    };
    match request.format {
        Format::Csv => csv::write(&table, request.bom, request.guard_formulas, progress),
        Format::Json => json::write(&table, &request, progress),
        Format::Xlsx => xlsx::write(&table, &request, progress),
    }
}
