//! Decoding: an HTTP answer becomes videos or the error that a user can act on, whatever it holds.
//! The documented example is read as it was published; the oddities are those of integrators' reports.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::api::wire::{DataSource, cache_status, read};
use clipcart::domain::search::error::SearchError;
use clipcart::domain::videos::response::{DecodedResponse, RowFault, Unreadable};
use clipcart::domain::videos::{ProductSales, Video};
use serde_json::{Value, json};

#[path = "wire/addresses.rs"]
mod addresses;
#[path = "wire/example.rs"]
mod example;
#[path = "wire/failures.rs"]
mod failures;
#[path = "wire/fields.rs"]
mod fields;
#[path = "wire/rows.rs"]
mod rows;
#[path = "wire/whatever.rs"]
mod whatever;

/// The answer that the documentation shows, byte for byte.
const EXAMPLE: &str = include_str!("fixtures/documented-example.json");

/// A 19-digit id that a double cannot hold.
const ID: &str = "7521783049722285367";

/// The row of the documented example.
fn row() -> Value {
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    example["data"][0].clone()
}

/// The documented row with one field changed; `None` leaves the field out.
fn row_with(field: &str, value: Option<Value>) -> Value {
    let mut row = row();
    let fields = row.as_object_mut().unwrap();
    match value {
        Some(value) => fields.insert(field.to_owned(), value),
        None => fields.remove(field),
    };
    row
}

fn envelope(rows: &[Value]) -> String {
    json!({"code": 0, "message": "success", "data": rows, "requestId": "r"}).to_string()
}

/// What a good status with this body means.
fn body(text: &str) -> Result<DecodedResponse, SearchError> {
    read(200, None, text, DataSource::Live)
}

#[track_caller]
fn answer(rows: &[Value]) -> DecodedResponse {
    body(&envelope(rows)).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The one video of a row that can be read.
#[track_caller]
fn video(row: Value) -> Video {
    let mut answer = answer(std::slice::from_ref(&row));
    assert_eq!(answer.unreadable, [], "{row}");
    answer.videos.pop().expect("a video")
}

/// The one product of a row that can be read.
#[track_caller]
fn sales(row: Value) -> ProductSales {
    let mut video = video(row);
    assert_eq!(video.sales.len(), 1);
    video.sales.remove(0)
}

fn unreadable(row: usize, reason: RowFault) -> Unreadable {
    Unreadable { row, reason }
}
