//! Owns: the only requests that leave the page. Refuses: retrying, following redirects, sending cookies
//! or a referrer to another origin, and putting the key anywhere but in its header.

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
use crate::domain::videos::answer::CacheStatus;

/// How long an answer may take, in seconds.
pub const TIME_LIMIT: u32 = 30;

/// What the page asks for.
pub struct ApiRequest {
    pub url: String,
    pub mode: Mode,
    /// Sent in direct mode only.
    pub key: Option<ApiKey>,
}

/// What came back, whatever its status.
pub struct ApiResponse {
    pub status: u16,
    /// Seconds, where the header could be read.
    pub retry_after: Option<u32>,
    /// Where a proxy says that it is from.
    pub origin: CacheStatus,
    /// How many seconds ago KeyAPI gave it, as far as the proxy says.
    pub age: u64,
    /// From asking to the end of the answer.
    pub milliseconds: u32,
    pub body: String,
}

/// A request under way. Dropping it aborts the request, and its answer is never heard of.
pub struct RequestGuard {
    controller: Option<AbortController>,
    cancelled: Rc<Cell<bool>>,
    _limit: Timeout,
}

impl Drop for RequestGuard {
    fn drop(&mut self) {
        self.cancelled.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Sends the request; `done` hears of its end at most once, and not after the flight is dropped.
pub fn send(
    errand: ApiRequest,
    done: impl FnOnce(Result<ApiResponse, SearchError>) + 'static,
) -> RequestGuard {
    let controller = AbortController::new().ok();
    let cancelled = Rc::new(Cell::new(false));
    let late = Rc::new(Cell::new(false));
    let limit = {
        let (controller, late) = (controller.clone(), late.clone());
        Timeout::new(TIME_LIMIT * 1000, move || {
            late.set(true);
            if let Some(controller) = controller {
                controller.abort();
            }
        })
    };
    let request = request(&errand, controller.as_ref());
    let mode = errand.mode;
    let unheard = cancelled.clone();
    spawn_local(async move {
        // Only what is known before it leaves is known to be free.
        let reply = match offline() {
            true => Err(SearchError::Offline { sent: false }),
            false => fetch(request, mode).await.map_err(|broken| match broken {
                _ if late.get() => SearchError::Timeout(TIME_LIMIT),
                SearchError::Blocked if offline() => SearchError::Offline { sent: true },
                broken => broken,
            }),
        };
        if !unheard.get() {
            done(reply);
        }
    });
    RequestGuard {
        controller,
        cancelled,
        _limit: limit,
    }
}

/// Reads a file of the page's own origin: the deployment's settings, the sample.
pub async fn own_file(path: &str) -> Result<ApiResponse, SearchError> {
    fetch(Request::get(path), Mode::Direct).await
}

/// Whether a program of the page's own origin is there and has this integrity, for what is then started by
/// its name alone.
pub async fn is_published(path: &str, integrity: &str) -> bool {
    let program = Request::get(path).integrity(integrity).send().await;
    program.is_ok_and(|program| program.ok())
}

fn request(errand: &ApiRequest, controller: Option<&AbortController>) -> RequestBuilder {
    let credentials = match errand.mode {
        Mode::Direct => RequestCredentials::Omit,
        Mode::Proxy => RequestCredentials::SameOrigin,
    };
    let request = Request::get(&errand.url)
        .credentials(credentials)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        .abort_signal(controller.map(AbortController::signal).as_ref());
    match (&errand.key, errand.mode) {
        (Some(key), Mode::Direct) => {
            request.header("Authorization", &["Bearer ", key.reveal()].concat())
        }
        _ => request,
    }
}

async fn fetch(request: RequestBuilder, mode: Mode) -> Result<ApiResponse, SearchError> {
    let began = js_sys::Date::now();
    let response = request.send().await.map_err(|_| SearchError::Blocked)?;
    // The head has come, so that a body that breaks off is a broken answer, not a blocked one.
    let body = response
        .text()
        .await
        .map_err(|_| SearchError::Truncated(Default::default()))?;
    // Other caches on the way may use the same names: only a proxy's word is taken.
    let header = |name| {
        let value = response.headers().get(name);
        value.filter(|_| mode == Mode::Proxy).unwrap_or_default()
    };
    let (origin, age) = wire::origin(&header("X-Cache"), &header("Age"));
    Ok(ApiResponse {
        status: response.status(),
        retry_after: retry_after(&response),
        origin,
        age,
        milliseconds: (js_sys::Date::now() - began) as u32,
        body,
    })
}

/// `Retry-After` as seconds; it may be a number or a date, and across origins it is often hidden.
fn retry_after(response: &Response) -> Option<u32> {
    let value = response.headers().get("Retry-After")?;
    value.trim().parse().ok().or_else(|| {
        let milliseconds = js_sys::Date::parse(&value) - js_sys::Date::now();
        (milliseconds > 0.0).then(|| (milliseconds / 1000.0).ceil() as u32)
    })
}

fn offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}
