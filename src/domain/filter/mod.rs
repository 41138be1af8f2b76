//! Which rows are shown, and how many each choice of the filter would show. A row whose metric is unknown is in no
//! range of it.

mod text;
pub mod url;

use std::collections::HashMap;

use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

use self::text::TextSearch;
use crate::domain::dates::day::Day;
use crate::domain::metrics::Metric;
use crate::domain::metrics::range::Range;
use crate::domain::rows::{NormalizeText, ResultRows, RowIndex};
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
    /// Words that must all be in caption, hashtags or ids. A word between two `#` must be one of the hashtags.
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
}

/// The rows that pass a filter, and the counts that its choices are labelled with.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FilterResult {
    /// In the order of the results.
    pub passing: Vec<RowIndex>,
    pub facets: Facets,
}

/// How many rows each choice of a filter would show, with all its other conditions as they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    /// Rows of each region, most rows first, then by code.
    pub regions: Vec<(String, usize)>,
    /// Rows of each of `Sold::VARIANTS`, in that order.
    pub sold: [usize; Sold::COUNT],
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

    /// Filters all rows.
    #[must_use]
    pub fn apply(&self, rows: &ResultRows, normalize_text: NormalizeText) -> FilterResult {
        let text = TextSearch::new(&self.text, normalize_text);
        let ranges = self.ranges.iter();
        let limits: Vec<_> = ranges
            .map(|range| (range.metric(), range.limits()))
            .collect();
        // The rows that meet all conditions but region and sales, which have facets.
        let candidates = rows.all().filter(|row| {
            self.in_dates(rows.video(*row))
                && (!self.one_product || rows.video(*row).sales.len() == 1)
                && limits.iter().all(|(metric, (min, max))| {
                    let value = rows.value(*row, *metric);
                    value.is_some_and(|value| *min <= value && value <= *max)
                })
                && text.matches(rows, *row)
        });
        let mut result = FilterResult::default();
        // Selected regions stay in the list when they have no rows left.
        let selected = self.regions.iter().map(|region| (region.as_str(), 0));
        let mut regions: HashMap<&str, usize> = selected.collect();
        for row in candidates {
            let region = rows.video(row).region.as_deref().unwrap_or(NO_REGION);
            let sold = Sold::of(rows.sales(row));
            let in_region = self.regions.is_empty() || self.regions.iter().any(|it| it == region);
            let is_sold = self.sold.is_none_or(|it| it == sold);
            if is_sold {
                *regions.entry(region).or_default() += 1;
            }
            if in_region {
                result.facets.sold[sold as usize] += 1;
            }
            if is_sold && in_region {
                result.passing.push(row);
            }
        }
        result.facets.regions = most_rows_first(regions);
        result
    }

    fn in_dates(&self, video: &Video) -> bool {
        let day = Day::of(video.published);
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

fn most_rows_first(regions: HashMap<&str, usize>) -> Vec<(String, usize)> {
    let regions = regions.into_iter();
    let mut regions: Vec<_> = regions
        .map(|(code, rows)| (code.to_owned(), rows))
        .collect();
    regions.sort_by(|(a, a_rows), (b, b_rows)| b_rows.cmp(a_rows).then_with(|| a.cmp(b)));
    regions
}
