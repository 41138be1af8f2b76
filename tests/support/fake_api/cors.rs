//! CORS headers: they let a page of another origin send requests and read responses.

use axum::body::Body;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, CONNECTION,
};
use axum::http::response::Builder;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

/// The response to a preflight: allows any origin to send an Authorization header, without cookies.
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

/// Makes a response readable by any origin, Retry-After included.
pub fn readable(builder: Builder) -> Builder {
    builder
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After")
}

/// Makes a response unreadable to pages.
pub fn forbid(headers: &mut HeaderMap) {
    headers.remove(ACCESS_CONTROL_ALLOW_ORIGIN);
    hide_retry_after(headers);
}

/// Makes Retry-After unreadable to pages.
pub fn hide_retry_after(headers: &mut HeaderMap) {
    headers.remove(ACCESS_CONTROL_EXPOSE_HEADERS);
}
