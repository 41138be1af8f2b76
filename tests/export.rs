//! Exported files: CSV byte for byte and by the csv crate, JSON by serde_json, XLSX
//! by openpyxl; and what docs/export.md says of them.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "export/csv.rs"]
mod csv;
#[path = "export/document.rs"]
mod document;
#[path = "export/given.rs"]
mod given;
#[path = "export/imported.rs"]
mod imported;
#[path = "export/json.rs"]
mod json;
#[path = "export/messages.rs"]
mod messages;
#[path = "export/pages.rs"]
mod pages;
#[path = "export/readers.rs"]
mod readers;
#[path = "export/text.rs"]
mod text;
#[path = "export/times.rs"]
mod times;
#[path = "export/xlsx.rs"]
mod xlsx;
