//! What a path of the API answers: a status, a body of JSON, and whether an equal request may get the same.

use crate::classify;
use crate::reply;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, StatusCode, header};
use serde_json::Value;

#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: Bytes,
    retry_after: Option<HeaderValue>,
    pub(crate) is_cacheable: bool,
}

impl Answer {
    pub(crate) fn new(status: StatusCode, body: String, is_cacheable: bool) -> Self {
        Self {
            status,
            body: body.into(),
            retry_after: None,
            is_cacheable,
        }
    }

    /// A failure between this server and the one that it requested, in the API's envelope, which the page can decode.
    pub(crate) fn failure(status: StatusCode, message: &str) -> Self {
        Self::new(status, envelope(status, message).to_string(), false)
    }

    /// The same for a refusal by this server. Nothing was sent on, so it cost nothing.
    pub(crate) fn refusal(status: StatusCode, message: &str) -> Self {
        let mut body = envelope(status, message);
        body["refused_by"] = "proxy".into();
        Self::new(status, body.to_string(), false)
    }

    /// With another server's `Retry-After`, if that is valid.
    pub(crate) fn with_retry_after(mut self, value: Option<&HeaderValue>) -> Self {
        let is_valid = |value: &&HeaderValue| value.to_str().is_ok_and(classify::is_retry_after);
        self.retry_after = value.filter(is_valid).cloned();
        self
    }

    /// With a time to wait, in seconds.
    pub(crate) fn with_wait(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds.into());
        self
    }

    /// No cache of a browser stores it: this server has one of its own.
    pub(crate) fn to_response(&self) -> Response<Body> {
        let mut response = reply::text(self.status, "application/json", self.body.clone());
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(value) = &self.retry_after {
            headers.insert(header::RETRY_AFTER, value.clone());
        }
        response
    }
}

fn envelope(status: StatusCode, message: &str) -> Value {
    serde_json::json!({ "code": status.as_u16(), "message": message, "data": null })
}
