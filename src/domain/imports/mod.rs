//! A user's own file: its table, the column with the ids, and the columns that it has beside them, such as creator,
//! campaign or note ([`ImportedColumns`]).

pub mod columns;
pub mod file;
mod id_cell;
pub mod table;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::ids::VideoId;
use crate::domain::ids::short_link::{ResolvedLinks, ShortLink};

/// The columns of an imported file, by video.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "ColumnsJson", into = "ColumnsJson")]
pub struct ImportedColumns {
    names: Vec<String>,
    /// A value for each name; an empty one is unknown.
    values: HashMap<VideoId, Vec<String>>,
    /// The rows of short links whose videos are not known yet.
    links: Vec<(ShortLink, Vec<String>)>,
}

impl ImportedColumns {
    /// How many columns are imported; further ones are dropped.
    pub const MAX: usize = 20;

    /// Takes the columns of a file, of which one row may be about each video: of several the first counts, and later ones
    /// fill its empty values.
    #[must_use]
    pub fn new(
        mut names: Vec<String>,
        rows: impl IntoIterator<Item = (VideoId, Vec<String>)>,
    ) -> Self {
        names.truncate(Self::MAX);
        let mut values: HashMap<VideoId, Vec<String>> = HashMap::new();
        for (id, mut row) in rows {
            row.resize(names.len(), String::new());
            let known = values.entry(id).or_insert_with(|| row.clone());
            for (known, value) in known.iter_mut().zip(row) {
                if known.is_empty() {
                    *known = value;
                }
            }
        }
        Self {
            names,
            values,
            links: Vec::new(),
        }
    }

    /// The same columns with rows of short links, which are about no video until [`Self::resolved`].
    #[must_use]
    pub fn with_links(self, links: Vec<(ShortLink, Vec<String>)>) -> Self {
        Self { links, ..self }
    }

    /// The same columns with the rows of the short links whose videos are known. The file's own rows count first.
    #[must_use]
    pub fn resolved(self, videos: &ResolvedLinks) -> Self {
        let of_links = self
            .links
            .into_iter()
            .filter_map(|(link, row)| Some((*videos.get(&link)?, row)));
        Self::new(self.names, self.values.into_iter().chain(of_links))
    }

    /// The names of the columns, in the file's order.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// A video's value in a column, by the column's index; `None` if the file has none.
    #[must_use]
    pub fn value(&self, id: VideoId, column: usize) -> Option<&str> {
        let value = self.values.get(&id)?.get(column)?;
        (!value.is_empty()).then_some(value)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// In JSON: the ids are texts, so that no reader takes them for numbers.
#[derive(Serialize, Deserialize)]
struct ColumnsJson {
    names: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<(String, Vec<String>)>,
}

impl From<ImportedColumns> for ColumnsJson {
    fn from(columns: ImportedColumns) -> Self {
        let rows = columns.values.into_iter();
        let links = columns.links.into_iter();
        Self {
            names: columns.names,
            rows: rows.map(|(id, row)| (id.to_string(), row)).collect(),
            links: links.map(|(link, row)| (link.to_string(), row)).collect(),
        }
    }
}

impl TryFrom<ColumnsJson> for ImportedColumns {
    type Error = crate::domain::ids::TokenProblem;

    fn try_from(json: ColumnsJson) -> Result<Self, Self::Error> {
        let rows: Result<Vec<_>, _> = json
            .rows
            .into_iter()
            .map(|(id, row)| Ok((id.parse()?, row)))
            .collect();
        let links = json.links.into_iter();
        let links = links.filter_map(|(link, row)| Some((ShortLink::in_token(&link)?, row)));
        Ok(Self::new(json.names, rows?).with_links(links.collect()))
    }
}
