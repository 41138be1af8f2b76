//! What a team's proxy does: responses from its cache, refusals of its own, and a sign-in in front
//! of it.

use axum::body::Body;
use axum::http::header::{ACCESS_CONTROL_EXPOSE_HEADERS, AGE, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::json;

use super::answer::{Answer, text};
use super::cors;
use super::fault::{RetryAfter, refused};

const X_CACHE: HeaderName = HeaderName::from_static("x-cache");

#[derive(Debug, Clone)]
pub enum Proxied {
    /// The good response with the proxy's cache status and its age in seconds.
    Cached { cache: &'static str, age: u32 },
    /// A refusal by the proxy, without a request to the API.
    Refuses {
        status: u16,
        message: &'static str,
        retry_after: Option<RetryAfter>,
    },
    /// The HTML page of a sign-in, with an error status.
    SignInPage(u16),
    /// A redirect to the page of a sign-in.
    Redirects,
}

impl Proxied {
    pub fn refuses(status: u16, message: &'static str) -> Self {
        Self::Refuses {
            status,
            message,
            retry_after: None,
        }
    }
}

pub fn instead_of(good: Answer, proxied: Proxied) -> Response {
    match proxied {
        Proxied::Cached { cache, age } => {
            let mut response = good.into_response();
            let headers = response.headers_mut();
            headers.insert(X_CACHE, HeaderValue::from_static(cache));
            headers.insert(AGE, age.into());
            let exposed = HeaderValue::from_static("Retry-After, X-Cache, Age");
            headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
            response
        }
        Proxied::Refuses {
            status,
            message,
            retry_after,
        } => {
            let mut answer = Answer::error(status, message);
            answer.body["refused_by"] = json!("proxy");
            refused(answer, retry_after)
        }
        Proxied::SignInPage(status) => {
            let page = "<!doctype html><title>Sign in</title><h1>Sign in</h1>".to_owned();
            text(StatusCode::from_u16(status).unwrap(), "text/html", page)
        }
        Proxied::Redirects => {
            let builder = Response::builder()
                .status(StatusCode::FOUND)
                .header(LOCATION, "/sign-in");
            cors::readable(builder).body(Body::empty()).unwrap()
        }
    }
}
