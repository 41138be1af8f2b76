//! Tabs see each other's answers. The other tab is a second channel, and a second connection to the database.

use std::cell::RefCell;
use std::rc::Rc;

use clipcart::domain::saving::{Keep, StorageStatus};
use clipcart::storage::response_cache::{self, Change};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{BroadcastChannel, MessageEvent};

use super::fresh::{AT, answer, changes, connect, opened, records, write_records};
use crate::until;

/// Another tab's end of the channel.
struct OtherTab {
    channel: BroadcastChannel,
    heard: Rc<RefCell<Vec<Value>>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl OtherTab {
    fn new() -> Self {
        let channel = BroadcastChannel::new("clipcart.answers").unwrap();
        let heard = Rc::new(RefCell::new(Vec::new()));
        let messages = heard.clone();
        let on_message: Closure<dyn FnMut(MessageEvent)> =
            Closure::new(move |event: MessageEvent| {
                let json = event.data().as_string().unwrap();
                messages
                    .borrow_mut()
                    .push(serde_json::from_str(&json).unwrap());
            });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Self {
            channel,
            heard,
            _on_message: on_message,
        }
    }

    fn send(&self, message: &Value) {
        let json = message.to_string();
        self.channel.post_message(&json.into()).unwrap();
    }
}

impl Drop for OtherTab {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// Stores an answer as another tab does.
async fn store_elsewhere(url: &str, body: &str) {
    let database = connect(None).await;
    let answer =
        json!({"url": url, "body": body, "fetched_at": AT, "stored_at": AT, "row_count": 3});
    let index =
        json!({"url": url, "fetched_at": AT, "stored_at": AT, "row_count": 3, "bytes": body.len()});
    write_records(&database, "answers", &[answer]).await;
    write_records(&database, "answer_index", &[index]).await;
    database.close();
}

#[wasm_bindgen_test]
async fn an_answer_of_another_tab_is_seen() {
    let _fresh = opened().await;
    let other = OtherTab::new();
    let changes = changes();
    store_elsewhere("/other", "{\"a\": 1}").await;
    assert_eq!(response_cache::saved("/other"), None);
    other.send(&json!({"saved": "/other"}));
    until("the answer", || response_cache::saved("/other").is_some()).await;
    assert_eq!(*changes.borrow(), [Change::Saved("/other".to_owned())]);
    assert_eq!(
        response_cache::get("/other").await,
        Some(answer("{\"a\": 1}"))
    );
}

#[wasm_bindgen_test]
async fn an_answer_is_found_before_its_message_comes() {
    let _fresh = opened().await;
    store_elsewhere("/other", "{}").await;
    assert_eq!(response_cache::get("/other").await, Some(answer("{}")));
    assert!(response_cache::saved("/other").is_some());
}

#[wasm_bindgen_test]
async fn an_answer_that_another_tab_deleted_is_gone() {
    let _fresh = opened().await;
    let other = OtherTab::new();
    for url in ["/a", "/b", "/c"] {
        response_cache::put(url, answer("{}")).await;
    }
    clear_elsewhere().await;
    assert!(response_cache::saved("/a").is_some());
    assert_eq!(response_cache::get("/a").await, None);
    assert_eq!(response_cache::saved("/a"), None);
    other.send(&json!("deleted"));
    until("the end of the others", || response_cache::total().0 == 0).await;
}

#[wasm_bindgen_test]
async fn deleting_all_is_for_all_tabs() {
    let _fresh = opened().await;
    let other = OtherTab::new();
    let changes = changes();
    response_cache::put("/a", answer("{}")).await;
    clear_elsewhere().await;
    other.send(&json!("cleared"));
    until("the end of the answers", || {
        changes.borrow().contains(&Change::Cleared)
    })
    .await;
    assert_eq!(response_cache::total(), (0, 0));
}

#[wasm_bindgen_test]
async fn other_tabs_are_told_without_bodies() {
    let _fresh = opened().await;
    let other = OtherTab::new();
    response_cache::put("/a", answer("{}")).await;
    response_cache::clear().await;
    response_cache::set_keep(Keep::Memory).await;
    // Nothing is said of what is in memory only.
    response_cache::put("/memory", answer("{}")).await;
    response_cache::clear().await;
    response_cache::set_keep(Keep::Days7).await;
    let expected = [
        json!({"saved": "/a"}),
        json!("cleared"),
        json!({"keep": "Memory"}),
        json!({"keep": "Days7"}),
    ];
    until("the messages", || {
        other.heard.borrow().len() >= expected.len()
    })
    .await;
    assert_eq!(*other.heard.borrow(), expected);
}

#[wasm_bindgen_test]
async fn the_choice_of_memory_is_for_all_tabs() {
    let _fresh = opened().await;
    let other = OtherTab::new();
    response_cache::put("/a", answer("{}")).await;
    other.send(&json!({"keep": "Memory"}));
    until("the status", || {
        response_cache::status() == StorageStatus::Memory
    })
    .await;
    assert_eq!(response_cache::total(), (0, 0));
    other.send(&json!({"keep": "Always"}));
    until("the status", || {
        response_cache::status() == StorageStatus::Saving
    })
    .await;
    response_cache::put("/b", answer("{}")).await;
    assert_eq!(records("answers").await.len(), 1);
}

/// Deletes all answers as another tab does, but tells nobody.
async fn clear_elsewhere() {
    let database = connect(None).await;
    let stores = ["answers", "answer_index"];
    let transaction = database
        .transaction(&stores, idb::TransactionMode::ReadWrite)
        .unwrap();
    for store in stores {
        transaction
            .object_store(store)
            .unwrap()
            .clear()
            .unwrap()
            .await
            .unwrap();
    }
    assert!(transaction.await.unwrap().is_committed());
    database.close();
}
