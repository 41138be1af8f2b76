//! An HTTP server with the documented endpoint. A [`Fault`] makes it misbehave.
//!
//! It refuses what the documentation refuses (no key, parameters out of range) and records every
//! request, preflights included. Without a fault, all responses match `openapi.yaml`.

mod answer;
mod cors;
mod fault;
pub mod proxied;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::response::Response;
use axum_server::tls_rustls::RustlsConfig;
use rustls::ServerConfig;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use fault::{Fault, RetryAfter};

use super::recorded::{Log, RecordedRequest};

/// The one endpoint.
pub const PATH: &str = "/v1/tiktok/video/products/analytics";

/// A running fake. Stops when dropped.
pub struct FakeApi {
    url: String,
    state: AppState,
    server: JoinHandle<()>,
}

/// Which requests the fake accepts.
#[derive(Debug, Clone)]
pub enum Key {
    /// Requests with this bearer key, as KeyAPI does.
    Required(String),
    /// All requests, as a proxy that adds the key does.
    AddedByProxy,
}

#[derive(Clone)]
struct AppState {
    key: Arc<Key>,
    log: Log,
    script: Arc<Mutex<Script>>,
}

impl AppState {
    fn new(key: Key) -> Self {
        Self {
            key: Arc::new(key),
            log: Log::default(),
            script: Arc::default(),
        }
    }
}

#[derive(Default)]
struct Script {
    /// All rows that exist; `None` makes up a row for every requested id.
    rows: Option<Vec<Value>>,
    queue: VecDeque<Fault>,
    always: Option<Fault>,
}

impl FakeApi {
    pub async fn start(key: Key) -> Self {
        let state = AppState::new(key);
        let router = Router::new().fallback(handle).with_state(state.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self { url, state, server }
    }

    /// The same over TLS, under a name that resolves to this machine.
    pub async fn start_tls(key: Key, name: &str, tls: Arc<ServerConfig>) -> Self {
        let state = AppState::new(key);
        let router = Router::new().fallback(handle).with_state(state.clone());
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("https://{name}:{}", listener.local_addr().unwrap().port());
        let tls = RustlsConfig::from_config(tls);
        let server = axum_server::from_tcp_rustls(listener, tls).unwrap();
        let server = tokio::spawn(async move {
            server.serve(router.into_make_service()).await.unwrap();
        });
        Self { url, state, server }
    }

    /// The origin, without a trailing slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Sets the rows that exist. For another id the response has no row.
    pub fn set_rows(&self, rows: impl IntoIterator<Item = Value>) {
        self.state.script.lock().unwrap().rows = Some(rows.into_iter().collect());
    }

    /// Queues a fault for the next request that has none.
    pub fn next(&self, fault: impl Into<Fault>) {
        let mut script = self.state.script.lock().unwrap();
        script.queue.push_back(fault.into());
    }

    /// The fault of every request when the queue is empty; `None` for none.
    pub fn always(&self, fault: impl Into<Option<Fault>>) {
        self.state.script.lock().unwrap().always = fault.into();
    }

    /// Every request so far, preflights included.
    pub fn log(&self) -> Vec<RecordedRequest> {
        self.state.log.all()
    }

    /// The requests that cost a credit: all but preflights.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        let mut requests = self.log();
        requests.retain(|request| request.method != "OPTIONS");
        requests
    }
}

impl Drop for FakeApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn handle(State(state): State<AppState>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let recorded = state.log.record(&parts);
    if parts.method == Method::OPTIONS {
        return cors::preflight();
    }
    let (fault, rows) = {
        let mut script = state.script.lock().unwrap();
        let fault = script.queue.pop_front().or_else(|| script.always.clone());
        (fault, script.rows.clone())
    };
    let good = answer::to(&recorded, &state.key, rows);
    match fault {
        Some(fault) => fault::instead_of(good, fault).await,
        None => good.into_response(),
    }
}
