//! An HTTP server with the documented endpoint. A [`Fault`] makes it misbehave.
//!
//! It refuses what the documentation refuses (no key, parameters out of range) and records every
//! request, preflights included. Without a fault, all responses match `openapi.yaml`. The calls beside the endpoint have
//! settings and logs of their own: [`FakeApi::companion`].

mod answer;
pub mod companion;
mod cors;
mod exchange;
mod fault;
pub mod proxied;
pub mod redirect;
mod script;
pub mod shapes;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::response::Response;
use axum_server::tls_rustls::RustlsConfig;
use rustls::ServerConfig;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use exchange::{AskedPage, Exchange, Outcome};
pub use fault::{Fault, RetryAfter};

use super::recorded::{Log, RecordedRequest};
use companion::Companion;
use exchange::Exchanges;
use script::{Rows, Script};

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
    exchanges: Exchanges,
    script: Arc<Mutex<Script>>,
    companion: Companion,
}

impl AppState {
    fn new(key: Key) -> Self {
        Self {
            key: Arc::new(key),
            log: Log::default(),
            exchanges: Exchanges::default(),
            script: Arc::default(),
            companion: Companion::default(),
        }
    }
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
        let mut known: HashMap<String, Vec<Value>> = HashMap::new();
        for row in rows {
            let id = row["video_id"].as_str().unwrap_or_default().to_owned();
            known.entry(id).or_default().push(row);
        }
        self.rows_by(move |id| known.get(id).cloned().unwrap_or_default());
    }

    /// Sets the rows that exist, as a function of the id. See [`rows::rows_for_runs`].
    pub fn rows_by(&self, rows: impl Fn(&str) -> Vec<Value> + Send + Sync + 'static) {
        self.state.script.lock().unwrap().rows = Arc::new(rows);
    }

    /// Queues a fault for the next request that has none.
    pub fn next(&self, fault: impl Into<Fault>) {
        let mut script = self.state.script.lock().unwrap();
        script.queue.push_back(fault.into());
    }

    /// The faults of requests when the queue is empty, by a plan that depends on no order: it is given the request and
    /// how many times its page was asked for before.
    pub fn faults_by(
        &self,
        plan: impl Fn(&RecordedRequest, usize) -> Option<Fault> + Send + Sync + 'static,
    ) {
        self.state.script.lock().unwrap().plan = Some(Arc::new(plan));
    }

    /// The fault of every request that has no other; `None` for none.
    pub fn always(&self, fault: impl Into<Option<Fault>>) {
        self.state.script.lock().unwrap().always = fault.into();
    }

    /// How long each response takes, so that something can happen meanwhile. A test that waits for one moment uses
    /// [`Fault::Slow`].
    pub fn answer_after(&self, delay: Duration) {
        self.state.script.lock().unwrap().delay = delay;
    }

    /// The calls beside the endpoint.
    pub fn companion(&self) -> &Companion {
        &self.state.companion
    }

    /// Every request so far for the endpoint or for a path that does not exist, preflights included.
    pub fn log(&self) -> Vec<RecordedRequest> {
        self.state.log.all()
    }

    /// The same without preflights: the requests for videos, each of which costs a credit.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        let mut requests = self.log();
        requests.retain(|request| request.method != "OPTIONS");
        requests
    }

    /// Every request for a page so far, with how it ended.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.state.exchanges.all()
    }

    /// How many times the good response was sent, by page.
    pub fn pages_asked(&self) -> HashMap<AskedPage, usize> {
        self.state.exchanges.pages_asked()
    }

    /// The `data` that the API has for a page, whatever the faults.
    pub fn page_data(&self, (ids, page): &AskedPage, size: usize) -> Value {
        let rows = self.state.script.lock().unwrap().rows.clone();
        let page: usize = page.parse().unwrap();
        let all = ids.split(',').flat_map(|id| rows(id));
        all.skip((page - 1) * size).take(size).collect()
    }
}

impl Drop for FakeApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn handle(State(state): State<AppState>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let companion = state.companion.record(&parts);
    let recorded = match &companion {
        Some((_, recorded)) => recorded.clone(),
        None => state.log.record(&parts),
    };
    if parts.method == Method::OPTIONS {
        return cors::preflight();
    }
    if let Some((call, _)) = companion {
        let delay = state.script.lock().unwrap().delay;
        tokio::time::sleep(delay).await;
        return state.companion.respond(call, &recorded, &state.key).await;
    }
    let exchange = state.exchanges.begin(&recorded);
    let (fault, rows, delay) = {
        let mut script = state.script.lock().unwrap();
        let fault = script.fault(&recorded, exchange.attempt);
        (fault, script.rows.clone(), script.delay)
    };
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let good = answer::to(&recorded, &state.key, &*rows);
    let has_rows = good.status.is_success() && fault.as_ref().is_none_or(exchange::leaves_rows);
    let response = match fault {
        Some(fault) => fault::instead_of(good, fault).await,
        None => good.into_response(),
    };
    exchange.end(response.status().as_u16(), has_rows);
    response
}
