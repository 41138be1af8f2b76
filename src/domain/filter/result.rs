//! Which rows pass a filter, and how many each choice of the filter would show. A row whose metric is unknown is in no
//! range of it.

use std::collections::{BTreeSet, HashMap};

use strum::EnumCount;

use super::text::TextSearch;
use super::{Filter, NO_REGION, Sold};
use crate::domain::rows::{NormalizeText, ResultRows, RowIndex};

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
    /// The imported columns with choices, in the file's order.
    pub imported: Vec<ImportedFacet>,
}

/// How many rows each value of an imported column would show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportedFacet {
    /// The column's index in the file.
    pub column: u8,
    /// Rows of each value of the results, most rows first, then by value. An empty one stands for videos without.
    pub values: Vec<(String, usize)>,
}

/// The conditions with facets that a row does not meet, a bit each.
type Unmet = u32;

const REGION: Unmet = 1;
const SOLD: Unmet = 2;

fn imported_bit(column: u8) -> Unmet {
    4 << column
}

impl Filter {
    /// Filters all rows.
    #[must_use]
    pub fn apply(&self, rows: &ResultRows, normalize_text: NormalizeText) -> FilterResult {
        let mut result = FilterResult::default();
        // Selected regions stay in the list when they have no rows left.
        let selected = self.regions.iter().map(|region| (region.as_str(), 0));
        let mut regions: HashMap<&str, usize> = selected.collect();
        let choices = rows.choices();
        let mut imported: Vec<Vec<usize>> = choices
            .iter()
            .map(|choices| vec![0; choices.values.len()])
            .collect();
        for row in self.candidates(rows, normalize_text) {
            let unmet = self.unmet(rows, row);
            // A facet counts the rows that meet all other conditions.
            let counts_in = |facet: Unmet| unmet & !facet == 0;
            if counts_in(REGION) {
                *regions.entry(region(rows, row)).or_default() += 1;
            }
            if counts_in(SOLD) {
                result.facets.sold[Sold::of(rows.sales(row)) as usize] += 1;
            }
            for (choices, counts) in choices.iter().zip(&mut imported) {
                if counts_in(imported_bit(choices.column)) {
                    counts[choices.of_video(rows.video_index(row))] += 1;
                }
            }
            if unmet == 0 {
                result.passing.push(row);
            }
        }
        result.facets.regions = most_rows_first(regions);
        let facets = choices.iter().zip(imported);
        result.facets.imported = facets
            .map(|(choices, counts)| ImportedFacet {
                column: choices.column,
                values: most_rows_first(choices.values.iter().map(String::as_str).zip(counts)),
            })
            .collect();
        result
    }

    /// The rows that meet all conditions but those with facets.
    fn candidates(
        &self,
        rows: &ResultRows,
        normalize_text: NormalizeText,
    ) -> impl Iterator<Item = RowIndex> {
        let text = TextSearch::new(&self.text, normalize_text);
        let ranges = self.ranges.iter();
        let limits: Vec<_> = ranges
            .map(|range| (range.metric(), range.limits()))
            .collect();
        rows.all().filter(move |row| {
            self.in_dates(rows.video(*row))
                && (!self.one_product || rows.video(*row).sales.len() == 1)
                && limits.iter().all(|(metric, (min, max))| {
                    let value = rows.value(*row, *metric);
                    value.is_some_and(|value| *min <= value && value <= *max)
                })
                && text.matches(rows, *row)
        })
    }

    /// Which conditions with facets a row does not meet.
    fn unmet(&self, rows: &ResultRows, row: RowIndex) -> Unmet {
        let mut unmet = 0;
        let region = region(rows, row);
        if !self.regions.is_empty() && !self.regions.iter().any(|it| it == region) {
            unmet |= REGION;
        }
        if self.sold.is_some_and(|it| it != Sold::of(rows.sales(row))) {
            unmet |= SOLD;
        }
        let columns: BTreeSet<u8> = self.imported.iter().map(|value| value.column()).collect();
        for column in columns {
            let own = rows.imported_value(row, column).unwrap_or_default();
            let mut wanted = self.imported.iter();
            if !wanted.any(|it| it.column() == column && it.value() == own) {
                unmet |= imported_bit(column);
            }
        }
        unmet
    }
}

fn region(rows: &ResultRows, row: RowIndex) -> &str {
    rows.video(row).region.as_deref().unwrap_or(NO_REGION)
}

fn most_rows_first<'a>(counts: impl IntoIterator<Item = (&'a str, usize)>) -> Vec<(String, usize)> {
    let counts = counts.into_iter();
    let mut counts: Vec<_> = counts
        .map(|(value, rows)| (value.to_owned(), rows))
        .collect();
    counts.sort_by(|(a, a_rows), (b, b_rows)| b_rows.cmp(a_rows).then_with(|| a.cmp(b)));
    counts
}
