//! The documented response to a request: checks in KeyAPI's order, rows by page, the envelope.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

use super::super::recorded::RecordedRequest;
use super::{Key, PATH, Rows, cors};

/// A request id in the service's format.
pub const REQUEST_ID: &str = "6c7b787e-3d4c-4e8d-be55-b760b1a73ba4";

/// The most ids that a request may have.
const MAX_IDS: usize = 10;

/// A JSON response that a fault can change before it is sent.
pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
}

impl Answer {
    /// A success.
    pub fn data(data: Value) -> Self {
        let body = json!({"code": 0, "message": "success", "data": data, "requestId": REQUEST_ID});
        Self {
            status: StatusCode::OK,
            body,
        }
    }

    /// An error as documented: the status again as `code`, no data, no request id.
    pub fn error(status: u16, message: &str) -> Self {
        Self {
            status: StatusCode::from_u16(status).unwrap(),
            body: json!({"code": status, "data": null, "message": message}),
        }
    }

    pub fn into_response(self) -> Response {
        text(self.status, "application/json", self.body.to_string())
    }
}

/// A response that any origin may read. It closes the connection: browsers resend a request on a
/// kept connection that was closed, and tests would count it twice.
pub fn text(status: StatusCode, content_type: &str, body: String) -> Response {
    let builder = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, content_type)
        .header(header::CONNECTION, "close");
    cors::readable(builder).body(Body::from(body)).unwrap()
}

/// The documented response to this request, with these rows.
pub fn to(request: &RecordedRequest, key: &Key, rows: &Rows) -> Answer {
    if request.path != PATH || request.method != "GET" {
        return Answer::error(404, "Not found");
    }
    if let Some(refused) = refused_key(request, key) {
        return refused;
    }
    match page(request) {
        Err(message) => Answer::error(400, &message),
        Ok((ids, skip, take)) => {
            let all = ids.iter().flat_map(|id| rows(id));
            Answer::data(all.skip(skip).take(take).collect())
        }
    }
}

/// The response to a request without a key, or with a wrong one.
pub fn refused_key(request: &RecordedRequest, key: &Key) -> Option<Answer> {
    let Key::Required(key) = key else {
        return None;
    };
    match request.header("authorization") {
        None => Some(Answer::error(401, "apiKey is null")),
        Some(sent) if sent != format!("Bearer {key}") => {
            Some(Answer::error(401, "apiKey is invalid"))
        }
        Some(_) => None,
    }
}

/// The ids, how many rows to skip and how many to return.
fn page(request: &RecordedRequest) -> Result<(Vec<&str>, usize, usize), String> {
    let ids: Vec<&str> = required(request, "video_ids")?.split(',').collect();
    if let Some(bad) = ids.iter().find(|id| id.parse::<u64>().is_err()) {
        return Err(format!("Invalid parameter: video_ids ({bad})"));
    }
    if ids.len() > MAX_IDS {
        return Err(format!("Invalid parameter: video_ids (at most {MAX_IDS})"));
    }
    let num = within(request, "page_num", 100_000)?;
    let size = within(request, "page_size", 10)?;
    Ok((ids, (num - 1) * size, size))
}

fn within(request: &RecordedRequest, name: &str, max: usize) -> Result<usize, String> {
    required(request, name)?
        .parse()
        .ok()
        .filter(|number| (1..=max).contains(number))
        .ok_or_else(|| format!("Invalid parameter: {name}"))
}

fn required<'a>(request: &'a RecordedRequest, name: &str) -> Result<&'a str, String> {
    request
        .param(name)
        .filter(|value| !value.is_empty())
        .ok_or_else(|| format!("Missing required parameter: {name}"))
}
