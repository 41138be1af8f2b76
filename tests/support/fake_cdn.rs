//! TikTok's servers for a page, over TLS: the clips' CDN, the covers' bucket, the embedded player.
//!
//! The browser maps TikTok's host names to this server, so that URLs have their real form. The
//! certificate is self-signed, and the browser is told to accept it.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, HOST, RANGE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum_server::tls_rustls::RustlsConfig;
use tokio::task::JoinHandle;

use super::covers;
use super::latch::Latch;
use super::recorded::{Log, RecordedRequest};

/// A small picture with the proportions of a cover.
const COVER: &[u8] = include_bytes!("../fixtures/cover.png");

/// A running fake. Stops when dropped.
pub struct FakeCdn {
    port: u16,
    state: AppState,
    server: JoinHandle<()>,
}

#[derive(Clone)]
struct AppState {
    log: Log,
    clip: Arc<Vec<u8>>,
    covers: Arc<AtomicU16>,
    only_signed: Arc<AtomicBool>,
    clips: Arc<AtomicU16>,
    cover_latch: Arc<Mutex<Option<Latch>>>,
}

impl FakeCdn {
    /// `clip` is the body of every clip. The status of covers and clips is 200 until it is changed.
    pub async fn start(clip: Vec<u8>) -> Self {
        let state = AppState {
            log: Log::default(),
            clip: Arc::new(clip),
            covers: Arc::new(AtomicU16::new(200)),
            only_signed: Arc::default(),
            clips: Arc::new(AtomicU16::new(200)),
            cover_latch: Arc::default(),
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let app = Router::new()
            .fallback(handle)
            .with_state(state.clone())
            .into_make_service_with_connect_info::<SocketAddr>();
        let server = axum_server::from_tcp_rustls(listener, certificate().await).unwrap();
        let server = tokio::spawn(async move { server.serve(app).await.unwrap() });
        Self {
            port,
            state,
            server,
        }
    }

    /// The origin by IP address, for browsers that cannot map host names.
    pub fn url(&self) -> String {
        format!("https://127.0.0.1:{}", self.port)
    }

    /// Chromium's `--host-resolver-rules`: TikTok's hosts resolve to this server, others do not resolve.
    pub fn host_rules(&self) -> String {
        let port = self.port;
        let hosts = ["*.tiktokcdn-us.com", "*.tiktok.com", "*.volces.com"];
        let mapped = hosts.map(|host| format!("MAP {host} 127.0.0.1:{port}"));
        format!("{}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", mapped.join(", "))
    }

    /// Sets the status of covers.
    pub fn covers(&self, status: u16) {
        self.state.covers.store(status, Ordering::SeqCst);
    }

    /// From now on the bucket refuses covers whose address is not signed, with 403, as the real one does.
    pub fn only_signed_covers(&self) {
        self.state.only_signed.store(true, Ordering::SeqCst);
    }

    /// Covers wait at the latch from now on. Their status is read when it opens.
    pub fn hold_covers(&self, latch: Latch) {
        *self.state.cover_latch.lock().unwrap() = Some(latch);
    }

    /// Sets the status of clips.
    pub fn clips(&self, status: u16) {
        self.state.clips.store(status, Ordering::SeqCst);
    }

    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.state.log.all()
    }

    /// The requests to hosts whose name contains `host`.
    pub fn requests_to(&self, host: &str) -> Vec<RecordedRequest> {
        let mut requests = self.requests();
        requests.retain(|request| {
            request
                .header("host")
                .is_some_and(|name| name.contains(host))
        });
        requests
    }
}

impl Drop for FakeCdn {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn certificate() -> RustlsConfig {
    let names = ["127.0.0.1", "*.tiktok.com", "*.volces.com"].map(str::to_owned);
    let made = rcgen::generate_simple_self_signed(names).unwrap();
    let key = made.signing_key.serialize_der();
    // Fails if another server of this process has installed it, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    RustlsConfig::from_der(vec![made.cert.der().to_vec()], key)
        .await
        .unwrap()
}

async fn handle(State(state): State<AppState>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    // HTTP/2 has the host in the URI. It is recorded as the header that HTTP/1 has.
    if let Some(host) = parts.uri.host() {
        let host = host.parse().unwrap();
        parts.headers.entry(HOST).or_insert(host);
    }
    let asked = state.log.record(&parts);
    let host = asked.header("host").unwrap_or_default();
    if host.ends_with("volces.com") || asked.path.ends_with(".png") {
        let latch = state.cover_latch.lock().unwrap().clone();
        if let Some(latch) = latch {
            latch.wait().await;
        }
        let address = format!("https://{host}{}?{}", asked.path, asked.raw_query);
        let needs_signature = state.only_signed.load(Ordering::SeqCst);
        if host.ends_with("volces.com") && needs_signature && !covers::is_signed(&address) {
            return plain(&AtomicU16::new(403), "application/json", Vec::new());
        }
        return plain(&state.covers, "image/png", COVER.to_vec());
    }
    if host.ends_with("tiktok.com") {
        let page = b"<!doctype html><title>Player</title><p>The player".to_vec();
        return plain(&AtomicU16::new(200), "text/html", page);
    }
    let status = StatusCode::from_u16(state.clips.load(Ordering::SeqCst)).unwrap();
    if status.is_success() {
        return clip(&parts.headers, &state.clip);
    }
    plain(&state.clips, "text/plain", Vec::new())
}

fn plain(status: &AtomicU16, content_type: &str, body: Vec<u8>) -> Response {
    let status = StatusCode::from_u16(status.load(Ordering::SeqCst)).unwrap();
    let body = if status.is_success() {
        body
    } else {
        Vec::new()
    };
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, content_type)
        .header(CACHE_CONTROL, "no-store")
        .body(Body::from(body))
        .unwrap()
}

/// The clip, or the requested range of it. WebKit plays nothing without ranges.
fn clip(headers: &HeaderMap, clip: &[u8]) -> Response {
    let last = clip.len() - 1;
    let builder = Response::builder()
        .header(CONTENT_TYPE, "video/mp4")
        .header(ACCEPT_RANGES, "bytes");
    match headers
        .get(RANGE)
        .and_then(|range| part(range.to_str().ok()?, last))
    {
        None => builder.body(Body::from(clip.to_vec())),
        Some((from, to)) => builder
            .status(StatusCode::PARTIAL_CONTENT)
            .header(CONTENT_RANGE, format!("bytes {from}-{to}/{}", clip.len()))
            .body(Body::from(clip[from..=to].to_vec())),
    }
    .unwrap()
}

/// `bytes=a-b` and `bytes=a-`, the only forms that players send.
fn part(range: &str, last: usize) -> Option<(usize, usize)> {
    let (from, to) = range.strip_prefix("bytes=")?.split_once('-')?;
    let from = from.parse().ok()?;
    let to = to.parse().unwrap_or(last).min(last);
    (from <= to).then_some((from, to))
}
