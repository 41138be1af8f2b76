//! What to make of the API's response, as `deploy/proxy/keyapi.js` has it.

use crate::answer::Answer;
use crate::rules::Call;
use axum::http::{HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::Value;

/// In bytes. Ten rows have about twenty thousand.
pub(crate) const MAX_RESPONSE_LENGTH: usize = 1024 * 1024;

/// Words of a message which says that the account's credits are used up.
const USED_UP: [&str; 10] = [
    "quota",
    "usage limit",
    "insufficient credit",
    "insufficient balance",
    "not enough credit",
    "no credits",
    "out of credits",
    "额度",
    "余额不足",
    "积分不足",
];

/// Messages with these speak of limits and quotas, too, but for requests in a short time.
const TOO_FAST: [&str; 9] = [
    "qps",
    "per second",
    "per minute",
    "rate limit",
    "too many requests",
    "每秒",
    "频率",
    "频繁",
    "频次",
];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Envelope {
    code: Value,
    message: Value,
    data: Value,
}

/// Classifies the API's response to a request of this call. A failure that arrives as HTTP 200 gets the status in its code; its body
/// stays unchanged. There is no text if it is compressed in a way that this server does not decode.
pub(crate) fn classify_response(call: Call, status: StatusCode, text: Option<String>) -> Answer {
    if text.is_none() && status.is_success() {
        let message = "KeyAPI's response is compressed in another way than gzip";
        return Answer::failure(StatusCode::BAD_GATEWAY, message);
    }
    let text = text.unwrap_or_default();
    if status.is_redirection() {
        let message = "KeyAPI responded with a redirect, which this proxy does not follow";
        return Answer::failure(StatusCode::BAD_GATEWAY, message);
    }
    let envelope = parse_envelope(&text);
    let is_object = envelope.is_some() || looks_like_object(&text);
    if !status.is_success() {
        let passed = passable_status(status.as_u16());
        return match is_object {
            true => Answer::new(passed, text, false),
            false => Answer::failure(
                passed,
                &format!("KeyAPI responded with status {}", status.as_u16()),
            ),
        };
    }
    if !is_object {
        let message = "KeyAPI's response is not valid JSON";
        return Answer::failure(StatusCode::BAD_GATEWAY, message);
    }
    let code = envelope.as_ref().and_then(|body| number(&body.code));
    match code {
        Some(code @ 400..=599) => Answer::new(passable_status(code), text, false),
        Some(0) => {
            let is_cacheable = envelope.is_some_and(|body| has_data(call, &body));
            Answer::new(StatusCode::OK, text, is_cacheable)
        }
        // Another format, or an unknown code: the page explains it to the user.
        _ => Answer::new(StatusCode::OK, text, false),
    }
}

/// Whether a good response to this call has data to be cached. Of videos: one row, or a list of rows, which may be empty,
/// unless its message says that the account has no credits left. Of covers and products: something. KeyAPI may know more
/// of them in a moment, so that an empty answer is asked for again.
fn has_data(call: Call, body: &Envelope) -> bool {
    match (call, &body.data) {
        (Call::Analytics, Value::Array(rows)) => !rows.is_empty() || !says_used_up(&body.message),
        (Call::Analytics, Value::Object(row)) => row.contains_key("video_id"),
        (_, Value::Array(values)) => !values.is_empty(),
        (_, Value::Object(fields)) => !fields.is_empty(),
        _ => false,
    }
}

fn says_used_up(message: &Value) -> bool {
    let message = message.as_str().unwrap_or_default().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    has(&USED_UP) && !has(&TOO_FAST)
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
