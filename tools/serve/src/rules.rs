//! Which requests are queries, and their canonical form: the rules of the proxies for teams, as they are in
//! `deploy/proxy/rules.js`. The tests hold all proxies to the same cases.

use crate::links;
use axum::http::{Method, StatusCode};

/// What this server passes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Call {
    /// The videos' products.
    Analytics,
    /// Signs addresses of covers.
    Covers,
    /// Names products.
    Products,
    /// Resolves a short link of TikTok's.
    Links,
}

impl Call {
    const ALL: [Self; 4] = [Self::Analytics, Self::Covers, Self::Products, Self::Links];

    /// The path below `<prefix>api`. At KeyAPI those of covers and products may differ.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Analytics => "/v1/tiktok/video/products/analytics",
            Self::Covers => "/v1/tiktok/covers/batch/download",
            Self::Products => "/v1/tiktok/product/detail/analytics",
            Self::Links => "/resolve",
        }
    }

    fn canonical(self, query: &str) -> Result<String, String> {
        match self {
            Self::Analytics => canonical(query),
            Self::Covers => list(
                query,
                "cover_urls",
                is_cover,
                "1 to 10 addresses of covers, each percent-encoded, separated by commas",
            ),
            Self::Products => list(
                query,
                "product_ids",
                is_id,
                "1 to 10 ids of digits, separated by commas, not percent-encoded",
            ),
            Self::Links => links::canonical(query),
        }
    }
}

/// KeyAPI's most, everywhere.
const MAX_VALUES: usize = 10;

/// Covers are in this one bucket. As JavaScript's `encodeURIComponent` writes it.
const COVERS: &str = "https%3A%2F%2Fechosell-images.tos-ap-southeast-1.volces.com%2F";
const MAX_COVER_LENGTH: usize = 400;

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

/// Why this server does not pass on a request.
pub(crate) type Refusal = (StatusCode, String);

/// The call of a request, and its query in the canonical form. `path` is what follows `<prefix>api`.
pub(crate) fn parse_request(
    method: &Method,
    path: &str,
    query: &str,
    is_on: impl Fn(Call) -> bool,
) -> Result<(Call, String), Refusal> {
    let refuse = |status, message: &str| Err((status, message.to_owned()));
    let Some(call) = Call::ALL.into_iter().find(|call| call.path() == path) else {
        return refuse(StatusCode::NOT_FOUND, "this proxy has no such endpoint");
    };
    if !is_on(call) {
        return refuse(StatusCode::NOT_FOUND, "this endpoint is switched off here");
    }
    if method != Method::GET {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, "this proxy allows GET only");
    }
    match call.canonical(query) {
        Ok(query) => Ok((call, query)),
        Err(problem) => refuse(StatusCode::BAD_REQUEST, &problem),
    }
}

/// A query of one parameter with a list, sorted and without duplicates.
fn list(
    query: &str,
    name: &str,
    is_valid: fn(&str) -> bool,
    expected: &str,
) -> Result<String, String> {
    let value = query
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix('='));
    let Some(value) = value else {
        return Err(format!("only {name} is allowed, and it is required"));
    };
    let mut values: Vec<&str> = value.split(',').collect();
    if values.len() > MAX_VALUES || !values.iter().all(|value| is_valid(value)) {
        return Err(format!("{name} must be {expected}"));
    }
    values.sort_unstable();
    values.dedup();
    Ok(format!("{name}={}", values.join(",")))
}

fn is_cover(value: &str) -> bool {
    let is_safe =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~' | b'-');
    let is_segment =
        |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_safe);
    let path = value.strip_prefix(COVERS);
    value.len() <= MAX_COVER_LENGTH && path.is_some_and(|path| path.split("%2F").all(is_segment))
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

fn is_id(value: &str) -> bool {
    (1..=20).contains(&value.len()) && is_digits(value)
}

fn is_ids(value: &str) -> bool {
    value.split(',').all(is_id) && value.split(',').count() <= MAX_IDS
}

fn is_number(value: &str, max: u32) -> bool {
    let is_plain = is_digits(value) && !value.starts_with('0');
    is_plain && value.parse().is_ok_and(|number: u32| number <= max)
}

fn is_digits(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit())
}
