//! An answer, its description, and how both are written in the database.

use std::sync::Arc;

use js_sys::{JSON, Reflect};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use wasm_bindgen::JsValue;

/// The body of an answer, as KeyAPI sent it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CachedResponse {
    pub body: Arc<str>,
    /// When KeyAPI sent it, in Unix seconds.
    pub fetched_at: u64,
    /// When it was saved here, in Unix seconds.
    pub stored_at: u64,
    /// How many rows it has, readable or not.
    pub row_count: usize,
}

impl CachedResponse {
    /// What is known of it without its body.
    pub fn description(&self) -> Saved {
        Saved {
            fetched_at: self.fetched_at,
            stored_at: self.stored_at,
            row_count: self.row_count,
            bytes: self.body.len(),
        }
    }
}

/// What is known of a saved answer without reading its body.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Saved {
    /// When KeyAPI sent it, in Unix seconds.
    pub fetched_at: u64,
    /// When it was saved here, in Unix seconds.
    pub stored_at: u64,
    /// How many rows it has, readable or not.
    pub row_count: usize,
    /// The length of its body in UTF-8.
    pub bytes: usize,
}

/// A record of the store `answers`.
#[derive(Serialize)]
pub struct AnswerRecord<'a> {
    pub url: &'a str,
    pub body: &'a str,
    pub fetched_at: u64,
    pub stored_at: u64,
    pub row_count: usize,
}

/// A record of the store `answer_index`.
#[derive(Serialize, Deserialize)]
pub struct IndexRecord {
    pub url: String,
    pub fetched_at: u64,
    pub stored_at: u64,
    pub row_count: usize,
    pub bytes: usize,
}

impl IndexRecord {
    pub fn new(url: &str, saved: Saved) -> Self {
        Self {
            url: url.to_owned(),
            fetched_at: saved.fetched_at,
            stored_at: saved.stored_at,
            row_count: saved.row_count,
            bytes: saved.bytes,
        }
    }

    pub fn saved(&self) -> Saved {
        Saved {
            fetched_at: self.fetched_at,
            stored_at: self.stored_at,
            row_count: self.row_count,
            bytes: self.bytes,
        }
    }
}

/// The answer in a record of `answers`. Records of version 1 have no `row_count` and no
/// `stored_at`: the rows are counted, and it was saved when it was sent.
pub fn read_answer(record: &JsValue) -> Option<CachedResponse> {
    // Field by field, since JSON would copy a long body twice more.
    let body: Arc<str> = field(record, "body")?.as_string()?.into();
    let row_count = match field(record, "row_count")?.as_f64() {
        Some(count) => count as usize,
        None => count_rows(&body)?,
    };
    let fetched_at = field(record, "fetched_at")?.as_f64()?;
    let stored_at = field(record, "stored_at")?.as_f64().unwrap_or(fetched_at);
    Some(CachedResponse {
        body,
        fetched_at: fetched_at as u64,
        stored_at: stored_at as u64,
        row_count,
    })
}

/// A text field of a record.
pub fn text(record: &JsValue, name: &str) -> Option<String> {
    field(record, name)?.as_string()
}

fn field(record: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(record, &JsValue::from_str(name)).ok()
}

/// A value as the database takes it.
pub fn to_js(value: &impl Serialize) -> Option<JsValue> {
    JSON::parse(&serde_json::to_string(value).ok()?).ok()
}

/// A value from the database.
pub fn from_js<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    let json = JSON::stringify(value).ok()?.as_string()?;
    serde_json::from_str(&json).ok()
}

/// The rows in the body of a good response. `data` is a list of them, one by itself, or either in JSON within a text.
pub fn count_rows(body: &str) -> Option<usize> {
    #[derive(Deserialize)]
    struct Envelope<'a> {
        #[serde(borrow)]
        data: &'a RawValue,
    }
    let envelope: Envelope = serde_json::from_str(body).ok()?;
    count(envelope.data.get())
}

fn count(data: &str) -> Option<usize> {
    match data.as_bytes().first()? {
        b'[' => {
            let rows: Vec<&RawValue> = serde_json::from_str(data).ok()?;
            Some(rows.len())
        }
        b'{' => Some(1),
        b'"' => count(serde_json::from_str::<String>(data).ok()?.trim_start()),
        _ => None,
    }
}
