//! Texts of the totals over the shown rows.

pub struct SummaryTexts {
    pub title: &'static str,
    pub videos: &'static str,
    pub rows: &'static str,
    pub of_all: fn(some: &str, all: &str) -> String,
    pub median: fn(value: &str) -> String,
    pub videos_counted: fn(some: &str, all: &str) -> String,
    pub exact_totals: &'static str,
    pub excluded: &'static str,
    pub unknown_excluded: fn(metric: &str, count: usize) -> String,
    /// `min` and `max` are what the total may be with them.
    pub multi_product_excluded: fn(metric: &str, count: usize, min: &str, max: &str) -> String,
}
