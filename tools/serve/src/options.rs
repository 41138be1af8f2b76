//! What to serve. Every mistake in the options is an `InvalidInput` error before anything listens.

use crate::clock::Clock;
use crate::key::Key;
use crate::rules::Call;
use reqwest::Url;
use std::io;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

/// KeyAPI's address, and the origin that the page's policy names.
pub const DEFAULT_API: &str = "https://api.keyapi.ai";

/// What to serve, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The built site: the folder with `index.html`.
    pub dist: PathBuf,
    /// The path that the site lives under, with a slash at both ends: `/` or `/tools/clipcart/`.
    pub prefix: String,
    /// Replaces the body of `config.json`, unchanged, well-formed or not.
    pub config: Option<String>,
    /// Adds a proxy at `<prefix>api` and makes `config.json` point to it.
    pub proxy: Option<Proxy>,
    /// The path at the API that signs covers; none if that is off. It needs the proxy, as the next does.
    pub covers_path: Option<String>,
    /// The path at the API that names products; none if that is off.
    pub products_path: Option<String>,
    /// Resolves TikTok's short links at `<prefix>api/resolve`, also without a proxy.
    pub resolve: bool,
    /// Replaces TikTok's hosts of short links, for tests: `<base>/vm.tiktok.com/…`.
    pub links_base: Option<String>,
    /// Replaces `https://api.keyapi.ai` in the page's policy, for a deployment with another API origin.
    pub api_origin: Option<String>,
    pub cache_times: CacheTimes,
    pub limits: Limits,
    /// For the ages of cached responses and the days of the limits.
    pub clock: Clock,
}

/// How long the responses to each call are reused. Links lead to the same video for good.
#[derive(Debug, Clone, Copy)]
pub struct CacheTimes {
    pub analytics: Duration,
    pub covers: Duration,
    pub products: Duration,
}

impl Default for CacheTimes {
    /// Those of the proxies for teams. Clips work for about six hours, signed covers for 24.
    fn default() -> Self {
        Self {
            analytics: Duration::from_hours(1),
            covers: Duration::from_hours(20),
            products: Duration::from_hours(24),
        }
    }
}

/// How many requests go out at most. Searches and names of products count together, as both cost credits.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Of credits, of covers and of links, each.
    pub per_minute: NonZeroU32,
    pub daily_credits: Option<u32>,
    pub daily_covers: Option<u32>,
    pub daily_links: Option<u32>,
}

impl Default for Limits {
    /// Those of the proxies for teams, but for the credits: whose key this is sees the price of each request beforehand,
    /// and a run of ten thousand ids takes more than a thousand.
    fn default() -> Self {
        Self {
            per_minute: NonZeroU32::new(60).unwrap_or(NonZeroU32::MIN),
            daily_credits: None,
            daily_covers: Some(2000),
            daily_links: Some(2000),
        }
    }
}

/// The upstream of the server's proxy.
#[derive(Debug, Clone)]
pub struct Proxy {
    /// Where `/v1/…` begins; with or without a trailing slash.
    pub base: String,
    pub key: Key,
}

impl Options {
    /// The site in `dist`, at the root, as it was built.
    pub fn new(dist: impl Into<PathBuf>) -> Self {
        Self {
            dist: dist.into(),
            prefix: "/".into(),
            config: None,
            proxy: None,
            covers_path: Some(Call::Covers.path().into()),
            products_path: Some(Call::Products.path().into()),
            resolve: true,
            links_base: None,
            api_origin: None,
            cache_times: CacheTimes::default(),
            limits: Limits::default(),
            clock: Clock::default(),
        }
    }

    pub(crate) fn check(&self) -> io::Result<()> {
        let index = self.dist.join("index.html");
        if !index.is_file() {
            let message = format!(
                "{} isn't there: build the site first (make build)",
                index.display()
            );
            return Err(io::Error::new(io::ErrorKind::NotFound, message));
        }
        if !(self.prefix.starts_with('/') && self.prefix.ends_with('/')) {
            return Err(invalid(format!(
                "the prefix {:?} must begin and end with a slash",
                self.prefix
            )));
        }
        for path in [&self.covers_path, &self.products_path]
            .into_iter()
            .flatten()
        {
            if !is_path(path) {
                return Err(invalid(format!("{path:?} is no path at the API")));
            }
        }
        if let Some(origin) = &self.api_origin
            && Url::parse(origin)
                .map(|url| url.origin().ascii_serialization())
                .as_ref()
                != Ok(origin)
        {
            return Err(invalid(format!(
                "{origin:?} is no origin, such as https://api.example.org"
            )));
        }
        Ok(())
    }
}

impl Proxy {
    /// The address of one API path.
    pub(crate) fn endpoint(&self, path: &str) -> io::Result<Url> {
        endpoint(&self.base, path)
    }
}

/// The address of a path below a base. Only https, or http to this machine, so that nothing travels in clear.
pub(crate) fn endpoint(base: &str, path: &str) -> io::Result<Url> {
    let text = format!("{}{path}", base.trim_end_matches('/'));
    let url = Url::parse(&text)
        .map_err(|problem| invalid(format!("the API address {base:?}: {problem}")))?;
    let secret = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
    if !secret {
        return Err(invalid(format!("the API address {base:?} must be https")));
    }
    if !url.username().is_empty()
        || url.password().is_some()
        || url.query().is_some()
        || url.fragment().is_some()
    {
        return Err(invalid(
            "the API address must have no user name, query or fragment".into(),
        ));
    }
    Ok(url)
}

/// Parts of plain characters, none of which begins with a dot.
fn is_path(path: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let is_part =
        |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_plain);
    path.strip_prefix('/')
        .is_some_and(|path| path.split('/').all(is_part))
}

/// Whether the address stays on this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    url.host_str().is_some_and(crate::guard::is_loopback_name)
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_never_travels_in_clear() {
        for (base, good) in [
            ("https://api.keyapi.ai", true),
            ("https://api.keyapi.ai/", true),
            ("https://gateway.example/keyapi", true),
            ("http://127.0.0.1:9000", true),
            ("http://localhost:9000", true),
            ("http://[::1]:9000", true),
            ("http://api.keyapi.ai", false),
            ("http://127.0.0.1.evil.example", false),
            ("ftp://127.0.0.1", false),
            ("https://user:word@api.keyapi.ai", false),
            ("https://api.keyapi.ai?x=", false),
            ("api.keyapi.ai", false),
            ("", false),
        ] {
            let proxy = Proxy {
                base: base.into(),
                key: Key::new("k").unwrap(),
            };
            assert_eq!(proxy.endpoint("/v1/x").is_ok(), good, "{base}");
        }
    }
}
