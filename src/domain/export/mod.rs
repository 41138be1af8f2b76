//! Exported results as a table of cells, and the request that the export worker gets.

pub mod file_name;
pub mod guard;
pub mod header;
pub mod pages;
pub mod request;
pub mod table;
pub mod text;
