//! What the tests read, and how.

use clipcart::domain::imports::file::{FileProblem, ImportedFile, ReadRequest};
use clipcart::import::read_file;

pub const A: &str = "7521783049722285367";
pub const B: &str = "7190508362273735722";
pub const C: &str = "7301234567890123457";
/// 2026-11-28 in Unix seconds.
pub const NOW: u64 = 1_795_824_000;

pub fn request() -> ReadRequest {
    ReadRequest {
        now: NOW,
        unnamed: "Column".to_owned(),
        ..ReadRequest::default()
    }
}

/// Reads a file as the worker does.
pub fn read(request: &ReadRequest, bytes: &[u8]) -> Result<ImportedFile, FileProblem> {
    let json = read_file(&serde_json::to_string(request).unwrap(), bytes).unwrap();
    serde_json::from_slice(&json).unwrap()
}

/// Reads a text. `{A}`, `{B}` and `{C}` are three ids in it.
#[track_caller]
pub fn read_text(text: &str) -> ImportedFile {
    read(&request(), fill(text).as_bytes()).unwrap()
}

pub fn fill(text: &str) -> String {
    text.replace("{A}", A).replace("{B}", B).replace("{C}", C)
}

/// The names of the columns that may have the ids.
pub fn candidates(file: &ImportedFile) -> Vec<&str> {
    file.candidates.iter().map(|c| c.name.as_str()).collect()
}

/// A video's values in the imported columns.
pub fn values<'a>(file: &'a ImportedFile, id: &str) -> Vec<Option<&'a str>> {
    let id = id.parse().unwrap();
    (0..file.columns.names().len())
        .map(|column| file.columns.value(id, column))
        .collect()
}
