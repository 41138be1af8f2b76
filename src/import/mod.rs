//! Reads a user's file with video ids. Only the worker (`bin/export_worker.rs`) runs this; the page does not contain it.

mod text;
mod workbook;

use crate::domain::imports::file::{FileProblem, ImportedFile, ReadRequest};

/// Reads a file. `request` is a [`ReadRequest`] in JSON. The result is in JSON, too: an [`ImportedFile`] or a
/// [`FileProblem`].
///
/// # Errors
/// The request cannot be decoded.
pub fn read_file(request: &str, bytes: &[u8]) -> Result<Vec<u8>, serde_json::Error> {
    let request: ReadRequest = serde_json::from_str(request)?;
    serde_json::to_vec(&read(&request, bytes))
}

fn read(request: &ReadRequest, bytes: &[u8]) -> Result<ImportedFile, FileProblem> {
    if bytes.len() as u64 > ImportedFile::MAX_BYTES {
        return Err(FileProblem::TooLarge);
    }
    if let Some(sheets) = workbook::sheets(bytes, request.now) {
        return ImportedFile::from_sheets(sheets?, request);
    }
    let text = text::decode(bytes).ok_or(FileProblem::Unreadable)?;
    ImportedFile::from_text(&text, request)
}
