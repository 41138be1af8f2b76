//! Answers and records of runs are stored, found after a reload, and deleted.

use clipcart::domain::saving::StorageStatus;
use clipcart::storage::response_cache::{self, Change, Saved};
use clipcart::storage::runs;
use clipcart::storage::web_storage::Store;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fresh::{AT, answer, changes, connect, fresh, opened, records, reload, write_records};
use crate::until;

const BODY: &str = "{\"caption\": \"中文 🥹\\n\"}\n";

#[wasm_bindgen_test]
async fn an_answer_is_found_by_its_url_also_after_a_reload() {
    let _fresh = opened().await;
    let url = "/get?video_ids=1&page_num=1";
    assert_eq!(
        (response_cache::get(url).await, response_cache::saved(url)),
        (None, None)
    );
    for body in ["{}", BODY] {
        response_cache::put(url, answer(body)).await;
        assert_eq!(response_cache::get(url).await, Some(answer(body)));
    }
    reload().await;
    let saved = Saved {
        fetched_at: AT,
        stored_at: AT,
        row_count: 3,
        bytes: BODY.len(),
    };
    assert_eq!(response_cache::saved(url), Some(saved));
    assert_eq!(response_cache::get(url).await, Some(answer(BODY)));
    assert_eq!(response_cache::total(), (1, BODY.len()));
    let mut all = Vec::new();
    response_cache::for_each_saved(|url, saved| all.push((url.to_owned(), saved)));
    assert_eq!(all, [(url.to_owned(), saved)]);
}

#[wasm_bindgen_test]
async fn many_are_read_at_once_in_the_order_of_their_urls() {
    let _fresh = opened().await;
    for n in 0..5 {
        response_cache::put(&format!("/many?{n}"), answer(&n.to_string())).await;
    }
    let urls = ["/many?4", "/many?9", "/many?0", "/many?2", "/many?4"].map(str::to_owned);
    let found = response_cache::get_all(&urls).await;
    let expected = [Some("4"), None, Some("0"), Some("2"), Some("4")];
    assert_eq!(found, expected.map(|body| body.map(answer)));
    assert_eq!(response_cache::get_all(&[]).await, []);
}

#[wasm_bindgen_test]
async fn the_index_has_no_bodies() {
    let _fresh = opened().await;
    response_cache::put("/a", answer(BODY)).await;
    let answers =
        json!({"url": "/a", "body": BODY, "fetched_at": AT, "stored_at": AT, "row_count": 3});
    assert_eq!(records("answers").await, [answers]);
    let index = json!({"url": "/a", "fetched_at": AT, "stored_at": AT, "row_count": 3, "bytes": BODY.len()});
    assert_eq!(records("answer_index").await, [index]);
}

#[wasm_bindgen_test]
async fn an_answer_is_stored_when_put_is_done() {
    let _fresh = opened().await;
    response_cache::put("/done", answer(BODY)).await;
    // Another connection sees only what is stored.
    assert_eq!(records("answers").await.len(), 1);
}

#[wasm_bindgen_test]
async fn answers_of_before_the_database_was_open_are_stored_too() {
    let _fresh = fresh().await;
    response_cache::put("/early", answer(BODY)).await;
    assert_eq!(response_cache::get("/early").await, Some(answer(BODY)));
    response_cache::open().await;
    reload().await;
    assert_eq!(response_cache::get("/early").await, Some(answer(BODY)));
}

#[wasm_bindgen_test]
async fn changes_are_announced() {
    let _fresh = fresh().await;
    let changes = changes();
    response_cache::open().await;
    response_cache::put("/a", answer("{}")).await;
    response_cache::clear().await;
    let expected = [
        Change::Status,
        Change::Saved("/a".to_owned()),
        Change::Cleared,
    ];
    assert_eq!(*changes.borrow(), expected);
}

#[wasm_bindgen_test]
async fn all_is_deleted_together() {
    let _fresh = opened().await;
    response_cache::put("/a", answer("{}")).await;
    runs::put("run", "{}").await;
    response_cache::clear().await;
    assert_eq!(response_cache::total(), (0, 0));
    assert_eq!(response_cache::get("/a").await, None);
    assert!(runs::all().await.is_empty());
    for store in ["answers", "answer_index", "runs"] {
        assert_eq!(records(store).await, [] as [Value; 0], "{store}");
    }
    assert_eq!(response_cache::status(), StorageStatus::Saving);
}

#[wasm_bindgen_test]
async fn runs_are_found_by_their_keys() {
    let _fresh = opened().await;
    assert_eq!(runs::get("a").await, None);
    assert!(runs::all().await.is_empty());
    for json in ["{\"n\": 1}", "{\"n\": 2, \"text\": \"中文\"}"] {
        runs::put("a", json).await;
        assert_eq!(runs::get("a").await.as_deref(), Some(json));
    }
    runs::put("b", "{}").await;
    reload().await;
    let pair = |key: &str, json: &str| (key.to_owned(), json.to_owned());
    let expected = [pair("a", "{\"n\": 2, \"text\": \"中文\"}"), pair("b", "{}")];
    assert_eq!(runs::all().await, expected.into());
    runs::delete("a").await;
    reload().await;
    assert_eq!(runs::all().await, [pair("b", "{}")].into());
}

/// Earlier versions of the page kept answers in session storage.
#[wasm_bindgen_test]
async fn answers_in_session_storage_move_to_the_database() {
    let _fresh = fresh().await;
    let body = json!({"code": 0, "data": [{"a": 1}, {"a": [2, 3]}]}).to_string();
    let stored = json!({"body": body, "fetched_at": AT}).to_string();
    let unreadable = json!({"body": "no JSON", "fetched_at": AT}).to_string();
    for (url, stored) in [("/tab", stored), ("/unreadable", unreadable)] {
        assert!(Store::Tab.set(&format!("clipcart.response {url}"), &stored));
    }
    response_cache::open().await;
    assert_eq!(Store::Tab.keys("clipcart.response "), Vec::<String>::new());
    reload().await;
    let saved = response_cache::get("/tab").await.unwrap();
    assert_eq!(
        (&*saved.body, saved.fetched_at, saved.row_count),
        (body.as_str(), AT, 2)
    );
    assert_eq!(response_cache::total().0, 1);
}

#[wasm_bindgen_test]
async fn ten_thousand_descriptions_are_read_at_a_start() {
    const COUNT: usize = 10_000;
    let _fresh = opened().await;
    let ids = "7521783049722285367,".repeat(10);
    let record = |n: usize| {
        let url = format!("/many?video_ids={ids}&page_num={n}");
        json!({"url": url, "fetched_at": AT, "stored_at": AT, "row_count": 3, "bytes": 2})
    };
    let records: Vec<Value> = (0..COUNT).map(record).collect();
    let database = connect(None).await;
    write_records(&database, "answer_index", &records).await;
    database.close();
    response_cache::close();
    response_cache::open().await;
    // On a busy machine they come after the time limit of `open`. How fast they are is for the bench to say.
    until("the descriptions", || {
        response_cache::total() == (COUNT, 2 * COUNT)
    })
    .await;
}
