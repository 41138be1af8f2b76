//! Owns: which rows are shown, and how many each choice would leave.
//! Refuses: guessing: a row whose metric is unknown is in no range of it.

pub mod url;

use std::cmp::Reverse;

use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

use crate::domain::dates::day::Day;
use crate::domain::metrics::Metric;
use crate::domain::metrics::range::Range;
use crate::domain::rows::{NormalizeText, ResultRows, RowIndex};
use crate::domain::videos::{ProductSales, Video};

/// Whether something was sold.
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

/// Stands for "no region known" where a region's code would.
pub const NO_REGION: &str = "none";

/// What has to be so of a row; each part that is empty lets everything pass.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words that all have to be in caption, hashtags or ids.
    pub text: String,
    /// Codes of regions, any of which will do; [`NO_REGION`] among them.
    pub regions: Vec<String>,
    /// The first and the last day of publication.
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub sold: Option<Sold>,
    /// At most one a metric.
    pub ranges: Vec<Range>,
}

/// One part of a filter, as a chip that a click removes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    Text(String),
    Region(String),
    Dates(Option<Day>, Option<Day>),
    Sold(Sold),
    Range(Range),
}

/// The rows that pass a filter, and the counts that its choices are labelled with.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FilterResult {
    /// In the answer's order.
    pub passing: Vec<RowIndex>,
    pub facets: Facets,
}

/// How many rows each choice of a filter would show, with all its other parts as they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    /// Rows of each region, most rows first, then by code.
    pub regions: Vec<(String, usize)>,
    /// Rows of each of `Sold::VARIANTS`, in that order.
    pub sold: [usize; Sold::COUNT],
}

impl Filter {
    /// What is on.
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
        parts.extend(self.ranges.iter().cloned().map(Part::Range));
        parts
    }

    /// The filter without one of its parts.
    #[must_use]
    pub fn without(mut self, part: &Part) -> Self {
        match part {
            Part::Text(_) => self.text.clear(),
            Part::Region(region) => self.regions.retain(|other| other != region),
            Part::Dates(..) => (self.from, self.to) = (None, None),
            Part::Sold(_) => self.sold = None,
            Part::Range(range) => self.ranges.retain(|other| other != range),
        }
        self
    }

    /// The filter with a region chosen, or no longer.
    #[must_use]
    pub fn toggled(mut self, region: &str) -> Self {
        match self.regions.iter().position(|other| other == region) {
            Some(index) => {
                self.regions.remove(index);
            }
            None => self.regions.push(region.to_owned()),
        }
        self
    }

    /// The range of a metric, where there is one.
    #[must_use]
    pub fn range(&self, metric: Metric) -> Option<&Range> {
        self.ranges.iter().find(|range| range.metric() == metric)
    }

    /// The filter with this range in place of the metric's former one; one without bounds is none.
    #[must_use]
    pub fn ranged(mut self, metric: Metric, range: Option<Range>) -> Self {
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

    /// Goes through all rows once.
    #[must_use]
    pub fn apply(&self, rows: &ResultRows, normalize_text: NormalizeText) -> FilterResult {
        let text = normalize_text(&self.text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let limits: Vec<_> = self
            .ranges
            .iter()
            .map(|range| (range.metric(), range.limits()))
            .collect();
        let mut result = FilterResult::default();
        let mut regions = Vec::new();
        for row in rows.all() {
            let (video, sales) = (rows.video(row), rows.sales(row));
            let has_words = || {
                let text = rows.text(row, normalize_text);
                words.iter().all(|word| is_in(text, word))
            };
            let in_ranges = || {
                limits.iter().all(|(metric, (min, max))| {
                    let value = rows.value(row, *metric);
                    value.is_some_and(|value| *min <= value && value <= *max)
                })
            };
            if !(self.in_dates(video) && in_ranges() && (words.is_empty() || has_words())) {
                continue;
            }
            let (region, sold) = (region(video), Sold::of(sales));
            let in_region = self.regions.is_empty() || self.regions.iter().any(|it| it == region);
            let is_sold = self.sold.is_none_or(|it| it == sold);
            if is_sold {
                *counted(&mut regions, region) += 1;
            }
            if in_region {
                result.facets.sold[sold as usize] += 1;
            }
            if is_sold && in_region {
                result.passing.push(row);
            }
        }
        // What is chosen stays on offer, though nothing of it is left.
        for chosen in &self.regions {
            counted(&mut regions, chosen);
        }
        result.facets.regions = most_first(&regions);
        result
    }

    fn in_dates(&self, video: &Video) -> bool {
        let day = Day::of(video.published);
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A video's region, or [`NO_REGION`].
fn region(video: &Video) -> &str {
    video.region.as_deref().unwrap_or(NO_REGION)
}

/// A region's count. Regions are few: looking through them is less code to load than a map.
fn counted<'c, 'a>(counts: &'c mut Vec<(&'a str, usize)>, region: &'a str) -> &'c mut usize {
    let index = counts.iter().position(|(other, _)| *other == region);
    let index = index.unwrap_or_else(|| {
        counts.push((region, 0));
        counts.len() - 1
    });
    &mut counts[index].1
}

/// The most first, and by name where as many.
fn most_first(counts: &[(&str, usize)]) -> Vec<(String, usize)> {
    let mut sorted: Vec<(String, usize)> = Vec::with_capacity(counts.len());
    for (region, count) in counts {
        let rank = (Reverse(*count), *region);
        let index = sorted.partition_point(|(name, count)| (Reverse(*count), name.as_str()) < rank);
        sorted.insert(index, ((*region).to_owned(), *count));
    }
    sorted
}

/// Whether a word is in a text; one between two `#` is a whole hashtag, and not the beginning of another.
fn is_in(text: &str, word: &str) -> bool {
    let hashtag = word
        .strip_suffix('#')
        .filter(|tag| tag.starts_with('#') && tag.len() > 1);
    let Some(tag) = hashtag else {
        return text.contains(word);
    };
    let mut found = text.match_indices(tag);
    found.any(|(at, _)| {
        let next = text[at + tag.len()..].chars().next();
        next.is_none_or(|next| next.is_whitespace() || next == '#')
    })
}
