//! Databases of other versions.

use clipcart::domain::saving::StorageStatus;
use clipcart::storage::response_cache;
use idb::{Database, DatabaseEvent, Factory, KeyPath, ObjectStoreParams};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fresh::{
    AT, NAME, answer, answer_at, connect, fresh, opened, records, reload, write_records,
};
use crate::until;

/// A database of version 1, which had only answers, and of them only these fields. The connection stays open.
async fn version_1(answers: &[Value]) -> Database {
    let mut request = Factory::new().unwrap().open(NAME, Some(1)).unwrap();
    request.on_upgrade_needed(|event| {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("url")));
        let database = event.database().unwrap();
        database.create_object_store("answers", params).unwrap();
    });
    let database = request.await.unwrap();
    write_records(&database, "answers", answers).await;
    database
}

#[wasm_bindgen_test]
async fn the_answers_of_an_older_version_are_kept() {
    let _fresh = fresh().await;
    let body = |rows: Value| json!({"code": 0, "data": rows}).to_string();
    let list = body(json!([{"caption": "a\"]}"}, {}, {"b": [1, 2]}]));
    let one = body(json!({"video_id": "1"}));
    let text = body(json!("[{}, {}]"));
    let bodies = [
        ("/list", list, 3),
        ("/none", body(json!([])), 0),
        ("/one", one, 1),
        ("/text", text, 2),
    ];
    let record = |url, body: &str| json!({"url": url, "body": body, "fetched_at": AT});
    let mut answers: Vec<Value> = bodies
        .iter()
        .map(|(url, body, _)| record(*url, body))
        .collect();
    // It could not be shown.
    answers.push(record("/unreadable", "<html>"));
    version_1(&answers).await.close();
    response_cache::open().await;
    for _ in 0..2 {
        assert_eq!(response_cache::status(), StorageStatus::Saving);
        assert_eq!(response_cache::total().0, bodies.len());
        for (url, body, row_count) in &bodies {
            assert_eq!(
                response_cache::saved(url).unwrap().row_count,
                *row_count,
                "{url}"
            );
            let answer = response_cache::get(url).await.unwrap();
            assert_eq!(
                (&*answer.body, answer.row_count),
                (body.as_str(), *row_count)
            );
        }
        reload().await;
    }
    assert_eq!(records("answers").await.len(), bodies.len());
    for store in ["runs", "links", "covers", "products"] {
        assert_eq!(records(store).await, [] as [Value; 0], "{store}");
    }
}

#[wasm_bindgen_test]
async fn the_answers_and_runs_of_version_2_are_kept() {
    let _fresh = fresh().await;
    let body = json!({"code": 0, "data": [{}]}).to_string();
    let answer =
        json!({"url": "/a", "body": body, "fetched_at": AT, "stored_at": AT, "row_count": 1});
    let described = json!({"url": "/a", "fetched_at": AT, "stored_at": AT, "row_count": 1, "bytes": body.len()});
    let mut request = Factory::new().unwrap().open(NAME, Some(2)).unwrap();
    request.on_upgrade_needed(|event| {
        let database = event.database().unwrap();
        for store in ["answers", "answer_index"] {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single("url")));
            database.create_object_store(store, params).unwrap();
        }
        let params = ObjectStoreParams::new();
        database.create_object_store("runs", params).unwrap();
    });
    let database = request.await.unwrap();
    write_records(&database, "answers", &[answer]).await;
    write_records(&database, "answer_index", &[described]).await;
    database.close();
    response_cache::open().await;
    assert_eq!(response_cache::status(), StorageStatus::Saving);
    assert_eq!(&*response_cache::get("/a").await.unwrap().body, body);
    for store in ["runs", "links", "covers", "products"] {
        assert_eq!(records(store).await, [] as [Value; 0], "{store}");
    }
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let _fresh = opened().await;
    response_cache::put("/stored", answer("{}")).await;
    response_cache::close();
    connect(Some(99)).await.close();
    response_cache::open().await;
    assert_eq!(response_cache::status(), StorageStatus::Newer);
    assert_eq!(response_cache::saved("/stored"), None);
    response_cache::put("/memory", answer("{}")).await;
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
    let left = records("answers").await;
    assert_eq!((left.len(), &left[0]["url"]), (1, &json!("/stored")));
}

/// The page does not block the upgrade of a newer page in another tab.
#[wasm_bindgen_test]
async fn a_newer_version_may_come_at_any_time() {
    let _fresh = opened().await;
    response_cache::put("/stored", answer("{}")).await;
    let other = connect(Some(99)).await;
    until("the status", || {
        response_cache::status() == StorageStatus::Newer
    })
    .await;
    // It can no longer be read.
    assert_eq!(
        (
            response_cache::saved("/stored"),
            response_cache::get("/stored").await
        ),
        (None, None)
    );
    response_cache::put("/memory", answer("{}")).await;
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
    other.close();
}

#[wasm_bindgen_test]
async fn a_deleted_database_ends_the_saving() {
    let _fresh = opened().await;
    response_cache::put("/stored", answer("{}")).await;
    Factory::new().unwrap().delete(NAME).unwrap().await.unwrap();
    assert_eq!(response_cache::status(), StorageStatus::Unavailable);
    assert_eq!(response_cache::total(), (0, 0));
    response_cache::put("/memory", answer("{}")).await;
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
}

#[wasm_bindgen_test]
async fn a_tab_with_an_older_version_blocks_the_saving_until_it_is_closed() {
    let _fresh = fresh().await;
    let body = json!({"code": 0, "data": []}).to_string();
    let old = json!({"url": "/old", "body": body, "fetched_at": AT});
    let blocking = version_1(&[old]).await;
    let start = js_sys::Date::now();
    response_cache::open().await;
    let milliseconds = js_sys::Date::now() - start;
    assert!(milliseconds < 3_500.0, "{milliseconds} ms");
    assert_eq!(response_cache::status(), StorageStatus::Blocked);
    response_cache::put("/memory", answer_at(AT, "{}")).await;
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
    assert_eq!(response_cache::total().0, 1);

    blocking.close();
    until("the status", || {
        response_cache::status() == StorageStatus::Saving
    })
    .await;
    assert_eq!(response_cache::total().0, 2);
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
    reload().await;
    assert_eq!(response_cache::total().0, 2);
}
