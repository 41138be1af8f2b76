//! How long answers are kept.

use clipcart::domain::saving::{Keep, StorageStatus};
use clipcart::storage::response_cache;
use clipcart::storage::runs;
use clipcart::storage::web_storage::Store;
use strum::VariantArray;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fresh::{answer, answer_at, fresh, opened, records, reload};

const DAY: u64 = 24 * 60 * 60;

/// The URLs of the saved answers; each is its age in days.
fn ages() -> Vec<String> {
    let mut ages = Vec::new();
    response_cache::for_each_saved(|url, _| ages.push(url.to_owned()));
    ages.sort_by_key(|age| age.parse::<u64>().unwrap());
    ages
}

async fn put_by_age(days: &[u64]) {
    let now = (js_sys::Date::now() / 1000.0) as u64;
    for days in days {
        // A minute younger, since the test takes its time.
        let at = now - days * DAY + 60;
        response_cache::put(&days.to_string(), answer_at(at, "{}")).await;
    }
}

#[wasm_bindgen_test]
async fn answers_that_are_too_old_are_deleted() {
    let _fresh = opened().await;
    put_by_age(&[0, 7, 8, 30, 31, 90, 91, 1000]).await;
    for (keep, expected) in [
        (
            Keep::Always,
            &["0", "7", "8", "30", "31", "90", "91", "1000"][..],
        ),
        (Keep::Days90, &["0", "7", "8", "30", "31", "90"]),
        (Keep::Days30, &["0", "7", "8", "30"]),
        (Keep::Days7, &["0", "7"]),
    ] {
        response_cache::set_keep(keep).await;
        assert_eq!(ages(), expected, "{keep:?}");
        for store in ["answers", "answer_index"] {
            assert_eq!(records(store).await.len(), expected.len(), "{store}");
        }
    }
}

#[wasm_bindgen_test]
async fn they_are_deleted_at_a_start_as_well() {
    let _fresh = opened().await;
    put_by_age(&[1, 31, 100]).await;
    Store::Browser.remove("clipcart.keep");
    reload().await;
    assert_eq!(response_cache::keep(), Keep::Days30);
    assert_eq!(ages(), ["1"]);
    assert_eq!(records("answers").await.len(), 1);
}

#[wasm_bindgen_test]
async fn the_choice_survives_a_reload() {
    let _fresh = opened().await;
    let codes = ["7", "30", "90", "always", "memory"];
    for (keep, code) in Keep::VARIANTS.iter().zip(codes) {
        response_cache::set_keep(*keep).await;
        assert_eq!(Store::Browser.get("clipcart.keep").as_deref(), Some(code));
        reload().await;
        assert_eq!(response_cache::keep(), *keep);
    }
}

#[wasm_bindgen_test]
async fn memory_deletes_what_is_stored_and_stores_nothing_more() {
    let _fresh = opened().await;
    response_cache::put("/stored", answer("{}")).await;
    runs::put("stored", "{}").await;
    response_cache::set_keep(Keep::Memory).await;
    assert_eq!(response_cache::status(), StorageStatus::Memory);
    assert_eq!(response_cache::total(), (0, 0));
    assert!(runs::all().await.is_empty());

    response_cache::put("/memory", answer("{}")).await;
    runs::put("memory", "{}").await;
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
    assert_eq!(runs::get("memory").await.as_deref(), Some("{}"));
    assert!(!database_exists().await);
    reload().await;
    assert_eq!(response_cache::status(), StorageStatus::Memory);
    assert_eq!(response_cache::total(), (0, 0));
    assert!(runs::all().await.is_empty());
    assert!(!database_exists().await);
}

#[wasm_bindgen_test]
async fn what_is_in_memory_is_stored_when_the_user_wants_it_kept() {
    let _fresh = fresh().await;
    Store::Browser.set("clipcart.keep", "memory");
    response_cache::open().await;
    response_cache::put("/memory", answer("{}")).await;
    runs::put("memory", "{}").await;
    response_cache::set_keep(Keep::Always).await;
    assert_eq!(response_cache::status(), StorageStatus::Saving);
    reload().await;
    assert_eq!(response_cache::get("/memory").await, Some(answer("{}")));
    assert_eq!(runs::get("memory").await.as_deref(), Some("{}"));
}

/// Whether anything is left on the computer. Deleting may take a moment.
async fn database_exists() -> bool {
    let mut exists = true;
    for _ in 0..50 {
        let databases = js_sys::Function::new_no_args("return indexedDB.databases()");
        let promise = databases.call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
        let list = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(promise)).await;
        let list: js_sys::Array = list.unwrap().into();
        let name = |database: wasm_bindgen::JsValue| {
            js_sys::Reflect::get(&database, &"name".into())
                .unwrap()
                .as_string()
        };
        exists = list
            .iter()
            .any(|database| name(database).as_deref() == Some("clipcart"));
        if !exists {
            break;
        }
    }
    exists
}
