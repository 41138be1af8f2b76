//! The columns that a table, a sort or an export can have, and how rows compare by each.
//!
//! To add a column that is not a metric, add a variant to [`Column`] and to [`Column::FACTS`]; the compiler asks for
//! whatever else is missing.

use std::cmp::Ordering;

use crate::domain::imports::ImportedColumns;
use crate::domain::metrics::{METRICS, Metric};
use crate::domain::products::PriceRange;
use crate::domain::rows::order::{
    by_hashtags, by_number, ignoring_case, not_empty, numbers_first, unknown_last,
};
use crate::domain::rows::{ResultRows, RowIndex};

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
    /// What the product costs, once it is named.
    Price,
    Metric(Metric),
    /// A column of the user's own file, by its index in [`ImportedColumns::names`].
    Imported(u8),
}

/// The codes of imported columns. Their names are the file's own, which other files don't have.
static IMPORTED_CODES: [&str; ImportedColumns::MAX] = [
    "file_1", "file_2", "file_3", "file_4", "file_5", "file_6", "file_7", "file_8", "file_9",
    "file_10", "file_11", "file_12", "file_13", "file_14", "file_15", "file_16", "file_17",
    "file_18", "file_19", "file_20",
];

impl Column {
    /// The columns that are not metrics, in the order in which the page lists them.
    pub const FACTS: [Self; 8] = [
        Self::Product,
        Self::Price,
        Self::Region,
        Self::Published,
        Self::Caption,
        Self::Hashtags,
        Self::Creator,
        Self::VideoId,
    ];

    /// Every column that all results have: the facts, then the metrics.
    pub fn all() -> impl Iterator<Item = Self> {
        let metrics = METRICS.iter().map(|spec| Self::Metric(spec.metric));
        Self::FACTS.into_iter().chain(metrics)
    }

    /// The columns of the user's own file, in the file's order.
    pub fn imported(imported: &ImportedColumns) -> impl Iterator<Item = Self> + use<> {
        (0..imported.names().len() as u8).map(Self::Imported)
    }

    /// Every column of results with these imported ones, which come last.
    pub fn all_with(imported: &ImportedColumns) -> impl Iterator<Item = Self> + use<> {
        Self::all().chain(Self::imported(imported))
    }

    /// Whether results with these imported columns have it.
    #[must_use]
    pub fn is_in(self, imported: &ImportedColumns) -> bool {
        match self {
            Self::Imported(index) => usize::from(index) < imported.names().len(),
            _ => true,
        }
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
            Self::Price => "product_price",
            Self::Metric(metric) => metric.code(),
            Self::Imported(index) => IMPORTED_CODES
                .get(usize::from(index))
                .copied()
                .unwrap_or_default(),
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let imported = (0..ImportedColumns::MAX as u8).map(Self::Imported);
        Self::all()
            .chain(imported)
            .find(|column| column.code() == code)
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
                // By name; those without one come after them, by id.
                let name = |row| rows.product(row).map(|product| product.name.as_str());
                let by_name =
                    unknown_last(name(a), name(b), descending, |a, b| ignoring_case(a, b));
                let (a, b) = (&rows.sales(a).product, &rows.sales(b).product);
                let by_id =
                    || unknown_last(a.as_ref(), b.as_ref(), descending, |a, b| by_number(a, b));
                by_name.then_with(by_id)
            }
            Self::Price => {
                let price = |row| rows.product(row)?.price.map(PriceRange::min);
                unknown_last(price(a), price(b), descending, f64::total_cmp)
            }
            Self::Metric(metric) => {
                let (a, b) = (rows.value(a, metric), rows.value(b, metric));
                unknown_last(a, b, descending, f64::total_cmp)
            }
            Self::Imported(index) => {
                let (a, b) = (rows.imported_value(a, index), rows.imported_value(b, index));
                unknown_last(a, b, descending, |a, b| numbers_first(a, b))
            }
        }
    }
}
