//! Values and names as a chart writes them.

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

/// A tick's value, which is round: it needs no cents.
pub fn tick(quantity: Quantity, tick: f64, locale: Locale) -> String {
    let text = value(quantity, tick, locale);
    text.strip_suffix(".00").unwrap_or(&text).to_owned()
}

/// Two values with a dash between them, or one if they are the same.
pub fn range(from: String, to: String) -> String {
    match from == to {
        true => from,
        false => format!("{from} – {to}"),
    }
}

/// As much of a text as fits so many pixels, roughly: a letter takes 7, a capital 10, and one of a wide script 13.
pub fn truncate(text: &str, width: i32) -> String {
    let mut left = width;
    for (index, letter) in text.char_indices() {
        left -= match letter {
            'A'..='Z' | 'm' | 'w' | '@' | '%' => 10,
            ..'\u{1100}' => 7,
            _ => 13,
        };
        if left < 0 {
            return format!("{}…", text[..index].trim_end());
        }
    }
    text.to_owned()
}
