//! Sends every request that leaves the page. The key goes in its header and nowhere else; cookies and the referrer
//! never go to another origin; redirects are errors; nothing is retried.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Request, RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use crate::api::wire;
use crate::domain::deployment::Mode;
use crate::domain::deployment::api_key::ApiKey;
use crate::domain::search::error::SearchError;
use crate::domain::videos::response::CacheStatus;

/// How long a response may take, in seconds.
pub const TIME_LIMIT: u32 = 30;

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
    controller: Option<AbortController>,
    is_dropped: Rc<Cell<bool>>,
    _time_limit: Timeout,
}

impl Drop for RequestGuard {
    fn drop(&mut self) {
        self.is_dropped.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Sends a request. `on_end` is called once with the response or the error, unless the guard is dropped before.
pub fn send(
    request: ApiRequest,
    on_end: impl FnOnce(Result<ApiResponse, SearchError>) + 'static,
) -> RequestGuard {
    let controller = AbortController::new().ok();
    let is_dropped = Rc::new(Cell::new(false));
    let is_late = Rc::new(Cell::new(false));
    let time_limit = {
        let (controller, is_late) = (controller.clone(), is_late.clone());
        Timeout::new(TIME_LIMIT * 1000, move || {
            is_late.set(true);
            if let Some(controller) = controller {
                controller.abort();
            }
        })
    };
    let guard = RequestGuard {
        controller,
        is_dropped: is_dropped.clone(),
        _time_limit: time_limit,
    };
    let builder = builder(&request, guard.controller.as_ref());
    spawn_local(async move {
        // Only what fails before the request leaves is sure to cost no credit.
        let result = match is_offline() {
            true => Err(SearchError::Offline { sent: false }),
            false => fetch(builder, request.mode)
                .await
                .map_err(|error| match error {
                    _ if is_late.get() => SearchError::Timeout(TIME_LIMIT),
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

/// Fetches a file of the page's own origin, such as `config.json`.
///
/// # Errors
/// No response could be read. An HTTP error status is not an error here.
pub async fn fetch_asset(path: &str) -> Result<ApiResponse, SearchError> {
    fetch(Request::get(path), Mode::Direct).await
}

/// Whether a script of the page's own origin is there with this integrity. For scripts that the browser starts without
/// checking it, such as a worker's.
pub async fn is_published(path: &str, integrity: &str) -> bool {
    let response = Request::get(path).integrity(integrity).send().await;
    response.is_ok_and(|response| response.ok())
}

fn builder(request: &ApiRequest, controller: Option<&AbortController>) -> RequestBuilder {
    let credentials = match request.mode {
        Mode::Direct => RequestCredentials::Omit,
        Mode::Proxy => RequestCredentials::SameOrigin,
    };
    let builder = Request::get(&request.url)
        .credentials(credentials)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        .abort_signal(controller.map(AbortController::signal).as_ref());
    match (&request.key, request.mode) {
        (Some(key), Mode::Direct) => {
            builder.header("Authorization", &format!("Bearer {}", key.reveal()))
        }
        _ => builder,
    }
}

async fn fetch(builder: RequestBuilder, mode: Mode) -> Result<ApiResponse, SearchError> {
    let started = js_sys::Date::now();
    let response = builder.send().await.map_err(|_| SearchError::Blocked)?;
    let body = match response.text().await {
        Ok(body) => body,
        // The status of a failure says more than its body.
        Err(_) if !response.ok() => String::new(),
        // The headers have arrived, so a body that breaks off is a truncated response, not a blocked one.
        Err(_) => return Err(SearchError::Truncated(Default::default())),
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
