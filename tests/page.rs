//! A page of results: whether another can follow it, and when two are the same.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::Arc;

use clipcart::api::wire::Provenance;
use clipcart::domain::answer::Origin;
use clipcart::domain::lines::Lines;
use clipcart::domain::paging::PageSize;
use clipcart::state::page::{Page, Raw};

fn page(rows: usize, size: u8) -> Page {
    let query = format!("video_ids=7521783049722285367&page_size={size}");
    let raw = Raw {
        body: String::new(),
        provenance: Provenance::Api,
        request_id: String::new(),
        status: None,
        milliseconds: None,
    };
    Page {
        query: query.parse().unwrap(),
        lines: Arc::new(Lines::new(Vec::new(), 0)),
        unreadable: Arc::new([]),
        rows,
        origin: Origin::Api,
        raw: Arc::new(raw),
    }
}

#[test]
fn a_short_page_is_the_last() {
    let cases = [
        (0, 10, true),
        (1, 10, true),
        (9, 10, true),
        (10, 10, false),
        (0, 1, true),
        (1, 1, false),
        (12, 10, false),
    ];
    for (rows, size, last) in cases {
        assert_eq!(page(rows, size).is_last(), last, "{rows} rows of {size}");
    }
    let usual = PageSize::default().get();
    assert!(!page(usual.into(), usual).is_last());
}

#[test]
fn pages_are_the_same_only_if_they_are_of_one_answer() {
    let page = page(1, 10);
    assert!(page == page.clone());
    // What is not known to be the same is drawn anew: another answer, the same one from elsewhere.
    assert!(page != self::page(1, 10));
    let kept = Page {
        origin: Origin::Tab,
        ..page.clone()
    };
    assert!(page != kept);
}
