//! Decodes an HTTP response into videos, or into the error that the user can act on.
//!
//! The shape of the response is in the endpoint's OpenAPI document. Integrators report that it varies: numbers sent as
//! strings, strings sent as numbers, nulls, missing fields, and one row in place of a list. Decoding accepts all of
//! these. A row or a metric that cannot be read is reported and does not affect the others.

mod covers;
mod dto;
mod envelope;
mod errors;
mod link;
mod non_finite;
mod products;
mod quota;
mod rows;
mod scalar;
mod surrogates;
mod text_list;

use serde_json::value::RawValue;

use crate::domain::search::error::SearchError;
use crate::domain::videos::group_by_video;
use crate::domain::videos::response::{CacheStatus, DecodedResponse, OddValue, Unreadable};
pub use covers::read_covers;
use envelope::{checked, json_type};
pub use link::read_link;
pub use products::read_products;
pub use rows::DataSource;

/// Decodes a response. `retry_after` is the header of that name in seconds, if it could be read.
///
/// # Errors
/// The HTTP status or the envelope's `code` reports a failure, or the body is not what the API documents.
pub fn read(
    status: u16,
    retry_after: Option<u32>,
    body: &str,
    source: DataSource,
) -> Result<DecodedResponse, SearchError> {
    let body = surrogates::repair_lone_surrogates(body);
    let body = non_finite::repair_non_finite(&body);
    let (envelope, note) = checked(status, retry_after, &body)?;
    let json_rows = envelope.data.and_then(|data| rows_in(data.get(), source));
    let has_rows = json_rows.as_ref().is_some_and(|rows| !rows.is_empty());
    if !has_rows && quota::is_used_up(&note.message) {
        return Err(SearchError::QuotaUsedUp(note));
    }
    let Some(data) = envelope.data else {
        return Err(SearchError::UnexpectedShape("no `data`", note));
    };
    if data.get() == "null" && envelope.code.0.is_some() {
        return Err(SearchError::NoData(note));
    }
    match json_rows {
        Some(rows) => Ok(decode_rows(&rows, source, note.request_id)),
        None => Err(SearchError::UnexpectedShape(json_type(data.get()), note)),
    }
}

/// The rows in `data`: a list of them, one by itself, or either in JSON within a text.
fn rows_in(data: &str, source: DataSource) -> Option<Vec<Box<RawValue>>> {
    match data.as_bytes().first()? {
        b'[' => serde_json::from_str(data).ok(),
        b'{' if rows::parse_row(data, source).is_ok() => {
            serde_json::from_str(data).ok().map(|row| vec![row])
        }
        b'"' => {
            let text: String = serde_json::from_str(data).ok()?;
            rows_in(text.trim(), source)
        }
        _ => None,
    }
}

fn decode_rows(
    json_rows: &[Box<RawValue>],
    source: DataSource,
    request_id: String,
) -> DecodedResponse {
    let mut videos = Vec::new();
    let mut unreadable = Vec::new();
    let mut odd_values = Vec::new();
    for (row, json) in (1..).zip(json_rows) {
        match rows::parse_row(json.get(), source) {
            Ok(parsed) => {
                videos.push(parsed.video);
                let fields = parsed.odd_fields.into_iter();
                odd_values.extend(fields.map(|field| OddValue { row, field }));
            }
            Err(reason) => unreadable.push(Unreadable { row, reason }),
        }
    }
    DecodedResponse {
        videos: group_by_video(videos),
        unreadable,
        odd_values,
        row_count: json_rows.len(),
        request_id,
    }
}

/// Where a proxy's response comes from, by its `X-Cache` header, and how many seconds ago KeyAPI sent it, by its `Age`
/// header. A proxy without `X-Cache` has just fetched the data from KeyAPI.
pub fn cache_status(x_cache: &str, age: &str) -> (CacheStatus, u64) {
    let status = match x_cache {
        "HIT" => CacheStatus::Cache,
        "STALE" => CacheStatus::Stale,
        _ => return (CacheStatus::Api, 0),
    };
    (status, age.parse().unwrap_or_default())
}
