//! Texts of the user's file with ids.

use crate::domain::imports::file::FileProblem;

pub struct FileTexts {
    pub open: &'static str,
    pub drop: &'static str,
    pub reading: fn(name: &str) -> String,
    /// A file that was read, and how many rows it has.
    pub read: fn(name: &str, rows: usize) -> String,
    pub ids_from: fn(column: &str) -> String,
    pub which_column: &'static str,
    pub which_sheet: &'static str,
    pub also: fn(columns: &str) -> String,
    /// Columns of a file that is not open any more.
    pub earlier_columns: fn(columns: &str) -> String,
    pub remove: &'static str,
    pub problem: fn(FileProblem) -> &'static str,
    /// The problem of a file that has a name.
    pub not_loaded: &'static str,
    /// A column without a name, before its number.
    pub unnamed_column: &'static str,
}
