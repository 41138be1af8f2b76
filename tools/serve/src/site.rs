//! The built files: their types and caching, the page with its policy, and `config.json`.

use crate::options::Options;
use crate::rules::Call;
use crate::{policy, reply};
use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use serde_json::{Map, Value};
use std::io;
use std::path::PathBuf;
use tower_http::services::ServeDir;

pub(crate) struct Site {
    dist: PathBuf,
    files: ServeDir,
    config: Option<String>,
    /// The path of the proxy, or of where it would be.
    api_base: String,
    has_proxy: bool,
    /// For `config.json`: the paths below the proxy's, or nothing for a call that is off.
    covers: &'static str,
    products: &'static str,
    links: &'static str,
    api_origin: Option<String>,
}

impl Site {
    pub(crate) fn new(options: &Options) -> Self {
        let path = |is_on: bool, call: Call| if is_on { call.path() } else { "" };
        let files = ServeDir::new(&options.dist).append_index_html_on_directories(false);
        Self {
            dist: options.dist.clone(),
            files: files.precompressed_br().precompressed_gzip(),
            config: options.config.clone(),
            api_base: format!("{}api", options.prefix),
            has_proxy: options.proxy.is_some(),
            covers: path(options.covers_path.is_some(), Call::Covers),
            products: path(options.products_path.is_some(), Call::Products),
            links: path(options.resolve, Call::Links),
            api_origin: options.api_origin.clone(),
        }
    }

    /// The page as it is sent. Read each time, so that a new build shows after a reload.
    pub(crate) async fn page(&self) -> io::Result<String> {
        let page = tokio::fs::read_to_string(self.dist.join("index.html")).await?;
        Ok(match &self.api_origin {
            Some(origin) => policy::with_api_origin(page, origin),
            None => page,
        })
    }

    /// Responds for a path below the prefix, without its leading slash.
    pub(crate) async fn answer(
        &self,
        path: &str,
        page: &str,
        request: Request<Body>,
    ) -> Response<Body> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut refusal = reply::plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n");
            refusal
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return refusal;
        }
        match path {
            "" | "index.html" => {
                reply::text(StatusCode::OK, "text/html; charset=utf-8", page.to_owned())
            }
            "config.json" => match self.config().await {
                Some(config) => reply::text(StatusCode::OK, "application/json", config),
                None => self.file(path, request).await,
            },
            _ => self.file(path, request).await,
        }
    }

    /// `config.json`, if it differs from the file.
    async fn config(&self) -> Option<String> {
        if self.config.is_some() && !self.has_proxy {
            return self.config.clone();
        }
        let written = match &self.config {
            Some(config) => config.clone(),
            None => tokio::fs::read_to_string(self.dist.join("config.json"))
                .await
                .unwrap_or_else(|_| "{}".into()),
        };
        // A malformed one is sent unchanged: the page explains the mistake.
        let Ok(Value::Object(mut config)) = serde_json::from_str(&written) else {
            return Some(written);
        };
        if self.has_proxy {
            self.point_to_the_proxy(&mut config);
        } else if !self.links.is_empty()
            && config.get("api").is_none_or(|api| api["mode"] == "direct")
        {
            // In direct mode a path of this server, not one below the API's base.
            let links = format!("{}{}", self.api_base, self.links);
            config.insert("links".into(), links.into());
        }
        Some(Value::Object(config).to_string())
    }

    fn point_to_the_proxy(&self, config: &mut Map<String, Value>) {
        let api = serde_json::json!({ "mode": "proxy", "base": self.api_base });
        config.insert("api".into(), api);
        config.insert("covers".into(), self.covers.into());
        config.insert("products".into(), self.products.into());
        config.insert("links".into(), self.links.into());
        // Credits are spent by a click on this page, not by a link from another one.
        if self.config.is_none() {
            config.insert("auto_run".into(), false.into());
        }
    }

    async fn file(&self, path: &str, request: Request<Body>) -> Response<Body> {
        let (mut parts, body) = request.into_parts();
        let Ok(uri) = format!("/{path}").parse::<Uri>() else {
            return reply::plain(StatusCode::BAD_REQUEST, "not a path\n");
        };
        parts.uri = uri;
        let found = self
            .files
            .clone()
            .try_call(Request::from_parts(parts, body))
            .await;
        let mut response = match found {
            Ok(found) if found.status() == StatusCode::NOT_FOUND => {
                reply::plain(StatusCode::NOT_FOUND, "not found\n")
            }
            Ok(found) => found.map(Body::new),
            Err(_) => reply::plain(
                StatusCode::INTERNAL_SERVER_ERROR,
                "the file could not be read\n",
            ),
        };
        let lasting = response.status().is_success() && is_hashed(path);
        let keep = if lasting {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        response
    }
}

/// Whether the name has a hash of the contents: `clipcart-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    // Trunk writes its hash without leading zeros, so that it may have fewer than sixteen digits.
    let is_hash = |tail: &str| {
        (12..=16).contains(&tail.len())
            && tail.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    };
    stem.rsplit_once('-').is_some_and(|(_, tail)| is_hash(tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_kept() {
        for (path, hashed) in [
            ("clipcart-bab6f8c07d59a1f6_bg.wasm", true),
            ("clipcart-bab6f8c07d59a1f6.js", true),
            ("clipcart-ab6f8c07d59a1f6.css", true),
            ("index.html", false),
            ("boot.js", false),
            ("sample/page-1.json", false),
            ("sample/clip-deadbeef.mp4", false),
            ("export_loader.js", false),
        ] {
            assert_eq!(is_hashed(path), hashed, "{path}");
        }
    }
}
