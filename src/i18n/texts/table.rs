//! Texts of the table and of the list of its columns.

use crate::domain::imports::ImportedColumns;
use crate::domain::rows::column::Column;

pub struct TableTexts {
    pub caption: fn(rows: &str) -> String,
    /// The first column.
    pub video: &'static str,
    /// Of an imported column its number, for a file that does not name it: see [`Self::column_name`].
    pub column: fn(Column) -> String,
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

impl TableTexts {
    /// A column's name; an imported one has that of its file.
    #[must_use]
    pub fn column_name(&self, column: Column, imported: &ImportedColumns) -> String {
        let own = match column {
            Column::Imported(index) => imported.names().get(usize::from(index)),
            _ => None,
        };
        match own.map(|name| name.trim()) {
            None | Some("") => (self.column)(column),
            Some(name) => name.to_owned(),
        }
    }
}
