//! Session and local storage, and the cached responses in it.

use clipcart::domain::query::paging::PageNum;
use clipcart::storage::response_cache::{self, CachedResponse};
use clipcart::storage::web_storage::Store;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_value_can_be_read_until_it_is_removed() {
    for store in [Store::Tab, Store::Browser] {
        let key = "test.kept";
        store.remove(key);
        assert_eq!(store.get(key), None);
        for value in ["", "1", "中文 🥹 \"'\n"] {
            assert!(store.set(key, value));
            assert_eq!(store.get(key).as_deref(), Some(value));
        }
        store.remove(key);
        assert_eq!(store.get(key), None);
    }
}

#[wasm_bindgen_test]
fn the_stores_know_nothing_of_each_other() {
    assert!(Store::Tab.set("test.apart", "tab"));
    assert_eq!(Store::Browser.get("test.apart"), None);
    Store::Tab.remove("test.apart");
}

#[wasm_bindgen_test]
fn keys_are_found_by_prefix() {
    let keys = ["test.a 1", "test.a 2", "test.b"];
    for key in keys {
        assert!(Store::Tab.set(key, "x"));
    }
    let mut found = Store::Tab.keys("test.a ");
    found.sort();
    assert_eq!(found, ["test.a 1", "test.a 2"]);
    for key in keys {
        Store::Tab.remove(key);
    }
    assert_eq!(Store::Tab.keys("test."), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    assert!(Store::Tab.set("test.full", "before"));
    assert!(!Store::Tab.set("test.full", &"x".repeat(12_000_000)));
    assert_eq!(Store::Tab.get("test.full").as_deref(), Some("before"));
    Store::Tab.remove("test.full");
}

fn response(body: &str) -> CachedResponse {
    CachedResponse {
        body: body.to_owned(),
        fetched_at: 1_763_964_000,
    }
}

#[wasm_bindgen_test]
fn a_response_is_cached_by_its_url() {
    let url = "/test/get?video_ids=1&page_num=1&page_size=10";
    assert_eq!(response_cache::get(url), None);
    for body in ["{\"caption\": \"中文 🥹\\n\"}\n", "{}"] {
        response_cache::put(url, response(body));
        assert_eq!(response_cache::get(url), Some(response(body)));
    }
}

#[wasm_bindgen_test]
fn the_cached_pages_of_a_query_are_found() {
    let url =
        |page: u32, ids: &str| format!("/test/pages?video_ids={ids}&page_num={page}&page_size=10");
    for page in [10, 2] {
        response_cache::put(&url(page, "1"), response("{}"));
    }
    response_cache::put(&url(3, "2"), response("{}"));
    let pages = response_cache::pages(&url(1, "1"));
    assert_eq!(pages, [2, 10].map(|page| PageNum::new(page).unwrap()));
    assert_eq!(response_cache::pages(&url(1, "3")), []);
}

/// Whether a reload would still find the response to this URL.
fn is_stored(url: &str) -> bool {
    let key = format!("clipcart.response {url}");
    Store::Tab.get(&key).is_some()
}

/// Larger than session storage, so that something has to make room: the oldest, and no more of them than needed.
#[wasm_bindgen_test]
fn the_oldest_responses_make_room_when_session_storage_is_full() {
    const LENGTH: usize = 600_000;
    let url = |n: usize| format!("/test/full?{n}");
    let body = |n: usize| (n % 10).to_string().repeat(LENGTH);
    // The first is the oldest by its time, though it is stored last but one.
    let order = [1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11];
    for (count, n) in order.into_iter().enumerate() {
        let response = CachedResponse {
            body: body(n),
            fetched_at: 1_763_964_000 + n as u64,
        };
        response_cache::put(&url(n), response);
        let mut put = order[..=count].to_vec();
        put.sort_unstable();
        let stored: Vec<usize> = put
            .iter()
            .copied()
            .filter(|n| is_stored(&url(*n)))
            .collect();
        // The newest of them, and about as many as there is room for.
        assert!(put.ends_with(&stored) || stored.contains(&n), "{stored:?}");
        assert!(stored.len() >= put.len().min(6), "{stored:?} of {put:?}");
        let is_lost = |n: &&usize| response_cache::get(&url(**n)).is_none();
        assert_eq!(put.iter().find(is_lost), None);
    }
    assert!(!is_stored(&url(0)) && !is_stored(&url(1)));
    assert_eq!([9, 10, 11].map(|n| is_stored(&url(n))), [true; 3]);
    // One that is too long for session storage takes no room from the others.
    response_cache::put("/test/long", response(&"9".repeat(2_000_000)));
    assert!(response_cache::get("/test/long").is_some() && !is_stored("/test/long"));
    assert_eq!([9, 10, 11].map(|n| is_stored(&url(n))), [true; 3]);
    // What else belongs to the tab finds room as well.
    assert!(response_cache::set_in_tab("test.key", &"k".repeat(LENGTH)));
    assert_eq!([9, 10, 11].map(|n| is_stored(&url(n))), [true; 3]);
    Store::Tab.remove("test.key");
    for n in order {
        Store::Tab.remove(&format!("clipcart.response {}", url(n)));
    }
}
