//! A little build to serve and a little upstream that writes down what reaches it.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::any};
use clipcart_serve::{Key, Options, Proxy, Running, serve};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

pub const LOCAL: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 0);
pub const CANARY: &str = "sk-canary-7f3a";
pub const ENDPOINT: &str = "api/v1/tiktok/video/products/analytics";
/// The endpoint with a query.
pub const QUERY: &str =
    "api/v1/tiktok/video/products/analytics?video_ids=777&page_num=1&page_size=10";
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
        };
        let answer = move |State(upstream): State<Upstream>, request: Request| async move {
            let seen = (request.uri().to_string(), request.headers().clone());
            upstream.seen.lock().unwrap().push(seen);
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

    pub fn calls(&self) -> usize {
        self.seen.lock().unwrap().len()
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
