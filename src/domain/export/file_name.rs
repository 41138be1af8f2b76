//! Names of exported files: the query, the pages and the day of the data. They consist of letters, digits, `-` and a dot, which
//! every file system accepts.

use crate::domain::dates::day::Day;
use crate::domain::export::pages::Pages;
use crate::domain::ids::VideoIds;

/// Such as `clipcart-7521783049722285367-and-9-more-p1-2026-11-24.xlsx`; without pages if it has all. `fetched_at` is when KeyAPI sent the data, in
/// Unix seconds.
#[must_use]
pub fn file_name(
    ids: &VideoIds,
    pages: Option<&Pages>,
    sample: bool,
    fetched_at: u64,
    extension: &str,
) -> String {
    let mark = if sample { "sample-" } else { "" };
    let first = ids.iter().next().map(|id| id.to_string());
    let first = first.unwrap_or_default();
    let more = match ids.len() {
        1 => String::new(),
        count => format!("and-{}-more-", count - 1),
    };
    let pages = pages.map(|pages| format!("p{}-", pages.for_file_name()));
    let pages = pages.unwrap_or_default();
    let day = Day::of(fetched_at);
    format!("clipcart-{mark}{first}-{more}{pages}{day}.{extension}")
}
