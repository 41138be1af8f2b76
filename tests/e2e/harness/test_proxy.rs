//! A proxy between the browser and the site, which is `clipcart-serve` or a proxy of `deploy/`. It
//! adds a script to the page that records problems from the start on. It can delay a file with a
//! latch, drop it, fail it once, or change one byte of it. Headers pass unchanged, the policy included.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use clipcart_serve::{Key, Options, Proxy, Running, serve};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::support::hosts::{Host, dist};
use crate::support::http;
use crate::support::latch::Latch;
use crate::support::recorded::{Log, RecordedRequest};

const ANY_PORT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
const WATCH_PATH: &str = "/watch-for-tests.js";
const WATCH: &str = include_str!("watch.js");

/// The running proxy. Stops when dropped.
pub struct TestProxy {
    url: String,
    state: AppState,
    server: JoinHandle<()>,
    _behind: Behind,
}

/// The server behind it, which stops with it.
enum Behind {
    Local(Running),
    Host(Host),
}

impl Behind {
    /// The origin, without a trailing slash.
    fn url(&self) -> String {
        match self {
            Self::Local(server) => format!("http://{}", server.address()),
            Self::Host(host) => host.url().to_owned(),
        }
    }
}

#[derive(Clone)]
struct AppState {
    behind: String,
    client: reqwest::Client,
    log: Log,
    holds: Arc<Mutex<Vec<(String, Latch)>>>,
    lost: Arc<Mutex<Vec<String>>>,
    failing: Arc<Mutex<Vec<String>>>,
    untyped: Arc<Mutex<Vec<String>>>,
    changed: Arc<Mutex<Option<&'static str>>>,
}

impl TestProxy {
    /// Serves the build under `prefix` with this `config.json` and a policy that allows `api`.
    /// `proxied` is the upstream and the key of the server's own proxy.
    pub async fn start(
        prefix: &str,
        config: Option<String>,
        api: &str,
        proxied: Option<(&str, &str)>,
    ) -> Self {
        let mut options = Options::new(dist());
        options.prefix = prefix.to_owned();
        options.config = config;
        options.api_origin = Some(api.to_owned());
        // No journey may reach TikTok.
        options.links_base = Some(api.to_owned());
        options.proxy = proxied.map(|(base, key)| Proxy {
            base: base.to_owned(),
            key: Key::new(key).unwrap(),
        });
        let behind = serve(options, ANY_PORT)
            .await
            .unwrap_or_else(|error| panic!("the site cannot be served: {error}"));
        Self::before(Behind::Local(behind)).await
    }

    /// The same for a proxy of `deploy/`, which serves the build itself.
    pub async fn hosted(host: Host) -> Self {
        Self::before(Behind::Host(host)).await
    }

    async fn before(behind: Behind) -> Self {
        let state = AppState {
            behind: behind.url(),
            client: http::client(),
            log: Log::default(),
            holds: Arc::default(),
            lost: Arc::default(),
            failing: Arc::default(),
            untyped: Arc::default(),
            changed: Arc::default(),
        };
        let router = Router::new().fallback(pass).with_state(state.clone());
        let listener = TcpListener::bind(ANY_PORT).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self {
            url,
            state,
            server,
            _behind: behind,
        }
    }

    /// The origin, without a trailing slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Files whose path contains `part` wait at the latch from now on.
    pub fn hold(&self, part: &str, latch: Latch) {
        let mut holds = self.state.holds.lock().unwrap();
        holds.push((part.to_owned(), latch));
    }

    /// Files whose path contains `part` are 404 from now on.
    pub fn lose(&self, part: &str) {
        self.state.lost.lock().unwrap().push(part.to_owned());
    }

    /// Files that were lost are there again, and files that were changed are as published.
    pub fn restore(&self) {
        self.state.lost.lock().unwrap().clear();
        *self.state.changed.lock().unwrap() = None;
    }

    /// Files whose path contains `part` have no type that says what they are, from now on.
    pub fn untyped(&self, part: &str) {
        self.state.untyped.lock().unwrap().push(part.to_owned());
    }

    /// The next file whose path contains `part` fails with a 503.
    pub fn fail_once(&self, part: &str) {
        self.state.failing.lock().unwrap().push(part.to_owned());
    }

    /// Changes one byte of the file that contains `word`, from now on: the case of the word's first
    /// letter. Choose a word from a text, so that the file would still run.
    pub fn tamper(&self, word: &'static str) {
        *self.state.changed.lock().unwrap() = Some(word);
    }

    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.state.log.all()
    }
}

impl Drop for TestProxy {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn pass(State(state): State<AppState>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    if parts.uri.path() == WATCH_PATH {
        return Response::builder()
            .header(CONTENT_TYPE, "text/javascript")
            .body(Body::from(WATCH))
            .unwrap();
    }
    let asked = state.log.record(&parts);
    let latch = {
        let holds = state.holds.lock().unwrap();
        let held = holds.iter().find(|(part, _)| asked.path.contains(part));
        held.map(|(_, latch)| latch.clone())
    };
    if let Some(latch) = latch {
        latch.wait().await;
    }
    let is_asked = |part: &String| asked.path.contains(part);
    if state.lost.lock().unwrap().iter().any(is_asked) {
        return (StatusCode::NOT_FOUND, "not there").into_response();
    }
    if take(&state.failing, is_asked) {
        return (StatusCode::SERVICE_UNAVAILABLE, "later").into_response();
    }
    // Only a file that is changed here has to arrive uncompressed.
    let changed = *state.changed.lock().unwrap();
    let is_page = asked.path.ends_with('/') || asked.path.ends_with(".html");
    if is_page || changed.is_some() {
        parts.headers.remove(ACCEPT_ENCODING);
    }
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let answer = state
        .client
        .request(parts.method, format!("{}{path}", state.behind))
        .headers(parts.headers)
        .send()
        .await
        .unwrap();
    let mut response = Response::builder().status(answer.status());
    let headers = response.headers_mut().unwrap();
    headers.extend(answer.headers().clone());
    if state.untyped.lock().unwrap().iter().any(is_asked) {
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        );
    }
    let is_page = headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if let (Some(word), false) = (changed, is_page) {
        let mut body = answer.bytes().await.unwrap().to_vec();
        let word = word.as_bytes();
        if let Some(place) = body.windows(word.len()).position(|here| here == word) {
            body[place] ^= 0x20;
        }
        return response.body(Body::from(body)).unwrap();
    }
    if !is_page {
        return response
            .body(Body::from_stream(answer.bytes_stream()))
            .unwrap();
    }
    headers.remove(CONTENT_LENGTH);
    headers.remove(ETAG);
    let page = answer.text().await.unwrap();
    response.body(Body::from(watched(&page))).unwrap()
}

/// Removes the first such entry. Returns whether there was one.
fn take(entries: &Mutex<Vec<String>>, is_such: impl Fn(&String) -> bool) -> bool {
    let mut entries = entries.lock().unwrap();
    let found = entries.iter().position(is_such);
    found.map(|index| entries.remove(index)).is_some()
}

/// The page with the recording script first in its head.
fn watched(page: &str) -> String {
    let head = page.find("<head>").expect("a page with <head>") + "<head>".len();
    let (before, after) = page.split_at(head);
    format!("{before}<script src=\"{WATCH_PATH}\"></script>{after}")
}
