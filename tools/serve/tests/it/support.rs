//! A little build to serve and a little upstream that writes down what reaches it.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::any};
use clipcart_serve::{Clock, Key, Options, Proxy, Running, serve};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, UNIX_EPOCH};
use tempfile::TempDir;
use tokio::sync::watch;

pub const LOCAL: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 0);
pub const CANARY: &str = "sk-canary-7f3a";
pub const ENDPOINT: &str = "api/v1/tiktok/video/products/analytics";
/// The endpoint with a query.
pub const QUERY: &str =
    "api/v1/tiktok/video/products/analytics?video_ids=777&page_num=1&page_size=10";
pub const COVERS: &str = "api/v1/tiktok/covers/batch/download?cover_urls=\
    https%3A%2F%2Fechosell-images.tos-ap-southeast-1.volces.com%2Fa.jpeg";
pub const PRODUCTS: &str = "api/v1/tiktok/product/detail/analytics?product_ids=2,1";
pub const LINK: &str = "api/resolve?link=https%3A%2F%2Fvm.tiktok.com%2FZMabc%2F";
pub const PAGE: &str = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" \
    content=\"default-src 'none'; connect-src 'self' https://api.keyapi.ai\"><p>page</p>";

/// A build with one file of each kind.
pub fn dist() -> TempDir {
    let dist = tempfile::tempdir().unwrap();
    for (name, body) in [
        ("index.html", PAGE),
        ("boot.js", "// boot"),
        ("clipcart-0123456789abcdef_bg.wasm", "\0asm"),
        ("clipcart-0123456789abcdef.css", "a{}"),
        ("sample/clip.mp4", "0123456789"),
        (
            "config.json",
            r#"{"api":{"mode":"direct","base":"https://api.keyapi.ai"},"auto_run":true}"#,
        ),
        ("packed.js", "plain"),
        ("packed.js.br", "brotli"),
    ] {
        let path = dist.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, body).unwrap();
    }
    dist
}

/// What an upstream answers, and what it saw.
#[derive(Clone)]
pub struct Upstream {
    pub base: String,
    pub seen: Arc<Mutex<Vec<(String, HeaderMap)>>>,
    is_open: watch::Sender<bool>,
}

impl Upstream {
    pub async fn start(status: StatusCode, body: &str) -> Self {
        Self::start_with(status, &[], body.as_bytes().to_vec()).await
    }

    /// With more headers.
    pub async fn start_with(
        status: StatusCode,
        more: &'static [(HeaderName, &'static str)],
        body: Vec<u8>,
    ) -> Self {
        let listener = tokio::net::TcpListener::bind(LOCAL).await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let upstream = Self {
            base,
            seen: Arc::default(),
            is_open: watch::Sender::new(true),
        };
        let answer = move |State(upstream): State<Upstream>, request: Request| async move {
            let seen = (request.uri().to_string(), request.headers().clone());
            upstream.seen.lock().unwrap().push(seen);
            let mut is_open = upstream.is_open.subscribe();
            is_open.wait_for(|is_open| *is_open).await.unwrap();
            let headers = [
                (header::CONTENT_TYPE, "application/json"),
                (header::RETRY_AFTER, "7"),
                (header::SET_COOKIE, "a=b"),
                (header::LOCATION, "http://127.0.0.1:1/elsewhere"),
            ];
            let mut response: Response = (status, headers, body).into_response();
            for (name, value) in more {
                let value = HeaderValue::from_static(value);
                response.headers_mut().insert(name, value);
            }
            response
        };
        let app = Router::new()
            .fallback(any(answer))
            .with_state(upstream.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        upstream
    }

    pub fn proxy(&self) -> Option<Proxy> {
        Some(Proxy {
            base: self.base.clone(),
            key: Key::new(CANARY).unwrap(),
        })
    }

    /// Answers nothing until it is released.
    pub fn hold(&self) {
        self.is_open.send_replace(false);
    }

    pub fn release(&self) {
        self.is_open.send_replace(true);
    }

    pub fn calls(&self) -> usize {
        self.seen.lock().unwrap().len()
    }
}

/// A time that the test sets.
#[derive(Clone, Default)]
pub struct TestClock {
    seconds: Arc<AtomicU64>,
    readings: Arc<AtomicUsize>,
}

impl TestClock {
    /// Seconds since 1970.
    pub fn set(&self, seconds: u64) {
        self.seconds.store(seconds, Ordering::Relaxed);
    }

    pub fn clock(&self) -> Clock {
        let TestClock { seconds, readings } = self.clone();
        Clock::new(move || {
            readings.fetch_add(1, Ordering::Relaxed);
            UNIX_EPOCH + Duration::from_secs(seconds.load(Ordering::Relaxed))
        })
    }

    /// Waits until this many requests have arrived at the cache, which reads the time for each, while one of them is at the
    /// upstream, for which the limits read it.
    pub async fn until_arrived(&self, requests: usize) {
        until("all requests arrive", || {
            self.readings.load(Ordering::Relaxed) > requests
        })
        .await;
    }
}

/// Waits for a condition.
pub async fn until(what: &str, condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < Duration::from_secs(60), "until {what}");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Serves a fresh build with these options; the folder lives as long as the pair.
pub async fn served(change: impl FnOnce(&mut Options)) -> (Running, TempDir) {
    let dist = dist();
    let mut options = Options::new(dist.path());
    change(&mut options);
    (serve(options, LOCAL).await.unwrap(), dist)
}

pub fn client() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}
