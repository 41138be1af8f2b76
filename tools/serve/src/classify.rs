//! What to make of the API's response, as `deploy/proxy/keyapi.js` has it.

use axum::http::{HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::Value;

/// In bytes. Ten rows have about twenty thousand.
pub(crate) const MAX_RESPONSE_LENGTH: usize = 1024 * 1024;

/// What to pass on: the API's body, or the message of a failure between this server and the one it requested.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Classified {
    Body(StatusCode, String),
    Failure(StatusCode, String),
}

#[derive(Deserialize)]
struct Envelope {
    #[serde(default)]
    code: Value,
}

/// Classifies the API's response to a request. A failure that arrives as HTTP 200 gets the status in its code; its body
/// stays unchanged. There is no text if it is compressed in a way that this server does not decode.
pub(crate) fn classify_response(status: StatusCode, text: Option<String>) -> Classified {
    if text.is_none() && status.is_success() {
        let message = "KeyAPI's response is compressed in another way than gzip";
        return Classified::Failure(StatusCode::BAD_GATEWAY, message.to_owned());
    }
    let text = text.unwrap_or_default();
    if status.is_redirection() {
        let message = "KeyAPI responded with a redirect, which this proxy does not follow";
        return Classified::Failure(StatusCode::BAD_GATEWAY, message.to_owned());
    }
    let envelope = parse_envelope(&text);
    let is_object = envelope.is_some() || looks_like_object(&text);
    if !status.is_success() {
        let passed = passable_status(status.as_u16());
        return match is_object {
            true => Classified::Body(passed, text),
            false => Classified::Failure(
                passed,
                format!("KeyAPI responded with status {}", status.as_u16()),
            ),
        };
    }
    if !is_object {
        let message = "KeyAPI's response is not valid JSON";
        return Classified::Failure(StatusCode::BAD_GATEWAY, message.to_owned());
    }
    match envelope.and_then(|envelope| number(&envelope.code)) {
        Some(code @ 400..=599) => Classified::Body(passable_status(code), text),
        _ => Classified::Body(StatusCode::OK, text),
    }
}

fn parse_envelope(text: &str) -> Option<Envelope> {
    // Serde would also accept an array for a struct.
    let is_object = text.trim_start().starts_with('{');
    is_object.then(|| serde_json::from_str(text).ok()).flatten()
}

/// Whether a text that is not JSON is an object all the same, such as one with `NaN`. The page reads or explains it.
fn looks_like_object(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('{') && text.ends_with('}')
}

fn number(code: &Value) -> Option<u16> {
    match code {
        Value::Number(number) => number.as_u64().and_then(|number| number.try_into().ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The status if clients understand it, or else 502.
fn passable_status(status: u16) -> StatusCode {
    match status {
        407 => StatusCode::BAD_GATEWAY,
        400..=431 | 451 | 500..=511 => {
            StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY)
        }
        _ => StatusCode::BAD_GATEWAY,
    }
}

/// Whether a response is decoded, from its `Content-Encoding`. The client removes the header of what it decodes itself.
pub(crate) fn is_decoded(encoding: Option<&HeaderValue>) -> bool {
    encoding.is_none_or(|encoding| encoding.as_bytes() == b"identity")
}

/// `Retry-After` if it is valid: seconds or a date.
pub(crate) fn is_retry_after(value: &str) -> bool {
    let is_seconds =
        (1..=9).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = || {
        let (day, rest) = value.split_once(", ")?;
        let is_word = day.len() == 3 && day.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_rest = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b' ');
        Some(is_word && (10..=30).contains(&rest.len()) && rest.bytes().all(is_rest))
    };
    is_seconds || is_date().unwrap_or_default()
}
