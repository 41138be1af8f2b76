//! The columns that a table, a sort or an export can have, and how rows compare by each.
//!
//! To add a column that is not a metric, add a variant to [`Column`] and to [`Column::FACTS`]; the compiler asks for
//! whatever else is missing.

use std::cmp::Ordering;

use crate::domain::metrics::{METRICS, Metric};
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::videos::links::DigitId;

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
    Metric(Metric),
}

impl Column {
    /// The columns that are not metrics, in the order in which the page lists them.
    pub const FACTS: [Self; 7] = [
        Self::Product,
        Self::Region,
        Self::Published,
        Self::Caption,
        Self::Hashtags,
        Self::Creator,
        Self::VideoId,
    ];

    /// Every column: the facts, then the metrics.
    pub fn all() -> impl Iterator<Item = Self> {
        let metrics = METRICS.iter().map(|spec| Self::Metric(spec.metric));
        Self::FACTS.into_iter().chain(metrics)
    }

    /// Its name in URLs and exported files, which must never change.
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
            Self::Metric(metric) => metric.code(),
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|column| column.code() == code)
    }

    /// Columns from their codes, separated by commas. Unknown codes and repetitions are ignored.
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

    /// Compares two rows by this column alone. Unknown values come last, ascending and descending.
    #[must_use]
    pub fn compare(
        self,
        rows: &ResultRows,
        a: RowIndex,
        b: RowIndex,
        descending: bool,
    ) -> Ordering {
        let (left, right) = (rows.video(a), rows.video(b));
        match self {
            Self::Caption => {
                let (a, b) = (not_empty(&left.caption), not_empty(&right.caption));
                unknown_last(a, b, descending, |a, b| ignoring_case(a, b))
            }
            Self::Hashtags => {
                let (a, b) = (left.hashtags.as_slice(), right.hashtags.as_slice());
                let (a, b) = (
                    Some(a).filter(|a| !a.is_empty()),
                    Some(b).filter(|b| !b.is_empty()),
                );
                unknown_last(a, b, descending, |a, b| by_hashtags(a, b))
            }
            Self::Region => {
                let (a, b) = (left.region.as_deref(), right.region.as_deref());
                unknown_last(a, b, descending, |a, b| ignoring_case(a, b))
            }
            Self::Published => {
                let (a, b) = (Some(left.published), Some(right.published));
                unknown_last(a, b, descending, u64::cmp)
            }
            Self::Creator => {
                let (a, b) = (left.creator.as_ref(), right.creator.as_ref());
                unknown_last(a, b, descending, |a, b| by_number(a, b))
            }
            Self::VideoId => unknown_last(Some(left.id), Some(right.id), descending, Ord::cmp),
            Self::Product => {
                let (a, b) = (&rows.sales(a).product, &rows.sales(b).product);
                unknown_last(a.as_ref(), b.as_ref(), descending, |a, b| by_number(a, b))
            }
            Self::Metric(metric) => {
                let (a, b) = (rows.value(a, metric), rows.value(b, metric));
                unknown_last(a, b, descending, f64::total_cmp)
            }
        }
    }
}

/// Compares values of which each may be unknown.
fn unknown_last<T>(
    a: Option<T>,
    b: Option<T>,
    descending: bool,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => compare(&b, &a),
        (Some(a), Some(b)) => compare(&a, &b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

fn not_empty(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Alphabetical order. Only ASCII letters compare without case: for other scripts the browser has the tables, and
/// asking it for each pair would be slow.
fn ignoring_case(a: &str, b: &str) -> Ordering {
    let a = a.bytes().map(|byte| byte.to_ascii_lowercase());
    let b = b.bytes().map(|byte| byte.to_ascii_lowercase());
    a.cmp(b)
}

/// By the first hashtag, then by the second, and so on.
fn by_hashtags(a: &[String], b: &[String]) -> Ordering {
    let mut pairs = a.iter().zip(b).map(|(a, b)| ignoring_case(a, b));
    let first_difference = pairs.find(|order| order.is_ne());
    first_difference.unwrap_or_else(|| a.len().cmp(&b.len()))
}

/// By the number that the digits are, which may be larger than any integer type.
fn by_number(a: &DigitId, b: &DigitId) -> Ordering {
    let a = a.as_str().trim_start_matches('0');
    let b = b.as_str().trim_start_matches('0');
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}
