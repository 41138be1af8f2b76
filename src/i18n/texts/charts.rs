//! Texts of the charts.

use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::view::ChartKind;

pub struct ChartTexts {
    pub kind: &'static str,
    pub kind_name: fn(ChartKind) -> &'static str,
    pub metric: &'static str,
    pub x_axis: &'static str,
    pub log_scale: &'static str,
    pub download_png: &'static str,
    pub download_svg: &'static str,
    pub not_saved: &'static str,

    /// A metric's name, when it is an estimate.
    pub estimated: fn(metric: &str) -> String,
    /// What a group's value is called.
    pub total: fn(metric: &str) -> String,
    pub median_of: fn(metric: &str) -> String,

    // Titles.
    pub ranking: fn(metric: &str) -> String,
    pub versus: fn(y: &str, x: &str) -> String,
    pub distribution: fn(metric: &str) -> String,
    pub by_time: fn(metric: &str, TimeBucket) -> String,
    pub by_region: fn(metric: &str) -> String,
    pub by_hashtag: fn(metric: &str) -> String,

    pub videos: &'static str,
    pub lower_quartile: &'static str,
    pub median: &'static str,
    pub upper_quartile: &'static str,

    pub data_points: &'static str,
    pub keys_hint: &'static str,
    /// The chart in a few sentences, for those who don't see it.
    pub summary: fn(title: &str, data_points: usize, highest: Option<&str>) -> String,
    pub no_data: &'static str,

    // What a chart leaves out, and what else is to be known of it.
    pub more: fn(count: usize) -> String,
    pub unknown_excluded: fn(count: usize) -> String,
    pub too_large_excluded: fn(count: usize) -> String,
    pub zero_excluded: fn(count: usize) -> String,
    pub multi_product_excluded: fn(count: usize) -> String,
    pub multi_product_separate: fn(count: usize) -> String,
    pub each_hashtag: &'static str,

    pub data_table: &'static str,
    pub first_rows: fn(count: usize) -> String,
    pub video: &'static str,
    pub range: &'static str,
    pub published: &'static str,
    pub region: &'static str,
    pub hashtag: &'static str,
}
