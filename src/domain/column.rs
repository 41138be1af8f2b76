//! Owns: what a table, a sort or an export can have as a column, each with a code that never changes.
//! Refuses: how a column looks.

use std::cmp::Ordering;

use super::lines::{LineNo, Lines};
use super::metrics::Figure;

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Column {
    Caption,
    Hashtags,
    Region,
    /// When the video was published.
    Published,
    Creator,
    VideoId,
    Product,
    Figure(Figure),
}

impl Column {
    /// Those that are no figures.
    pub const FACTS: [Self; 7] = [
        Self::Product,
        Self::Region,
        Self::Published,
        Self::Caption,
        Self::Hashtags,
        Self::Creator,
        Self::VideoId,
    ];

    /// Every column: the facts, then the figures.
    pub fn all() -> impl Iterator<Item = Self> {
        let figures = Figure::ALL.into_iter().map(Self::Figure);
        Self::FACTS.into_iter().chain(figures)
    }

    /// Its name in addresses and in exported files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Caption => "caption",
            Self::Hashtags => "hashtags",
            Self::Region => "region",
            Self::Published => "published",
            Self::Creator => "creator_id",
            Self::VideoId => "video_id",
            Self::Product => "product_id",
            Self::Figure(figure) => figure.code(),
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|column| column.code() == code)
    }

    /// Columns by their codes, separated by commas; each once, and without those that are none.
    #[must_use]
    pub fn list(codes: &str) -> Vec<Self> {
        let mut columns = Vec::new();
        for column in codes.split(',').filter_map(Self::from_code) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// Two lines by this column alone. Unknown comes after all that is known, whichever way the rest
    /// runs.
    #[must_use]
    pub fn compare(self, lines: &Lines, a: LineNo, b: LineNo, descending: bool) -> Ordering {
        let (left, right) = (lines.video(a), lines.video(b));
        let by_text = |a: &str, b: &str| known_first(some(a), some(b), descending, Ord::cmp);
        match self {
            Self::Caption => by_text(&left.caption, &right.caption),
            Self::Hashtags => {
                let first = |tags: &'_ [String]| tags.first().cloned().unwrap_or_default();
                by_text(&first(&left.hashtags), &first(&right.hashtags))
            }
            Self::Region => {
                let code = |code: &Option<String>| code.clone().unwrap_or_default();
                by_text(&code(&left.region), &code(&right.region))
            }
            Self::Published => reversed_if(descending, left.published.cmp(&right.published)),
            Self::VideoId => reversed_if(descending, left.id.cmp(&right.id)),
            Self::Creator => {
                let (a, b) = (left.creator.as_ref(), right.creator.as_ref());
                known_first(a, b, descending, |a, b| by_number(a.as_str(), b.as_str()))
            }
            Self::Product => {
                let (a, b) = (
                    lines.sales(a).product.as_ref(),
                    lines.sales(b).product.as_ref(),
                );
                known_first(a, b, descending, |a, b| by_number(a.as_str(), b.as_str()))
            }
            Self::Figure(figure) => {
                let (a, b) = (lines.value(a, figure), lines.value(b, figure));
                known_first(a, b, descending, f64::total_cmp)
            }
        }
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Digits by the number that they are, whatever its length.
fn by_number(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

fn reversed_if(descending: bool, order: Ordering) -> Ordering {
    if descending { order.reverse() } else { order }
}

fn known_first<T>(
    a: Option<T>,
    b: Option<T>,
    descending: bool,
    compare: impl FnOnce(&T, &T) -> Ordering,
) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => reversed_if(descending, compare(&a, &b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
