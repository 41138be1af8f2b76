//! Which requests are queries, and what to make of the API's response: the rules of the proxies for teams, as they stand
//! in `deploy/proxy/rules.js`. The tests hold all proxies to the same cases.

use axum::http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::Value;

/// The endpoint's path below the API's base.
pub(crate) const PATH: &str = "/v1/tiktok/video/products/analytics";

/// In bytes. Ten rows have about twenty thousand.
pub(crate) const MAX_RESPONSE_LENGTH: usize = 1024 * 1024;

const MAX_IDS: usize = 200;

/// A parameter: its name, whether a value is valid, and what it must be.
type Parameter = (&'static str, fn(&str) -> bool, &'static str);

const PARAMETERS: [Parameter; 3] = [
    (
        "video_ids",
        is_ids,
        "1 to 200 ids of digits, separated by commas, not percent-encoded",
    ),
    (
        "page_num",
        |value| is_number(value, 100_000),
        "a whole number from 1 to 100000",
    ),
    (
        "page_size",
        |value| is_number(value, 10),
        "a whole number from 1 to 10",
    ),
];

/// Why the proxy itself does not respond to a request.
pub(crate) type Refusal = (StatusCode, String);

/// The query of a request in its canonical form. `path` is what follows the proxy's prefix.
pub(crate) fn parse_request(method: &Method, path: &str, query: &str) -> Result<String, Refusal> {
    let refuse = |status, message: &str| Err((status, message.to_owned()));
    if path != PATH {
        return refuse(StatusCode::NOT_FOUND, "this proxy has one endpoint only");
    }
    if method != Method::GET {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, "this proxy allows GET only");
    }
    canonical(query).map_err(|problem| (StatusCode::BAD_REQUEST, problem))
}

fn canonical(query: &str) -> Result<String, String> {
    let mut values = [None; PARAMETERS.len()];
    for pair in query.split('&').filter(|_| !query.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(index) = PARAMETERS.iter().position(|(known, ..)| *known == name) else {
            return Err("only video_ids, page_num, page_size are allowed".to_owned());
        };
        if values[index].replace(value).is_some() {
            return Err(format!("{name} is given more than once"));
        }
    }
    let mut pairs = Vec::new();
    for ((name, is_valid, expected), value) in PARAMETERS.into_iter().zip(values) {
        match value.filter(|value| is_valid(value)) {
            Some(value) => pairs.push(format!("{name}={value}")),
            None => return Err(format!("{name} must be {expected}")),
        }
    }
    Ok(pairs.join("&"))
}

fn is_ids(value: &str) -> bool {
    let is_id = |id: &str| (1..=20).contains(&id.len()) && is_digits(id);
    value.split(',').all(is_id) && value.split(',').count() <= MAX_IDS
}

fn is_number(value: &str, max: u32) -> bool {
    let is_plain = is_digits(value) && !value.starts_with('0');
    is_plain && value.parse().is_ok_and(|number: u32| number <= max)
}

fn is_digits(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit())
}

/// What to pass on: the API's body, or the message of a failure between the proxy and the API.
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
/// stays unchanged.
pub(crate) fn classify_response(status: StatusCode, text: String) -> Classified {
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

/// `Retry-After` if it is valid: seconds or a date.
pub(crate) fn is_retry_after(value: &str) -> bool {
    let is_seconds = (1..=9).contains(&value.len()) && is_digits(value);
    let is_date = || {
        let (day, rest) = value.split_once(", ")?;
        let is_word = day.len() == 3 && day.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_rest = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b' ');
        Some(is_word && (10..=30).contains(&rest.len()) && rest.bytes().all(is_rest))
    };
    is_seconds || is_date().unwrap_or_default()
}
