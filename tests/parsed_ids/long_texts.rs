//! Long texts: their time, their parts, and what is shown of them.

use std::cell::Cell;
use std::time::{Duration, Instant};

use clipcart::domain::ids::excerpt::{excerpt, is_long};
use clipcart::domain::ids::items::read_items_in_parts;
use futures_util::FutureExt;

use super::{A, RULES, fill, parse_ids};

#[test]
fn a_megabyte_of_anything_is_read_in_time() {
    // A limit far above the linear time of a debug build, and far below any quadratic one.
    const PATIENCE: Duration = Duration::from_secs(20);
    let units = [
        "x",
        "1",
        "/",
        ",",
        "?,",
        "/?,",
        "/?,a",
        "http://",
        "https://",
        "a/?x,https:/",
        "看x",
        "x ",
        "%2f",
        "//",
        "www.tiktok.com",
        "/v",
        "tiktok.com/?,t",
        "é",
        ":",
        "=",
        "@",
        "a.",
        "&item_id=1",
        "7521783049722285367,",
    ];
    for unit in units {
        let text = unit.repeat(1_000_000 / unit.len());
        let start = Instant::now();
        std::hint::black_box(parse_ids(&text));
        assert!(
            start.elapsed() < PATIENCE,
            "{unit:?} took {:?}",
            start.elapsed()
        );
    }
}

/// After each part the text may be superseded by another one.
#[test]
fn a_text_that_is_not_wanted_is_not_read_to_its_end() {
    let text = fill("{A}\n").repeat(10_000);
    let parts = Cell::new(0);
    let should_continue = async || {
        parts.set(parts.get() + 1);
        parts.get() < 3
    };
    let read = read_items_in_parts(&text, RULES, should_continue).now_or_never();
    assert_eq!((read, parts.get()), (Some(None), 3));
}

#[test]
fn of_a_long_text_whole_lines_are_shown() {
    assert!(!is_long(&format!("{A}\n").repeat(900)));
    let lines = format!("{A}\n").repeat(1_000);
    assert!(is_long(&lines));
    let shown = excerpt(&lines);
    assert_eq!(shown, format!("{}…", format!("{A}\n").repeat(100)));
    // No line ends, and a character is where the text is cut.
    let characters = "视频".repeat(10_000);
    assert_eq!(excerpt(&characters), format!("{}…", "视频".repeat(333)));
}
