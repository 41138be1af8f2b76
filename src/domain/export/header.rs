//! The fields of an exported table with their names: ours, then the columns of the user's own file.

use std::collections::HashSet;

use crate::domain::export::guard::without_controls;
use crate::domain::export::table::{ExportTable, Field};
use crate::domain::imports::ImportedColumns;
use crate::domain::rows::column::Column;

impl ExportTable<'_> {
    /// All fields with their names, in their order. The formats guard the names of imported ones, as they guard texts.
    #[must_use]
    pub fn header(&self) -> Vec<(Field, String)> {
        let ours = Field::all().map(|field| (field, field.code().to_owned()));
        ours.chain(self.imported_header()).collect()
    }

    /// The imported fields with their names.
    #[must_use]
    pub fn imported_header(&self) -> Vec<(Field, String)> {
        let imported = self.results.imported();
        let fields = Column::imported(imported).map(Field::Column);
        fields.zip(imported_names(imported)).collect()
    }
}

/// The file's own names, each in one line and unlike any other name of the table.
fn imported_names(imported: &ImportedColumns) -> Vec<String> {
    let is_ours = |name: &str| Field::all().any(|field| field.code() == name);
    let mut taken = HashSet::new();
    let names = imported.names().iter().zip(Column::imported(imported));
    let unique = |(name, column): (&String, Column)| {
        let name = without_controls(name, &[]);
        let name = match name.trim() {
            "" => column.code().to_owned(),
            name if is_ours(name) => format!("file: {name}"),
            name => name.to_owned(),
        };
        let mut unique = name.clone();
        let mut number = 2;
        while !taken.insert(unique.clone()) {
            unique = format!("{name} ({number})");
            number += 1;
        }
        unique
    };
    names.map(unique).collect()
}
