//! Where requests go: directly to KeyAPI, or to a proxy. Only URLs that a page can safely use are accepted.

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

/// KeyAPI's URL.
pub const KEYAPI: &str = "https://api.keyapi.ai";

/// How requests get their key.
#[derive(
    Clone, Copy, PartialEq, Eq, Debug, IntoStaticStr, EnumString, VariantArray, Deserialize,
)]
#[strum(const_into_str, serialize_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The browser sends the user's key.
    Direct,
    /// A proxy adds its key.
    Proxy,
}

/// The target of requests: a mode and the URL before the endpoint's path, without a slash at the end.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "SourceConfig")]
pub struct Source {
    mode: Mode,
    base: String,
}

impl Source {
    /// Accepts `https:` URLs, paths of the page's own origin (`/api`, `api`), and `http:` URLs of this machine.
    ///
    /// # Errors
    /// Any other URL.
    pub fn new(mode: Mode, base: &str) -> Result<Self, InvalidBase> {
        let base = base.trim();
        if base.is_empty() {
            return Err(InvalidBase);
        }
        let base = base.trim_end_matches('/');
        let lower = base.to_ascii_lowercase();
        let is_local = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
            .iter()
            .filter_map(|host| lower.strip_prefix(host))
            .any(|rest| rest.is_empty() || rest.starts_with([':', '/']));
        let is_https = lower.strip_prefix("https://").is_some_and(|host| {
            host.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[')
        });
        let is_path = !lower.contains(':') && !lower.starts_with("//");
        let has_valid_bytes = base
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'@' | b'\\'));
        match has_valid_bytes && (is_https || is_local || is_path) {
            true => Ok(Self {
                mode,
                base: base.to_owned(),
            }),
            false => Err(InvalidBase),
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
    /// KeyAPI itself.
    fn default() -> Self {
        Self {
            mode: Mode::Direct,
            base: KEYAPI.to_owned(),
        }
    }
}

/// The URL is not one that a page can safely use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`api.base` must be an https: address or a path of this site")]
pub struct InvalidBase;

/// `api` in `config.json`.
#[derive(Deserialize)]
#[serde(expecting = "an object with `api.mode`")]
struct SourceConfig {
    mode: Option<Mode>,
    base: Option<String>,
}

impl TryFrom<SourceConfig> for Source {
    type Error = String;

    fn try_from(config: SourceConfig) -> Result<Self, String> {
        let mode = config
            .mode
            .ok_or("`api.mode` must be \"direct\" or \"proxy\"")?;
        let default_base = match mode {
            Mode::Direct => KEYAPI,
            Mode::Proxy => "/api",
        };
        let base = config.base.as_deref().unwrap_or(default_base);
        Self::new(mode, base).map_err(|error| error.to_string())
    }
}
