//! Why a file could not be built. The messages go to the console, in English.

use crate::domain::rows::RowIndex;
use crate::domain::search::error::SearchError;

#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the request cannot be decoded: {0}")]
    Request(serde_json::Error),
    #[error("a response cannot be decoded: {0}")]
    Response(#[from] SearchError),
    #[error("there are {0} times for {1} responses")]
    Times(usize, usize),
    #[error("the responses have no row {0}")]
    MissingRow(RowIndex),
    #[error("CSV: {0}")]
    Csv(#[from] csv::Error),
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("XLSX: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}
