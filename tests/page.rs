//! A page of results: whether another can follow it, and when two are the same.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::Arc;

use clipcart::api::wire::DataSource;
use clipcart::domain::ids::VideoIds;
use clipcart::domain::query::Query;
use clipcart::domain::query::paging::{PageNum, PageSize};
use clipcart::domain::rows::ResultRows;
use clipcart::domain::videos::response::CacheStatus;
use clipcart::state::page::{Page, RawResponse};

fn page(rows: usize, size: u8) -> Page {
    let id = "7521783049722285367".parse().unwrap();
    let query = Query {
        ids: VideoIds::new([id]).unwrap(),
        page: PageNum::default(),
        size: PageSize::new(size).unwrap(),
    };
    let raw = RawResponse {
        body: "".into(),
        data_source: DataSource::Live,
        request_id: String::new(),
        status: None,
        milliseconds: None,
    };
    Page {
        query,
        rows: Arc::new(ResultRows::new(Vec::new())),
        unreadable: Arc::new([]),
        odd_values: Arc::new([]),
        row_count: rows,
        cache_status: CacheStatus::Api,
        fetched_at: 0,
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
fn pages_are_equal_only_if_they_hold_one_response() {
    let page = page(1, 10);
    assert!(page == page.clone());
    // What is not known to be the same is drawn anew: another answer, the same one from elsewhere.
    assert!(page != self::page(1, 10));
    let cached = Page {
        cache_status: CacheStatus::Browser,
        ..page.clone()
    };
    assert!(page != cached);
}
