//! Owns: what the worker is asked to make, and how the page tells it so.
//! Refuses: the answer itself, which goes beside it as it came.

use std::fmt;
use std::str::FromStr;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::query::Query;
use crate::domain::rows::RowIndex;

/// What a result can become.
///
/// Its text is its name in a request and the extension of its files.
#[derive(Clone, Copy, PartialEq, Eq, Debug, IntoStaticStr, EnumString, VariantArray)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub enum Format {
    Xlsx,
    Csv,
    Json,
}

impl Format {
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.table",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// A file to be made of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportRequest {
    pub format: Format,
    /// What the answer answers.
    pub query: Query,
    /// When it was given, in Unix seconds.
    pub at: u64,
    /// Whether it is the sample's.
    pub sample: bool,
    /// Which of its rows, in their order.
    pub order: Vec<RowIndex>,
    /// Whether CSV begins with a mark that Excel knows UTF-8 by.
    pub bom: bool,
    /// Whether texts in CSV are kept from running as formulas.
    pub guard: bool,
}

impl fmt::Display for ExportRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flag = |is_on: bool| if is_on { "1" } else { "0" };
        let format = self.format.into_str();
        let [sample, bom, guard] = [self.sample, self.bom, self.guard].map(flag);
        let (query, at) = (&self.query, self.at);
        write!(
            f,
            "{query}&at={at}&sample={sample}&format={format}&bom={bom}&guard={guard}&rows="
        )?;
        for row in &self.order {
            write!(f, "{row},")?;
        }
        Ok(())
    }
}

/// A text that is no job.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a job")]
pub struct InvalidExportRequest;

impl FromStr for ExportRequest {
    type Err = InvalidExportRequest;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, InvalidExportRequest> {
        let value = |name: &str| {
            let mut pairs = form_urlencoded::parse(text.as_bytes());
            pairs
                .find_map(|(key, value)| (key == name).then_some(value))
                .ok_or(InvalidExportRequest)
        };
        let is_on = |name| value(name).map(|value| value == "1");
        let format = value("format")?;
        let rows = value("rows")?;
        let order = rows
            .split_terminator(',')
            .map(str::parse)
            .collect::<Result<_, _>>();
        Ok(Self {
            format: format.parse().map_err(|_| InvalidExportRequest)?,
            query: text.parse().map_err(|_| InvalidExportRequest)?,
            at: value("at")?.parse().map_err(|_| InvalidExportRequest)?,
            sample: is_on("sample")?,
            order: order.map_err(|_| InvalidExportRequest)?,
            bom: is_on("bom")?,
            guard: is_on("guard")?,
        })
    }
}
