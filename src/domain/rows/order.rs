//! How two values of a column compare.

use std::cmp::Ordering;

use crate::domain::videos::links::DigitId;

/// Compares values of which each may be unknown.
pub fn unknown_last<T>(
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

pub fn not_empty(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Alphabetical order. Only ASCII letters compare without case: for other scripts the browser has the tables, and
/// asking it for each pair would be slow.
pub fn ignoring_case(a: &str, b: &str) -> Ordering {
    let a = a.bytes().map(|byte| byte.to_ascii_lowercase());
    let b = b.bytes().map(|byte| byte.to_ascii_lowercase());
    a.cmp(b)
}

/// Numbers by their values, then the other texts. Texts that are the same number to a float, such as long ids, are
/// compared as texts.
pub fn numbers_first(a: &str, b: &str) -> Ordering {
    // Read by serde_json, which the page has anyway.
    let number = |text: &str| serde_json::from_str::<f64>(text.trim()).ok();
    let order = match (number(a), number(b)) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    order.then_with(|| ignoring_case(a, b))
}

/// By the first hashtag, then by the second, and so on.
pub fn by_hashtags(a: &[String], b: &[String]) -> Ordering {
    let mut pairs = a.iter().zip(b).map(|(a, b)| ignoring_case(a, b));
    let first_difference = pairs.find(|order| order.is_ne());
    first_difference.unwrap_or_else(|| a.len().cmp(&b.len()))
}

/// By the number that the digits are, which may be larger than any integer type.
pub fn by_number(a: &DigitId, b: &DigitId) -> Ordering {
    let a = a.as_str().trim_start_matches('0');
    let b = b.as_str().trim_start_matches('0');
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}
