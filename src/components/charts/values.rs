//! Values as a chart writes them.

use crate::domain::charts::shapes::Quantity;
use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::dates::day::Day;
use crate::state::locale::Locale;

/// A value as the axis of a quantity shows it.
pub fn value(quantity: Quantity, value: f64, locale: Locale) -> String {
    match quantity {
        Quantity::Metric(metric) => locale.formats().metric(metric, Some(value)),
        Quantity::Count => locale.formats().compact(Some(value as u64)),
        Quantity::Date(bucket) => {
            let day = Day::of(value as u64).to_string();
            let length = match bucket {
                TimeBucket::Day | TimeBucket::Week => day.len(),
                TimeBucket::Month => day.len() - "-01".len(),
                TimeBucket::Year => day.len() - "-01-01".len(),
            };
            day[..length].to_owned()
        }
    }
}

/// A value with all its digits and its unit.
pub fn exact(quantity: Quantity, exact: f64, locale: Locale) -> String {
    match quantity {
        Quantity::Metric(metric) => locale.exact(metric, Some(exact)),
        Quantity::Count => locale.formats().exact(Some(exact as u64)),
        Quantity::Date(_) => value(quantity, exact, locale),
    }
}

/// A tick's value, which is round: it needs no cents.
pub fn tick(quantity: Quantity, tick: f64, locale: Locale) -> String {
    match quantity {
        Quantity::Metric(metric) => locale.formats().metric_round(metric, tick),
        _ => value(quantity, tick, locale),
    }
}

/// Two values with a dash between them, or one if they are the same.
pub fn range(from: String, to: String) -> String {
    match from == to {
        true => from,
        false => format!("{from} – {to}"),
    }
}
