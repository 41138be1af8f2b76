//! Decodes an HTTP response into videos, or into the error that the user can act on.
//!
//! The shape of the response is in the endpoint's OpenAPI document. Integrators report that it varies: numbers sent as
//! strings, strings sent as numbers, nulls, missing fields, and one row in place of a list. Decoding accepts all of
//! these. A row or a metric that cannot be read is reported and does not affect the others.

mod dto;
mod errors;
mod non_finite;
mod quota;
mod rows;
mod scalar;
mod surrogates;
mod text_list;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::domain::search::error::{ApiNote, ErrorSource, SearchError};
use crate::domain::videos::group_by_video;
use crate::domain::videos::response::{CacheStatus, DecodedResponse, OddValue, Unreadable};
use dto::Envelope;
use errors::BodyProblem;
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
    let failed_status = (!(200..300).contains(&status)).then_some(i64::from(status));
    let body = surrogates::repair_lone_surrogates(body);
    let body = non_finite::repair_non_finite(&body);
    let envelope = parse_envelope(&body)
        .map_err(|problem| errors::without_envelope(status, retry_after, problem))?;
    let note = ApiNote {
        code: failed_status.or(envelope.code.0).filter(|code| *code != 0),
        source: error_source(&envelope),
        message: envelope.message.0,
        request_id: envelope.request_id.0,
    };
    if let Some(code) = note.code {
        return Err(errors::with_code(code, retry_after, note));
    }
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

fn parse_envelope(body: &str) -> Result<Envelope<'_>, BodyProblem> {
    let body = body.trim_start();
    // Serde would also accept an array for a struct.
    if body.starts_with('{')
        && let Ok(envelope) = serde_json::from_str(body)
    {
        return Ok(envelope);
    }
    // The reason comes from parsing everything: where serde_json only skips a value, it reports a truncated number as
    // an invalid one.
    Err(match serde_json::from_str::<Value>(body) {
        Ok(_) => BodyProblem::NotAnEnvelope(json_type(body)),
        Err(error) if error.is_eof() => BodyProblem::Truncated,
        Err(_) => BodyProblem::NotJson,
    })
}

/// The API sends its own `code` with every response, and our proxies mark what they refuse themselves.
fn error_source(envelope: &Envelope) -> ErrorSource {
    match envelope.code.0 {
        _ if envelope.refused_by.0 == "proxy" => ErrorSource::Proxy,
        Some(_) => ErrorSource::Api,
        None => ErrorSource::Intermediary,
    }
}

/// The type of a valid JSON value, by its first character.
fn json_type(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'n') => "null",
        Some(b't' | b'f') => "true or false",
        Some(b'"') => "a text",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        _ => "a number",
    }
}
