//! The table that a file or the clipboard has of a result, and the request for one.

pub mod file_name;
pub mod request;
pub mod table;
pub mod text;
