//! A browser that refuses or has no room: the page works in memory, and says so.

use clipcart::domain::saving::StorageStatus;
use clipcart::storage::response_cache::{self, Change};
use clipcart::storage::runs;
use clipcart::storage::web_storage::Store;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fresh::{AT, Replaced, answer, answer_at, changes, fresh, opened, records, reload};

async fn works_in_memory(status: StorageStatus) {
    assert_eq!(response_cache::status(), status);
    response_cache::put("/memory", answer("{}")).await;
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
    assert!(response_cache::saved("/memory").is_some());
    runs::put("memory", "{}").await;
    assert_eq!(runs::get("memory").await.as_deref(), Some("{}"));
    assert_eq!(runs::all().await.len(), 1);
    assert_eq!(response_cache::status(), status);
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses() {
    for exception in ["SecurityError", "InvalidStateError", "UnknownError"] {
        let _fresh = fresh().await;
        let _refused = Replaced::throwing("IDBFactory", "open", exception, u32::MAX);
        response_cache::open().await;
        works_in_memory(StorageStatus::Unavailable).await;
        response_cache::clear().await;
        assert_eq!(response_cache::total(), (0, 0));
        assert!(runs::all().await.is_empty());
    }
}

#[wasm_bindgen_test]
async fn a_browser_that_does_not_answer() {
    let _fresh = fresh().await;
    let body = json!({"code": 0, "data": []}).to_string();
    let stored = json!({"body": body, "fetched_at": AT}).to_string();
    assert!(Store::Tab.set("clipcart.response /tab", &stored));
    let _silent = Replaced::new("IDBFactory", "open", "return () => ({})");
    let start = js_sys::Date::now();
    response_cache::open().await;
    let milliseconds = js_sys::Date::now() - start;
    assert!(
        (2_900.0..4_000.0).contains(&milliseconds),
        "{milliseconds} ms"
    );
    works_in_memory(StorageStatus::Unavailable).await;
    // What cannot be moved to the database is left for a reload.
    assert!(response_cache::saved("/tab").is_some());
    assert!(Store::Tab.get("clipcart.response /tab").is_some());
}

#[wasm_bindgen_test]
async fn a_full_storage() {
    let _fresh = opened().await;
    response_cache::put("/stored", answer("{}")).await;
    let changes = changes();
    let full = Replaced::throwing("IDBObjectStore", "put", "QuotaExceededError", u32::MAX);
    response_cache::put("/a", answer("{\"a\": 1}")).await;
    assert_eq!(
        *changes.borrow(),
        [Change::Status, Change::Saved("/a".to_owned())]
    );
    works_in_memory(StorageStatus::Full).await;
    // Nothing was given up for what could not be stored.
    assert_eq!(response_cache::get("/stored").await, Some(answer("{}")));
    assert_eq!(urls().await, ["/stored"]);

    drop(full);
    response_cache::put("/b", answer("{}")).await;
    assert_eq!(response_cache::status(), StorageStatus::Saving);
    assert_eq!(urls().await, ["/a", "/b", "/memory", "/stored"]);
    reload().await;
    assert_eq!(response_cache::get("/a").await, Some(answer("{\"a\": 1}")));
}

#[wasm_bindgen_test]
async fn the_oldest_answers_make_room() {
    let _fresh = opened().await;
    let body = "x".repeat(100);
    // The first is the oldest by its time, though it is stored last.
    for n in [1, 2, 3, 0] {
        response_cache::put(&format!("/{n}"), answer_at(AT + n, &body)).await;
    }
    let _full = Replaced::throwing("IDBObjectStore", "put", "QuotaExceededError", 1);
    response_cache::put("/new", answer_at(AT + 9, &"y".repeat(150))).await;
    assert_eq!(response_cache::status(), StorageStatus::Saving);
    assert_eq!(urls().await, ["/2", "/3", "/new"]);
    // This page still has them.
    assert_eq!(response_cache::total().0, 5);
    assert_eq!(response_cache::get("/0").await, Some(answer_at(AT, &body)));
    reload().await;
    assert_eq!(response_cache::total().0, 3);
}

#[wasm_bindgen_test]
async fn there_is_room_after_all_is_deleted() {
    let _fresh = opened().await;
    let full = Replaced::throwing("IDBObjectStore", "put", "QuotaExceededError", u32::MAX);
    response_cache::put("/a", answer("{}")).await;
    assert_eq!(response_cache::status(), StorageStatus::Full);
    drop(full);
    response_cache::clear().await;
    assert_eq!(response_cache::status(), StorageStatus::Saving);
    assert_eq!(response_cache::total(), (0, 0));
}

/// The URLs of the answers in the database.
async fn urls() -> Vec<String> {
    let records: Vec<Value> = records("answers").await;
    let urls = records.iter().map(|record| record["url"].as_str().unwrap());
    urls.map(str::to_owned).collect()
}
