//! A browser without saved answers, and the means to look into its database and to break it.

use std::cell::RefCell;
use std::rc::Rc;

use clipcart::domain::saving::StorageStatus;
use clipcart::storage::response_cache::{self, CachedResponse, Change};
use clipcart::storage::web_storage::Store;
use idb::{Database, Factory, TransactionMode};
use js_sys::{Function, JSON, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;

pub const NAME: &str = "clipcart";

/// The time of the answers in these tests, which is long after any time limit.
pub const AT: u64 = 1_763_964_000;

/// Until it is dropped, the page of a browser in which nothing was saved before.
pub struct Fresh;

impl Drop for Fresh {
    fn drop(&mut self) {
        response_cache::close();
        Store::Browser.remove("clipcart.keep");
    }
}

/// A page that has not yet opened its answers. They are kept always.
pub async fn fresh() -> Fresh {
    response_cache::close();
    Factory::new().unwrap().delete(NAME).unwrap().await.unwrap();
    Store::Browser.set("clipcart.keep", "always");
    for key in Store::Tab.keys("clipcart.response ") {
        Store::Tab.remove(&key);
    }
    Fresh
}

/// A page that has.
pub async fn opened() -> Fresh {
    let fresh = fresh().await;
    response_cache::open().await;
    assert_eq!(response_cache::status(), StorageStatus::Saving);
    fresh
}

/// What happens to answers when a page is reloaded.
pub async fn reload() {
    response_cache::close();
    response_cache::open().await;
}

pub fn answer(body: &str) -> CachedResponse {
    answer_at(AT, body)
}

pub fn answer_at(fetched_at: u64, body: &str) -> CachedResponse {
    CachedResponse {
        body: body.into(),
        fetched_at,
        stored_at: fetched_at,
        row_count: 3,
    }
}

/// All changes from now on.
pub fn changes() -> Rc<RefCell<Vec<Change>>> {
    let changes = Rc::new(RefCell::new(Vec::new()));
    let heard = changes.clone();
    response_cache::on_change(move |change| heard.borrow_mut().push(change));
    changes
}

/// A connection of another tab, which closes only when it is told to.
pub async fn connect(version: Option<u32>) -> Database {
    let request = Factory::new().unwrap().open(NAME, version).unwrap();
    request.await.unwrap()
}

/// The records of a store, as another tab reads them.
pub async fn records(store: &str) -> Vec<Value> {
    let database = connect(None).await;
    let transaction = database
        .transaction(&[store], TransactionMode::ReadOnly)
        .unwrap();
    let request = transaction.object_store(store).unwrap().get_all(None, None);
    let records = request.unwrap().await.unwrap();
    database.close();
    records.iter().map(to_json).collect()
}

/// Writes records, as another tab does.
pub async fn write_records(database: &Database, store: &str, records: &[Value]) {
    let transaction = database
        .transaction(&[store], TransactionMode::ReadWrite)
        .unwrap();
    let store = transaction.object_store(store).unwrap();
    for record in records {
        store.put(&to_js(record), None).unwrap();
    }
    assert!(transaction.await.unwrap().is_committed());
}

fn to_js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap()
}

fn to_json(value: &JsValue) -> Value {
    let json: String = JSON::stringify(value).unwrap().into();
    serde_json::from_str(&json).unwrap()
}

/// A method of a browser's class that is replaced until this is dropped.
pub struct Replaced {
    prototype: Object,
    method: &'static str,
    original: JsValue,
}

impl Replaced {
    /// `body` is JavaScript; in it `original` is the method itself.
    pub fn new(class: &str, method: &'static str, body: &str) -> Self {
        let class = Reflect::get(&js_sys::global(), &class.into()).unwrap();
        let prototype: Object = Reflect::get(&class, &"prototype".into()).unwrap().into();
        let original = Reflect::get(&prototype, &method.into()).unwrap();
        let make = Function::new_with_args("original", body);
        let replacement = make.call1(&JsValue::UNDEFINED, &original).unwrap();
        Reflect::set(&prototype, &method.into(), &replacement).unwrap();
        Self {
            prototype,
            method,
            original,
        }
    }

    /// It throws an exception of this name, as often as given.
    pub fn throwing(class: &str, method: &'static str, exception: &str, times: u32) -> Self {
        let body = format!(
            "let left = {times};
            return function (...given) {{
                if (left-- > 0) throw new DOMException('test', '{exception}');
                return original.apply(this, given);
            }};"
        );
        Self::new(class, method, &body)
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        Reflect::set(&self.prototype, &self.method.into(), &self.original).unwrap();
    }
}
