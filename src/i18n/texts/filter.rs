//! Texts of the search in the results, the filter and its chips.

use crate::domain::filter::Sold;
use crate::domain::metrics::Unit;

pub struct FilterTexts {
    pub find: &'static str,
    pub filter: &'static str,
    pub filter_count: fn(count: usize) -> String,
    pub region: &'static str,
    pub sales: &'static str,
    pub any: &'static str,
    pub has_sales: fn(Sold) -> &'static str,
    pub one_product: &'static str,
    /// A choice for videos that have no value in an imported column.
    pub no_value: &'static str,
    pub published: &'static str,
    pub dates_note: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub metric_range: &'static str,
    pub metric: &'static str,
    pub min: &'static str,
    pub max: &'static str,
    pub not_a_number: &'static str,
    pub min_above_max: &'static str,
    pub not_a_day: &'static str,
    pub from_after_to: &'static str,
    /// A name with the unit that its numbers are in, if they have one.
    pub in_unit: fn(label: &str, Unit) -> String,

    pub active: &'static str,
    pub remove: fn(part: &str) -> String,
    pub clear_all: &'static str,
    pub between: fn(min: &str, max: &str) -> String,
    /// The maximum itself is excluded.
    pub between_below: fn(min: &str, max: &str) -> String,
    pub since: fn(day: &str) -> String,
    pub until: fn(day: &str) -> String,
    pub at_least: fn(min: &str) -> String,
    pub at_most: fn(max: &str) -> String,
    pub below: fn(max: &str) -> String,

    pub no_match: &'static str,
    pub no_match_advice: &'static str,
}
