//! What lets a page of another origin ask and read.

use axum::body::Body;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, CONNECTION,
};
use axum::http::response::Builder;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

/// The answer to "may I send an Authorization header?": yes, to any origin, without cookies.
pub fn preflight() -> Response {
    Response::builder()
        .status(StatusCode::NO_CONTENT)
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(ACCESS_CONTROL_ALLOW_METHODS, "GET")
        .header(ACCESS_CONTROL_ALLOW_HEADERS, "Authorization")
        .header(CONNECTION, "close")
        .body(Body::empty())
        .unwrap()
}

/// Makes an answer readable by any origin, Retry-After included.
pub fn readable(builder: Builder) -> Builder {
    builder
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After")
}

/// Takes the page's right to read the answer away again.
pub fn forbid(headers: &mut HeaderMap) {
    headers.remove(ACCESS_CONTROL_ALLOW_ORIGIN);
    hide_retry_after(headers);
}

/// Sent, but not for the page to read.
pub fn hide_retry_after(headers: &mut HeaderMap) {
    headers.remove(ACCESS_CONTROL_EXPOSE_HEADERS);
}
