//! What is asked of a file, and what it has for the page: the ids, and the columns beside them. The page sends a
//! [`ReadRequest`] to the worker as JSON, and gets an [`ImportedFile`] or a [`FileProblem`].

use serde::{Deserialize, Serialize};

use crate::domain::ids::parsed_ids::parse_ids;
use crate::domain::ids::rules::IdRules;
use crate::domain::imports::ImportedColumns;
use crate::domain::imports::columns::{
    IdColumn, IdColumns, all_cells_text, id_columns, ids_text, names, other_columns,
};
use crate::domain::imports::table::Table;

/// How to read a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ReadRequest {
    /// The time now, in Unix seconds: no id is of a later time.
    pub now: u64,
    /// What a column without a name is called, before its number.
    pub unnamed: String,
    /// The sheet that the user chose.
    pub sheet: Option<String>,
    /// The index of the column that the user chose for the ids.
    pub column: Option<usize>,
}

/// What a file has.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ImportedFile {
    /// How many rows it has, the header not counted.
    pub rows: usize,
    /// The sheets with ids, if there are several.
    pub sheets: Vec<String>,
    /// The sheet that was read, if there are several.
    pub sheet: Option<String>,
    /// The columns that may have the ids, the most likely one first. None if the file is a mere list.
    pub candidates: Vec<IdColumn>,
    /// The index of the column that the ids are from. `None` also if the user has to choose it first.
    pub column: Option<usize>,
    /// Text for the form: the cells with ids, one per line.
    pub ids: String,
    /// The other columns.
    pub columns: ImportedColumns,
}

/// Why a file has nothing for the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error, Serialize, Deserialize)]
pub enum FileProblem {
    /// It has more than [`ImportedFile::MAX_BYTES`].
    #[error("too large")]
    TooLarge,
    /// It has more than [`Table::MAX_ROWS`].
    #[error("too many rows")]
    TooManyRows,
    /// It has a password.
    #[error("encrypted")]
    Encrypted,
    /// It is damaged, or of another kind.
    #[error("unreadable")]
    Unreadable,
    /// It has no video id and no TikTok link.
    #[error("without ids")]
    NoIds,
}

/// A sheet by its name.
pub type Sheet = (String, Table);

impl ImportedFile {
    /// How large a file may be: 20 MB.
    pub const MAX_BYTES: u64 = 20_000_000;

    /// Whether the user has to say first which column has the ids.
    #[must_use]
    pub fn needs_column(&self) -> bool {
        self.column.is_none() && !self.candidates.is_empty()
    }

    /// Takes what the sheets of a workbook have: of the sheet that was chosen, or else of the first one with ids.
    ///
    /// # Errors
    /// `TooManyRows` in any sheet; `NoIds` in no sheet.
    pub fn from_sheets(sheets: Vec<Sheet>, request: &ReadRequest) -> Result<Self, FileProblem> {
        let mut found = Vec::new();
        for (name, table) in sheets {
            match Self::from_table(&table, request) {
                Ok(file) => found.push((name, file)),
                Err(FileProblem::NoIds) => {}
                Err(problem) => return Err(problem),
            }
        }
        let names: Vec<String> = found.iter().map(|(name, _)| name.clone()).collect();
        let chosen = |(name, _): &(String, Self)| Some(name) == request.sheet.as_ref();
        let index = found.iter().position(chosen).unwrap_or(0);
        let (name, file) = found.into_iter().nth(index).ok_or(FileProblem::NoIds)?;
        Ok(match names.len() {
            1 => file,
            _ => Self {
                sheet: Some(name),
                sheets: names,
                ..file
            },
        })
    }

    /// Takes what a text has: a table, or any text with ids.
    ///
    /// # Errors
    /// `TooManyRows`, `NoIds`.
    pub fn from_text(text: &str, request: &ReadRequest) -> Result<Self, FileProblem> {
        let table = Table::from_text(text, request.now);
        let rules = IdRules {
            now: request.now,
            allows_rounded: true,
        };
        match Self::from_table(&table, request) {
            Err(FileProblem::NoIds) if !parse_ids(text, rules).ids.is_empty() => Ok(Self {
                rows: table.rows.len() + usize::from(table.header.is_some()),
                ids: text.trim_start_matches('\u{feff}').to_owned(),
                ..Self::default()
            }),
            read => read,
        }
    }

    fn from_table(table: &Table, request: &ReadRequest) -> Result<Self, FileProblem> {
        let rows = table.rows.len();
        if rows > Table::MAX_ROWS {
            return Err(FileProblem::TooManyRows);
        }
        let names = names(table, &request.unnamed);
        let IdColumns { candidates, best } = id_columns(table, &names, request.now);
        if candidates.is_empty() {
            return Err(FileProblem::NoIds);
        }
        // Ids in every column, and no names: a list in some layout.
        if table.header.is_none() && candidates.len() > 1 && candidates.len() == names.len() {
            return Ok(Self {
                rows,
                ids: all_cells_text(table),
                ..Self::default()
            });
        }
        let is_candidate = |column: &usize| candidates.iter().any(|other| other.index == *column);
        let Some(column) = request.column.filter(is_candidate).or(best) else {
            return Ok(Self {
                rows,
                candidates,
                ..Self::default()
            });
        };
        Ok(Self {
            rows,
            candidates,
            column: Some(column),
            ids: ids_text(table, column),
            columns: other_columns(table, column, &names, request.now),
            ..Self::default()
        })
    }
}
