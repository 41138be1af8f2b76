//! Names of exported files: the query and the day of the data. They consist of letters, digits, `-` and a dot, which
//! every file system accepts.

use crate::domain::dates::day::Day;
use crate::domain::query::Query;

/// Such as `clipcart-7521783049722285367-and-9-more-p1-2026-11-24.xlsx`. `fetched_at` is when KeyAPI sent the data, in
/// Unix seconds.
#[must_use]
pub fn file_name(query: &Query, sample: bool, fetched_at: u64, extension: &str) -> String {
    let mark = if sample { "sample-" } else { "" };
    let first = query.ids.iter().next().map(|id| id.to_string());
    let first = first.unwrap_or_default();
    let more = match query.ids.len() {
        1 => String::new(),
        count => format!("and-{}-more-", count - 1),
    };
    let (page, day) = (query.page, Day::of(fetched_at));
    format!("clipcart-{mark}{first}-{more}p{page}-{day}.{extension}")
}
