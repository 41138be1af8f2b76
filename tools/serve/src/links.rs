//! TikTok's short links: one request to a host from a fixed list, whose redirect is read and not followed. The rules are
//! those of `deploy/proxy/links.js`.
//!
//! Nothing of the client's request but the link's path goes out, and no key.

use crate::answer::Answer;
use crate::options;
use axum::http::{StatusCode, header};
use reqwest::{Client, redirect};
use std::io;
use std::time::Duration;

/// Below the page's own 30 s, so that this server's message arrives.
const TIMEOUT: Duration = Duration::from_secs(25);

/// TikTok does not answer programs that say that they are one.
const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
    Chrome/142.0.0.0 Safari/537.36";

/// As a link begins, percent-encoded, and the host to request. tiktok.com itself would only redirect to www.tiktok.com.
const HOSTS: [(&str, &str); 4] = [
    ("vm.tiktok.com%2F", "vm.tiktok.com"),
    ("vt.tiktok.com%2F", "vt.tiktok.com"),
    ("tiktok.com%2Ft%2F", "www.tiktok.com"),
    ("www.tiktok.com%2Ft%2F", "www.tiktok.com"),
];

const PREFIX: &str = "link=https%3A%2F%2F";
const MAX_LENGTH: usize = 200;

/// The canonical form of a query with one short link: without a slash at its end.
pub(crate) fn canonical(query: &str) -> Result<String, String> {
    let link = query.strip_prefix(PREFIX).unwrap_or_default();
    let link = link.strip_suffix("%2F").unwrap_or(link);
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_safe);
    let path = HOSTS.iter().find_map(|(start, _)| link.strip_prefix(start));
    if query.len() <= MAX_LENGTH && path.is_some_and(|path| path.split("%2F").all(is_part)) {
        return Ok(format!("{PREFIX}{link}"));
    }
    Err("link must be one short link of TikTok, percent-encoded, without a query".to_owned())
}

/// Resolves short links.
pub(crate) struct Links {
    client: Client,
    /// Replaces TikTok's hosts: `<base>/vm.tiktok.com/…`.
    base: Option<String>,
}

impl Links {
    pub(crate) fn new(base: Option<&str>) -> io::Result<Self> {
        // Fails only if a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(TIMEOUT)
            .user_agent(BROWSER);
        if let Some(base) = base
            && options::is_loopback(&options::endpoint(base, "/")?)
        {
            builder = builder.no_proxy();
        }
        Ok(Self {
            client: builder.build().map_err(io::Error::other)?,
            base: base.map(|base| base.trim_end_matches('/').to_owned()),
        })
    }

    /// Responds to a query in its canonical form.
    pub(crate) async fn resolve(&self, query: &str) -> Answer {
        let (host, path) = target(query);
        let url = match &self.base {
            Some(base) => format!("{base}/{host}{path}"),
            None => format!("https://{host}{path}"),
        };
        let request = self.client.get(url).header(header::ACCEPT, "text/html");
        match request.send().await {
            // The body is not read.
            Ok(answer) => {
                let header = |name| answer.headers().get(name);
                let location = header(header::LOCATION).and_then(|value| value.to_str().ok());
                classify(query, answer.status(), location.unwrap_or_default())
                    .with_retry_after(header(header::RETRY_AFTER))
            }
            Err(problem) if problem.is_timeout() => Answer::failure(
                StatusCode::GATEWAY_TIMEOUT,
                "TikTok did not respond in time",
            ),
            Err(_) => Answer::failure(
                StatusCode::BAD_GATEWAY,
                "TikTok could not be reached, or the connection broke",
            ),
        }
    }
}

/// The host to request for a canonical query, and the path with its leading slash.
fn target(query: &str) -> (&'static str, String) {
    let link = query.strip_prefix(PREFIX).unwrap_or_default();
    let known = HOSTS.iter().find(|(start, _)| link.starts_with(start));
    let host = known.map_or(HOSTS[0].1, |(_, host)| host);
    let path = link.split_once("%2F").map_or("", |(_, path)| path);
    (host, format!("/{}", path.replace("%2F", "/")))
}

fn classify(query: &str, status: StatusCode, location: &str) -> Answer {
    match status.as_u16() {
        429 => {
            let message = "TikTok received too many requests from this proxy; wait a moment";
            return Answer::failure(StatusCode::TOO_MANY_REQUESTS, message);
        }
        404 | 410 => {
            return no_video(query, "TikTok does not know this link");
        }
        300..=399 if !location.is_empty() => {}
        _ => {
            let message = "TikTok did not say where this link leads";
            return Answer::failure(StatusCode::BAD_GATEWAY, message);
        }
    }
    let Some(path) = path_at_tiktok(location) else {
        let message = "this link leads to another site than TikTok";
        return Answer::failure(StatusCode::BAD_GATEWAY, message);
    };
    let Some((id, url)) = video(path) else {
        return no_video(query, "this link leads to no video");
    };
    let data = serde_json::json!({ "link": decode(query), "video_id": id, "url": url });
    let body = serde_json::json!({ "code": 0, "message": "success", "data": data });
    Answer::new(StatusCode::OK, body.to_string(), true)
}

/// That a link has no video. Its `data` names the link, which tells it from the 404 of a server without this path.
fn no_video(query: &str, message: &str) -> Answer {
    let data = serde_json::json!({ "link": decode(query) });
    let body = serde_json::json!({ "code": 404, "message": message, "data": data });
    Answer::new(StatusCode::NOT_FOUND, body.to_string(), false)
}

/// The link in a canonical query.
fn decode(query: &str) -> String {
    let link = query.trim_start_matches(PREFIX).replace("%2F", "/");
    format!("https://{link}")
}

/// The path of an https address at TikTok, without its query. A path alone stays there.
fn path_at_tiktok(location: &str) -> Option<&str> {
    let before_query = location.split(['?', '#']).next()?;
    if before_query.contains('\\') || before_query.starts_with("//") {
        return None;
    }
    if before_query.starts_with('/') {
        return Some(before_query);
    }
    let scheme = before_query.get(..8)?;
    let rest = &before_query[8..];
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = host.to_ascii_lowercase();
    let is_tiktok = ["tiktok.com", "tiktokv.com"].iter().any(|site| {
        let before = host.strip_suffix(site);
        before.is_some_and(|before| before.is_empty() || is_subdomain(before))
    });
    (scheme.eq_ignore_ascii_case("https://") && is_tiktok).then_some(path)
}

/// Names that each end with a dot: neither a user nor a port.
fn is_subdomain(text: &str) -> bool {
    let is_name = |name: &str| {
        let is_valid = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !name.is_empty() && name.bytes().all(is_valid)
    };
    text.strip_suffix('.')
        .is_some_and(|names| names.split('.').all(is_name))
}

/// The video that a path is about: its id, and its address in the usual form.
fn video(path: &str) -> Option<(&str, String)> {
    let parts: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
    let usual = |user, kind, id| format!("https://www.tiktok.com/@{user}/{kind}/{id}");
    match parts[..] {
        // These do not name the user. TikTok finds the video by its id.
        ["share", "video", id] | ["share", "video", id, ""] => {
            is_id(id).then(|| (id, usual("_", "video", id)))
        }
        ["v", file] => {
            let id = file.strip_suffix(".html").filter(|id| is_id(id))?;
            Some((id, usual("_", "video", id)))
        }
        [user, kind @ ("video" | "photo"), id] | [user, kind @ ("video" | "photo"), id, ""] => {
            let user = user.strip_prefix('@').filter(|user| is_user(user))?;
            let user = if user.is_empty() { "_" } else { user };
            is_id(id).then(|| (id, usual(user, kind, id)))
        }
        _ => None,
    }
}

fn is_user(user: &str) -> bool {
    let is_valid = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    user.len() <= 64 && user.bytes().all(is_valid)
}

fn is_id(id: &str) -> bool {
    (15..=20).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit())
}
