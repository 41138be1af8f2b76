//! Everything that can go wrong with an API.

use std::convert::Infallible;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::answer::{Answer, REQUEST_ID, text};
use super::cors;
use super::proxied::{self, Proxied};
use crate::support::latch::Latch;

/// The time between two bytes of a response that drips; shorter than any timeout.
const DROP: Duration = Duration::from_millis(100);

/// What happens to a request in place of the good response.
#[derive(Debug, Clone)]
pub enum Fault {
    /// An HTTP error with the documented envelope.
    Status {
        status: u16,
        message: String,
        retry_after: Option<RetryAfter>,
    },
    /// An error that arrives as HTTP 200.
    Code { code: i64, message: String },
    /// Success, with `data: null`.
    DataNull,
    /// Success, with something else for `data`.
    DataIs(Value),
    /// This JSON, written beforehand.
    Body(Arc<str>),
    /// Any status with any body.
    Response(u16, String),
    /// The good response, compressed although nothing asked for that.
    Gzipped,
    /// Any status, with these bytes under this Content-Encoding.
    Encoded(u16, String, Vec<u8>),
    /// Success, without `data`.
    MissingData,
    /// An HTML page, as gateways send.
    NotJson,
    /// The first half of the good response.
    TruncatedJson,
    /// HTTP 200 without a body.
    EmptyBody,
    /// These values in front of the good rows.
    BadRows(Vec<Value>),
    /// The good response with other types: see [`odd`].
    Oddities,
    /// The good response, once the latch is open.
    Slow(Latch),
    /// The connection breaks, once the latch is open.
    LateReset(Latch),
    /// No response, ever.
    Hang,
    /// The good response, unreadable to a page.
    NoCors,
    /// The connection breaks before a response.
    ResetConnection,
    /// No rows.
    EmptyPage,
    /// Only the first so many rows.
    ShortPage(usize),
    /// The good response with these headers added.
    Headers(Vec<(&'static str, String)>),
    /// A redirect to this URL.
    Redirect(String),
    /// A success with a row of so many bytes.
    Huge(usize),
    /// The headers of the good response, then a space now and then, forever.
    Drip,
    /// What a proxy in front of the API does.
    Proxied(Proxied),
}

/// The `Retry-After` header.
#[derive(Debug, Clone)]
pub struct RetryAfter {
    /// Seconds or an HTTP date.
    pub value: String,
    /// Whether a page of another origin may read it.
    pub exposed: bool,
}

impl Fault {
    pub fn status(status: u16, message: &str) -> Self {
        Self::Status {
            status,
            message: message.to_owned(),
            retry_after: None,
        }
    }

    /// 429, with the documented message.
    pub fn too_fast(retry_after: Option<RetryAfter>) -> Self {
        Self::Status {
            status: 429,
            message: "qps limit exceeded".to_owned(),
            retry_after,
        }
    }

    pub fn code(code: i64, message: &str) -> Self {
        Self::Code {
            code,
            message: message.to_owned(),
        }
    }
}

impl From<Proxied> for Fault {
    fn from(proxied: Proxied) -> Self {
        Self::Proxied(proxied)
    }
}

impl RetryAfter {
    pub fn exposed(value: &str) -> Self {
        Self {
            value: value.to_owned(),
            exposed: true,
        }
    }

    pub fn hidden(value: &str) -> Self {
        Self {
            exposed: false,
            ..Self::exposed(value)
        }
    }
}

pub async fn instead_of(mut good: Answer, fault: Fault) -> Response {
    match fault {
        Fault::Status {
            status,
            message,
            retry_after,
        } => return refused(Answer::error(status, &message), retry_after),
        Fault::Code { code, message } => {
            good.status = StatusCode::OK;
            good.body =
                json!({"code": code, "message": message, "data": null, "requestId": REQUEST_ID});
        }
        Fault::DataIs(other) => good.body["data"] = other,
        Fault::Body(body) => return text(StatusCode::OK, "application/json", body.to_string()),
        Fault::Response(status, body) => {
            return text(
                StatusCode::from_u16(status).unwrap(),
                "application/json",
                body,
            );
        }
        Fault::Gzipped => return gzipped(good.into_response()).await,
        Fault::Encoded(status, encoding, bytes) => {
            let status = StatusCode::from_u16(status).unwrap();
            let mut response = text(status, "application/json", String::new());
            let encoding = HeaderValue::from_str(&encoding).unwrap();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_ENCODING, encoding);
            *response.body_mut() = Body::from(bytes);
            return response;
        }
        Fault::DataNull => good.body["data"] = Value::Null,
        Fault::MissingData => {
            good.body.as_object_mut().map(|body| body.remove("data"));
        }
        Fault::NotJson => {
            let page = "<!doctype html><title>Gateway</title><h1>Welcome</h1>".to_owned();
            return text(StatusCode::OK, "text/html", page);
        }
        Fault::TruncatedJson => {
            let whole = good.body.to_string();
            let half = whole.chars().take(whole.chars().count() / 2).collect();
            return text(StatusCode::OK, "application/json", half);
        }
        Fault::EmptyBody => {
            return text(StatusCode::OK, "application/json", String::new());
        }
        Fault::BadRows(bad) => {
            rows(&mut good).splice(..0, bad);
        }
        Fault::Oddities => rows(&mut good).iter_mut().for_each(odd),
        Fault::Slow(latch) => latch.wait().await,
        Fault::Hang => std::future::pending().await,
        Fault::NoCors => {
            let mut response = good.into_response();
            cors::forbid(response.headers_mut());
            return response;
        }
        Fault::ResetConnection => reset_connection(),
        Fault::LateReset(latch) => {
            latch.wait().await;
            reset_connection();
        }
        Fault::Headers(headers) => {
            let mut response = good.into_response();
            for (name, value) in headers {
                let value = HeaderValue::from_str(&value).unwrap();
                response.headers_mut().append(name, value);
            }
            return response;
        }
        Fault::Redirect(to) => {
            let mut response = text(StatusCode::FOUND, "text/plain", String::new());
            let to = HeaderValue::from_str(&to).unwrap();
            response.headers_mut().insert(header::LOCATION, to);
            return response;
        }
        Fault::Huge(bytes) => good.body["data"] = json!([{"video_desc": "x".repeat(bytes)}]),
        Fault::Drip => {
            let response = good.into_response();
            return response.map(|_| {
                Body::from_stream(futures_util::stream::unfold((), async |()| {
                    tokio::time::sleep(DROP).await;
                    Some((Ok::<_, Infallible>(" "), ()))
                }))
            });
        }
        Fault::EmptyPage => rows(&mut good).clear(),
        Fault::ShortPage(len) => rows(&mut good).truncate(len),
        Fault::Proxied(proxied) => return proxied::instead_of(good, proxied),
    }
    good.into_response()
}

async fn gzipped(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&body).unwrap();
    let encoding = HeaderValue::from_static("gzip");
    parts.headers.insert(header::CONTENT_ENCODING, encoding);
    Response::from_parts(parts, Body::from(packed.finish().unwrap()))
}

/// The server drops the connection of a handler that unwinds. This does not print a message.
fn reset_connection() -> ! {
    std::panic::resume_unwind(Box::new("connection reset"))
}

pub(super) fn refused(answer: Answer, retry_after: Option<RetryAfter>) -> Response {
    let mut response = answer.into_response();
    if let Some(RetryAfter { value, exposed }) = retry_after {
        let value = HeaderValue::from_str(&value).unwrap();
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, value);
        if !exposed {
            cors::hide_retry_after(headers);
        }
    }
    response
}

fn rows(answer: &mut Answer) -> &mut Vec<Value> {
    answer.body["data"]
        .as_array_mut()
        .expect("rows to change; this request was refused")
}

/// The row with other types: ids as 19-digit numbers, numbers as strings, an unknown count as a
/// negative one, a null, a missing field and an extra one.
fn odd(row: &mut Value) {
    for (name, value) in row.as_object_mut().into_iter().flatten() {
        *value = match (name.as_str(), value.take()) {
            ("video_id" | "product_id" | "user_id" | "create_time" | "width", Value::String(s)) => {
                s.parse::<u64>().map_or(Value::String(s), Value::from)
            }
            ("total_comments_cnt", _) => json!(-1),
            ("total_shares_cnt", _) => Value::Null,
            (_, Value::Number(number)) => Value::String(number.to_string()),
            (_, other) => other,
        };
    }
    if let Some(row) = row.as_object_mut() {
        row.remove("total_favorites_cnt");
        row.insert("added_later".to_owned(), json!({"nested": [1, 2, 3]}));
    }
}
