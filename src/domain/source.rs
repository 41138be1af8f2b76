//! Owns: where data comes from, as a deployment's `config.json` or the user's settings say it.
//! Refuses: keys, and any address that a page could not use safely.

use serde::Deserialize;

/// KeyAPI's own address.
pub const KEYAPI: &str = "https://api.keyapi.ai";

/// How requests are answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// From the browser with the user's key.
    Direct,
    /// Through a proxy that holds the key.
    Proxy,
}

/// Where requests go: a mode and the address before the endpoint's path, without a trailing slash.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "RawSource")]
pub struct Source {
    mode: Mode,
    base: String,
}

impl Source {
    /// Accepts `https:` addresses, paths of the page's own origin (`/api`, `api`), and plain `http:` on
    /// this machine.
    pub fn new(mode: Mode, base: &str) -> Result<Self, BadBase> {
        let base = base.trim().trim_end_matches('/');
        let lower = base.to_ascii_lowercase();
        let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
            .iter()
            .filter_map(|host| lower.strip_prefix(host))
            .any(|rest| rest.is_empty() || rest.starts_with([':', '/']));
        let absolute = lower.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
        let path = !lower.contains(':') && !lower.starts_with("//");
        let plain = base.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'@' | b'\\'));
        match plain && (absolute || local || path) {
            true => Ok(Self { mode, base: base.to_owned() }),
            false => Err(BadBase),
        }
    }

    pub fn mode(&self) -> Mode {
        self.mode
    }

    pub fn base(&self) -> &str {
        &self.base
    }
}

impl Default for Source {
    fn default() -> Self {
        Self { mode: Mode::Direct, base: KEYAPI.to_owned() }
    }
}

/// The address is not one that a page can use safely.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`base` must be an https: address or a path of this site")]
pub struct BadBase;

#[derive(Deserialize)]
struct RawSource {
    mode: Mode,
    base: Option<String>,
}

impl TryFrom<RawSource> for Source {
    type Error = BadBase;

    fn try_from(raw: RawSource) -> Result<Self, BadBase> {
        let usual = match raw.mode {
            Mode::Direct => KEYAPI,
            Mode::Proxy => "/api",
        };
        Self::new(raw.mode, raw.base.as_deref().unwrap_or(usual))
    }
}

/// The deployment's own settings: `config.json` beside the page.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Deployment {
    /// Fixed by the deployment when given; else the user's to choose.
    #[serde(default, rename = "api")]
    pub source: Option<Source>,
    /// How many ids one request is known to take; beyond it a note warns.
    #[serde(default = "ten")]
    pub ids_per_request: usize,
    /// Whether a link that holds a query runs when opened.
    #[serde(default = "yes")]
    pub auto_run: bool,
}

impl Default for Deployment {
    fn default() -> Self {
        Self { source: None, ids_per_request: ten(), auto_run: yes() }
    }
}

fn ten() -> usize {
    10
}

fn yes() -> bool {
    true
}
