//! The address of a query, as it is sent: exact, and what the documentation allows.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::api::endpoint::analytics;
use clipcart::domain::deployment::{Mode, Source};
use clipcart::domain::ids::VideoIds;
use clipcart::domain::query::Query;
use clipcart::domain::query::paging::{PageNum, PageSize};
use proptest::prelude::*;
use support::contract::request_problems;
use support::recorded::RecordedRequest;

mod support;

const REST: &str = "/v1/tiktok/video/products/analytics\
    ?video_ids=7190508362273735722,7521783049722285367&page_num=3&page_size=10";

fn query(ids: impl IntoIterator<Item = u64>, page: u32, size: u8) -> Query {
    Query {
        ids: VideoIds::new(ids.into_iter().map(|id| id.to_string().parse().unwrap())).unwrap(),
        page: PageNum::new(page).unwrap(),
        size: PageSize::new(size).unwrap(),
    }
}

#[test]
fn the_address_is_the_base_the_path_and_three_parameters() {
    let cases = [
        ("https://api.keyapi.ai", "https://api.keyapi.ai"),
        ("https://api.keyapi.ai/", "https://api.keyapi.ai"),
        ("https://api.keyapi.ai//", "https://api.keyapi.ai"),
        (" https://api.keyapi.ai ", "https://api.keyapi.ai"),
        (
            "https://proxy.example:8443/keyapi/",
            "https://proxy.example:8443/keyapi",
        ),
        ("/api", "/api"),
        ("/api/", "/api"),
        ("api", "api"),
        ("./api/", "./api"),
        ("/", ""),
        ("http://127.0.0.1:8787/", "http://127.0.0.1:8787"),
    ];
    let query = query(
        [7_521_783_049_722_285_367, 7_190_508_362_273_735_722],
        3,
        10,
    );
    for (base, expected) in cases {
        for mode in [Mode::Direct, Mode::Proxy] {
            let source = Source::new(mode, base).unwrap();
            assert_eq!(
                analytics(&source, &query),
                [expected, REST].concat(),
                "{base}"
            );
        }
    }
}

/// The request as a server would see it.
fn request(address: &str) -> RecordedRequest {
    let rest = address
        .strip_prefix("https://api.keyapi.ai")
        .expect("KeyAPI's own address");
    let (path, query) = rest.split_once('?').expect("a query");
    RecordedRequest {
        method: "GET".to_owned(),
        path: path.to_owned(),
        raw_query: query.to_owned(),
        query: form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect(),
        headers: Vec::new(),
        at: std::time::Instant::now(),
    }
}

proptest! {
    #[test]
    fn every_query_makes_a_request_that_is_documented(
        ids in prop::collection::vec(1_000_000_000_000_000..=u64::MAX, 1..=10),
        page in PageNum::MIN..=PageNum::MAX,
        size in PageSize::MIN..=PageSize::MAX,
    ) {
        let query = query(ids, page, size);
        let address = analytics(&Source::default(), &query);
        prop_assert_eq!(address.matches('?').count(), 1);
        let request = request(&address);
        prop_assert_eq!(request_problems(&request), Vec::<String>::new());
        // Each id, by number: "999…" before "1000…".
        let mut ids: Vec<u64> = query.ids.iter().map(|id| id.to_string().parse().unwrap()).collect();
        ids.sort_unstable();
        let ids: Vec<String> = ids.iter().map(u64::to_string).collect();
        prop_assert_eq!(request.param("video_ids"), Some(&*ids.join(",")));
    }

    /// Equal questions are equal bytes, so that every cache on the way knows them again.
    #[test]
    fn the_order_of_the_ids_changes_the_link_and_not_the_request(
        (ids, others) in prop::collection::btree_set(1_000_000_000_000_000..=u64::MAX, 1..30)
            .prop_map(|ids| ids.into_iter().collect::<Vec<_>>())
            .prop_flat_map(|ids| (Just(ids.clone()).prop_shuffle(), Just(ids).prop_shuffle())),
    ) {
        let [one, other] = [query(ids.clone(), 2, 5), query(others.clone(), 2, 5)];
        let source = Source::default();
        prop_assert_eq!(analytics(&source, &one), analytics(&source, &other));
        prop_assert_eq!(one.to_string() == other.to_string(), ids == others);
        prop_assert_ne!(analytics(&source, &one), analytics(&source, &query(ids, 3, 5)));
    }
}
