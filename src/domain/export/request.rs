//! What the export worker is asked to build. The page sends this as JSON, and the response bodies beside it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::export::pages::Pages;
use crate::domain::imports::ImportedColumns;
use crate::domain::products::ProductTable;
use crate::domain::query::SearchQuery;
use crate::domain::rows::RowIndex;

/// A file format for results. Its text is the extension of its files.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Debug,
    IntoStaticStr,
    EnumString,
    VariantArray,
    Serialize,
    Deserialize,
)]
#[strum(const_into_str, serialize_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Xlsx,
    Csv,
    Json,
}

impl Format {
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// A file to build from the responses to a search.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ExportRequest {
    pub format: Format,
    #[serde(with = "query_params")]
    pub query: SearchQuery,
    /// The pages of a query that the responses are; `None` for all pages of a search.
    pub pages: Option<Pages>,
    /// When KeyAPI sent each of the responses, in Unix seconds.
    pub fetched_at: Vec<u64>,
    /// Whether the responses are the sample's.
    pub sample: bool,
    /// The rows to export, in this order.
    pub rows: Vec<RowIndex>,
    /// The columns of the user's own file.
    pub imported: ImportedColumns,
    /// The products that are named.
    #[serde(default)]
    pub products: ProductTable,
    /// CSV: start with a byte order mark, by which Excel recognizes UTF-8.
    pub bom: bool,
    /// CSV: keep texts from running as formulas in a spreadsheet.
    pub guard_formulas: bool,
}

impl ExportRequest {
    /// When KeyAPI sent the newest response, in Unix seconds.
    #[must_use]
    pub fn newest(&self) -> u64 {
        self.fetched_at.iter().copied().max().unwrap_or_default()
    }
}

/// A query in JSON: its URL parameters as one string, so that it goes through its own checks.
mod query_params {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::SearchQuery;
    use crate::domain::query::url::ParsedUrl;

    pub fn serialize<S: Serializer>(query: &SearchQuery, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(query)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<SearchQuery, D::Error> {
        let params = String::deserialize(deserializer)?;
        // The page has checked the dates of the ids.
        let url = ParsedUrl::read(&params, u64::MAX);
        url.query.ok_or_else(|| D::Error::custom("not a query"))
    }
}
