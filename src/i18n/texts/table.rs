//! Texts of the table and of the list of its columns.

use crate::domain::rows::column::Column;

pub struct TableTexts {
    pub caption: fn(rows: &str) -> String,
    /// The first column.
    pub video: &'static str,
    pub column: fn(Column) -> &'static str,
    pub show_card: fn(caption: &str) -> String,
    pub sort_level: fn(level: usize, descending: bool) -> String,
    pub sort_hint: &'static str,

    pub columns: &'static str,
    pub columns_shown: &'static str,
    pub columns_hidden: &'static str,
    pub move_up: fn(column: &str) -> String,
    pub move_down: fn(column: &str) -> String,
    pub hide: fn(column: &str) -> String,
    pub show: fn(column: &str) -> String,
    pub reset_columns: &'static str,
}
