//! Owns: the names of exported files: what was asked, and the day of the data.
//! Refuses: any character that some system has a use for; names are letters, digits, `-` and a dot.

use crate::domain::dates::day::Day;
use crate::domain::query::Query;

/// Such as `clipcart-7521783049722285367-and-9-more-p1-2026-11-24.xlsx`. `at` is when the data was given,
/// in Unix seconds; `end` is what stands after the dot.
#[must_use]
pub fn file_name(query: &Query, sample: bool, at: u64, end: &str) -> String {
    let mark = if sample { "sample-" } else { "" };
    let first = query.ids.iter().next().map(|id| id.to_string());
    let first = first.unwrap_or_default();
    let more = match query.ids.len() {
        1 => String::new(),
        count => format!("and-{}-more-", count - 1),
    };
    let (page, day) = (query.page, Day::of(at));
    format!("clipcart-{mark}{first}-{more}p{page}-{day}.{end}")
}
