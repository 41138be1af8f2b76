//! The conditions that choose which rows are shown. `result` applies them.

mod imported;
pub mod result;
mod text;
pub mod url;

use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

pub use self::imported::ImportedValue;
use crate::domain::dates::day::Day;
use crate::domain::imports::ImportedColumns;
use crate::domain::metrics::Metric;
use crate::domain::metrics::range::Range;
use crate::domain::videos::{ProductSales, Video};

/// Whether a row has sales.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, IntoStaticStr, EnumString, VariantArray, EnumCount,
)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub enum Sold {
    Yes,
    /// Zero, which may also mean that KeyAPI does not cover it.
    No,
    Unknown,
}

impl Sold {
    #[must_use]
    pub fn of(sales: &ProductSales) -> Self {
        let gmv = sales.gmv.map(|gmv| gmv > 0.0);
        let units = sales.units.map(|units| units > 0);
        match (units, gmv) {
            (Some(true), _) | (_, Some(true)) => Self::Yes,
            (None, None) => Self::Unknown,
            _ => Self::No,
        }
    }
}

/// Used in place of a region's code for videos whose region is unknown.
pub const NO_REGION: &str = "none";

/// The conditions for a row. An empty one lets every row pass.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words that must all be in caption, hashtags, ids or imported values. A word between two `#` must be one of the hashtags.
    pub text: String,
    /// Codes of regions, one of which must match. [`NO_REGION`] may be among them.
    pub regions: Vec<String>,
    /// The first day of publication.
    pub from: Option<Day>,
    /// The last day of publication.
    pub to: Option<Day>,
    pub sold: Option<Sold>,
    /// Whether only videos with a single product pass, whose sales are the video's.
    pub one_product: bool,
    /// At most one for each metric.
    pub ranges: Vec<Range>,
    /// Values of imported columns, each once. In each column that has some, one must match.
    pub imported: Vec<ImportedValue>,
}

/// One condition of a filter, which the page shows as a chip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    Text(String),
    Region(String),
    Dates(Option<Day>, Option<Day>),
    Sold(Sold),
    OneProduct,
    Range(Range),
    Imported(ImportedValue),
}

impl Filter {
    /// The conditions that are set.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        if !self.text.trim().is_empty() {
            parts.push(Part::Text(self.text.trim().to_owned()));
        }
        parts.extend(self.regions.iter().cloned().map(Part::Region));
        if self.from.is_some() || self.to.is_some() {
            parts.push(Part::Dates(self.from, self.to));
        }
        parts.extend(self.sold.map(Part::Sold));
        parts.extend(self.one_product.then_some(Part::OneProduct));
        parts.extend(self.ranges.iter().cloned().map(Part::Range));
        parts.extend(self.imported.iter().cloned().map(Part::Imported));
        parts
    }

    /// The filter without one of its conditions.
    #[must_use]
    pub fn without(mut self, part: &Part) -> Self {
        match part {
            Part::Text(_) => self.text.clear(),
            Part::Region(region) => self.regions.retain(|other| other != region),
            Part::Dates(..) => (self.from, self.to) = (None, None),
            Part::Sold(_) => self.sold = None,
            Part::OneProduct => self.one_product = false,
            Part::Range(range) => self.ranges.retain(|other| other != range),
            Part::Imported(value) => self.imported.retain(|other| other != value),
        }
        self
    }

    /// The filter with a region added, or removed if it was there.
    #[must_use]
    pub fn with_region_toggled(mut self, region: &str) -> Self {
        match self.regions.iter().position(|other| other == region) {
            Some(index) => {
                self.regions.remove(index);
            }
            None => self.regions.push(region.to_owned()),
        }
        self
    }

    /// The filter with a value of an imported column added, or removed if it was there.
    #[must_use]
    pub fn with_imported_toggled(mut self, value: ImportedValue) -> Self {
        match self.imported.iter().position(|other| *other == value) {
            Some(index) => {
                self.imported.remove(index);
            }
            None => self.imported.push(value),
        }
        self
    }

    /// The filter without conditions on imported columns that the results don't have: whoever opens a link may not have
    /// its file.
    #[must_use]
    pub fn without_missing(mut self, imported: &ImportedColumns) -> Self {
        let count = imported.names().len();
        self.imported
            .retain(|value| usize::from(value.column()) < count);
        self
    }

    /// The range of a metric.
    #[must_use]
    pub fn range(&self, metric: Metric) -> Option<&Range> {
        self.ranges.iter().find(|range| range.metric() == metric)
    }

    /// The filter with another range of a metric, or none.
    #[must_use]
    pub fn with_range(mut self, metric: Metric, range: Option<Range>) -> Self {
        let index = self.ranges.iter().position(|old| old.metric() == metric);
        match (index, range) {
            (Some(index), Some(range)) => self.ranges[index] = range,
            (Some(index), None) => {
                self.ranges.remove(index);
            }
            (None, range) => self.ranges.extend(range),
        }
        self
    }

    fn in_dates(&self, video: &Video) -> bool {
        let day = Day::of(video.published);
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
