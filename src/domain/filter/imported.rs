//! A value of an imported column, as a condition of the filter and as written in a URL: `2:Spring`.

use std::fmt;
use std::str::FromStr;

use crate::domain::imports::ImportedColumns;

/// A value that a row's video must have in an imported column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportedValue {
    column: u8,
    value: String,
}

/// The text is not a column's number, `:` and a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a value of an imported column")]
pub struct InvalidImportedValue;

impl ImportedValue {
    /// An empty value stands for videos without one. `None` if no file has so many columns.
    #[must_use]
    pub fn new(column: u8, value: String) -> Option<Self> {
        (usize::from(column) < ImportedColumns::MAX).then_some(Self { column, value })
    }

    /// The column's index in [`ImportedColumns::names`].
    #[must_use]
    pub fn column(&self) -> u8 {
        self.column
    }

    /// The column's number in URLs, from 1.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.column + 1
    }

    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl fmt::Display for ImportedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.number(), self.value)
    }
}

impl FromStr for ImportedValue {
    type Err = InvalidImportedValue;

    fn from_str(text: &str) -> Result<Self, InvalidImportedValue> {
        let (number, value) = text.split_once(':').ok_or(InvalidImportedValue)?;
        let number: u8 = number.parse().map_err(|_| InvalidImportedValue)?;
        let column = number.checked_sub(1).ok_or(InvalidImportedValue)?;
        Self::new(column, value.to_owned()).ok_or(InvalidImportedValue)
    }
}
