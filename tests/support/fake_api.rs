//! A real HTTP server that speaks the documented endpoint, and misbehaves when told to.
//!
//! It refuses what the documentation refuses (no key, parameters out of range) and records every
//! request, preflights too. It never answers with anything that `openapi.yaml` doesn't know, unless
//! a [`Misbehave`] asks for it.

mod answer;
mod cors;
mod misbehave;
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

pub use misbehave::{Misbehave, RetryAfter};

use super::recorded::{Log, RecordedRequest};

/// The one endpoint.
pub const PATH: &str = "/v1/tiktok/video/products/analytics";

/// A running fake; stops when dropped.
pub struct FakeApi {
    url: String,
    world: World,
    server: JoinHandle<()>,
}

/// Whom the fake serves.
#[derive(Debug, Clone)]
pub enum Key {
    /// Only requests that carry this bearer key, as KeyAPI does.
    Required(String),
    /// Anybody, as a proxy that adds the key does.
    AddedByProxy,
}

#[derive(Clone)]
struct World {
    key: Arc<Key>,
    log: Log,
    script: Arc<Mutex<Script>>,
}

impl World {
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
    /// What there is to know; `None` makes up a row for every id asked.
    rows: Option<Vec<Value>>,
    queue: VecDeque<Misbehave>,
    always: Option<Misbehave>,
}

impl FakeApi {
    pub async fn start(key: Key) -> Self {
        let world = World::new(key);
        let router = Router::new().fallback(handle).with_state(world.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self { url, world, server }
    }

    /// The same over TLS, under a name that leads to this machine.
    pub async fn start_tls(key: Key, name: &str, tls: Arc<ServerConfig>) -> Self {
        let world = World::new(key);
        let router = Router::new().fallback(handle).with_state(world.clone());
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("https://{name}:{}", listener.local_addr().unwrap().port());
        let tls = RustlsConfig::from_config(tls);
        let server = axum_server::from_tcp_rustls(listener, tls).unwrap();
        let server = tokio::spawn(async move {
            server.serve(router.into_make_service()).await.unwrap();
        });
        Self { url, world, server }
    }

    /// The origin, without a trailing slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// From now on these rows are all there is; an asked id without a row is answered by nothing.
    pub fn set_rows(&self, rows: impl IntoIterator<Item = Value>) {
        self.world.script.lock().unwrap().rows = Some(rows.into_iter().collect());
    }

    /// Queues one misbehaviour for the next request that has none yet.
    pub fn next(&self, misbehave: impl Into<Misbehave>) {
        let mut script = self.world.script.lock().unwrap();
        script.queue.push_back(misbehave.into());
    }

    /// What happens whenever the queue is empty; `None` for good behaviour.
    pub fn always(&self, misbehave: impl Into<Option<Misbehave>>) {
        self.world.script.lock().unwrap().always = misbehave.into();
    }

    /// Every request so far, preflights too.
    pub fn log(&self) -> Vec<RecordedRequest> {
        self.world.log.all()
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

async fn handle(State(world): State<World>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let recorded = world.log.record(&parts);
    if parts.method == Method::OPTIONS {
        return cors::preflight();
    }
    let (misbehave, rows) = {
        let mut script = world.script.lock().unwrap();
        let misbehave = script.queue.pop_front().or_else(|| script.always.clone());
        (misbehave, script.rows.clone())
    };
    let good = answer::to(&recorded, &world.key, rows);
    match misbehave {
        Some(misbehave) => misbehave::instead_of(good, misbehave).await,
        None => good.into_response(),
    }
}
