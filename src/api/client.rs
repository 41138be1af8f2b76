//! Sends every request that leaves the page. The key goes in its header and nowhere else; cookies and the referrer
//! never go to another origin; redirects are errors; nothing is retried.

use std::cell::Cell;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo_net::http::{Request, RequestBuilder, Response};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::time_limit::{TIME_LIMIT, TimeLimit};
use crate::api::wire;
use crate::domain::deployment::Mode;
use crate::domain::deployment::api_key::ApiKey;
use crate::domain::search::error::SearchError;
use crate::domain::videos::response::CacheStatus;

/// A request to KeyAPI or to a proxy.
pub struct ApiRequest {
    pub url: String,
    pub mode: Mode,
    /// Sent in direct mode only.
    pub key: Option<ApiKey>,
}

/// A response with any status.
pub struct ApiResponse {
    pub status: u16,
    /// The `Retry-After` header in seconds, if it could be read.
    pub retry_after: Option<u32>,
    /// Where the proxy got the data from.
    pub cache_status: CacheStatus,
    /// How many seconds ago KeyAPI sent the data, if the proxy says so.
    pub age: u64,
    /// From sending the request to the end of the response.
    pub milliseconds: u32,
    pub body: String,
}

/// A running request. Dropping the guard aborts it, and its callback is not called any more.
pub struct RequestGuard {
    time_limit: TimeLimit,
    is_dropped: Rc<Cell<bool>>,
}

impl Drop for RequestGuard {
    fn drop(&mut self) {
        self.is_dropped.set(true);
        self.time_limit.abort();
    }
}

/// Sends a request. `on_end` is called once with the response or the error, unless the guard is dropped before.
pub fn send(
    request: ApiRequest,
    on_end: impl FnOnce(Result<ApiResponse, SearchError>) + 'static,
) -> RequestGuard {
    let guard = RequestGuard {
        time_limit: TimeLimit::start(),
        is_dropped: Rc::default(),
    };
    let (time_limit, is_dropped) = (guard.time_limit.clone(), guard.is_dropped.clone());
    let builder = builder(&request);
    spawn_local(async move {
        // Only what fails before the request leaves is sure to cost no credit.
        let result = match is_offline() {
            true => Err(SearchError::Offline { sent: false }),
            false => fetch(builder, request.mode, &time_limit)
                .await
                .map_err(|error| match error {
                    SearchError::Blocked if is_offline() => SearchError::Offline { sent: true },
                    error => error,
                }),
        };
        if !is_dropped.get() {
            on_end(result);
        }
    });
    guard
}

/// Sends a request and waits for its end.
///
/// # Errors
/// As [`send`] reports them.
pub async fn request(request: ApiRequest) -> Result<ApiResponse, SearchError> {
    let (sender, receiver) = oneshot::channel();
    let guard = send(request, move |response| {
        let _ = sender.send(response);
    });
    let response = receiver.await.map_err(|_| SearchError::Cancelled)?;
    drop(guard);
    response
}

/// Fetches a file of the page's own origin, such as `config.json`.
///
/// # Errors
/// No response could be read in time. An HTTP error status is not an error here.
pub async fn fetch_asset(path: &str) -> Result<ApiResponse, SearchError> {
    fetch(Request::get(path), Mode::Direct, &TimeLimit::start()).await
}

/// Whether a script of the page's own origin is there with this integrity. For scripts that the browser starts without
/// checking it, such as a worker's.
pub async fn is_published(path: &str, integrity: &str) -> bool {
    let request = Request::get(path).integrity(integrity);
    let response = fetch(request, Mode::Direct, &TimeLimit::start()).await;
    response.is_ok_and(|response| (200..300).contains(&response.status))
}

fn builder(request: &ApiRequest) -> RequestBuilder {
    let credentials = match request.mode {
        Mode::Direct => RequestCredentials::Omit,
        Mode::Proxy => RequestCredentials::SameOrigin,
    };
    let builder = Request::get(&request.url)
        .credentials(credentials)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore);
    match (&request.key, request.mode) {
        (Some(key), Mode::Direct) => {
            builder.header("Authorization", &format!("Bearer {}", key.reveal()))
        }
        _ => builder,
    }
}

/// Every request goes through here, so that none can last forever.
async fn fetch(
    builder: RequestBuilder,
    mode: Mode,
    time_limit: &TimeLimit,
) -> Result<ApiResponse, SearchError> {
    let in_time = |error| match time_limit.is_over() {
        true => SearchError::Timeout(TIME_LIMIT),
        false => error,
    };
    let started = js_sys::Date::now();
    let response = builder.abort_signal(time_limit.signal().as_ref()).send();
    let response = response.await.map_err(|_| in_time(SearchError::Blocked))?;
    let body = match response.text().await {
        Ok(body) => body,
        // The status of a failure says more than its body.
        Err(_) if !response.ok() => String::new(),
        // The headers have arrived, so a body that breaks off is a truncated response, not a blocked one.
        Err(_) => return Err(in_time(SearchError::Truncated(Default::default()))),
    };
    // Other caches on the way may use the same headers: only a proxy's are trusted.
    let header = |name| {
        let value = response.headers().get(name);
        value.filter(|_| mode == Mode::Proxy).unwrap_or_default()
    };
    let (cache_status, age) = wire::cache_status(&header("X-Cache"), &header("Age"));
    Ok(ApiResponse {
        status: response.status(),
        retry_after: retry_after(&response),
        cache_status,
        age,
        milliseconds: (js_sys::Date::now() - started) as u32,
        body,
    })
}

/// `Retry-After` in seconds. The header may be a number or a date, and across origins it is often hidden.
fn retry_after(response: &Response) -> Option<u32> {
    let value = response.headers().get("Retry-After")?;
    value.trim().parse().ok().or_else(|| {
        let milliseconds = js_sys::Date::parse(&value) - js_sys::Date::now();
        (milliseconds > 0.0).then(|| (milliseconds / 1000.0).ceil() as u32)
    })
}

fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}
