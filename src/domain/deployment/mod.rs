//! Owns: where data comes from, as a deployment's `config.json` or the user's settings say it.
//! Refuses: keys, and any address that a page could not use safely.

pub mod api_key;

use serde_json::Value;
use strum::{EnumString, IntoStaticStr, VariantArray};

/// KeyAPI's own address.
pub const KEYAPI: &str = "https://api.keyapi.ai";

/// How requests are answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, IntoStaticStr, EnumString, VariantArray)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub enum Mode {
    /// From the browser with the user's key.
    Direct,
    /// Through a proxy that holds the key.
    Proxy,
}

/// Where requests go: a mode and the address before the endpoint's path, without a trailing slash.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    mode: Mode,
    base: String,
}

impl Source {
    /// Accepts `https:` addresses, paths of the page's own origin (`/api`, `api`), and plain `http:` on
    /// this machine.
    pub fn new(mode: Mode, base: &str) -> Result<Self, BadBase> {
        let base = base.trim();
        if base.is_empty() {
            return Err(BadBase);
        }
        let base = base.trim_end_matches('/');
        let lower = base.to_ascii_lowercase();
        let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
            .iter()
            .filter_map(|host| lower.strip_prefix(host))
            .any(|rest| rest.is_empty() || rest.starts_with([':', '/']));
        let absolute = lower.strip_prefix("https://").is_some_and(|host| {
            host.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[')
        });
        let path = !lower.contains(':') && !lower.starts_with("//");
        let plain = base
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'@' | b'\\'));
        match plain && (absolute || local || path) {
            true => Ok(Self {
                mode,
                base: base.to_owned(),
            }),
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
        Self {
            mode: Mode::Direct,
            base: KEYAPI.to_owned(),
        }
    }
}

/// The address is not one that a page can use safely.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`api.base` must be an https: address or a path of this site")]
pub struct BadBase;

/// The deployment's own settings: `config.json` beside the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deployment {
    /// Fixed by the deployment when given; else the user's to choose.
    pub source: Option<Source>,
    /// How many ids one request is known to take; beyond it a note warns.
    pub ids_per_request: usize,
    /// Whether a link that holds a query runs when opened.
    pub auto_run: bool,
}

impl Default for Deployment {
    fn default() -> Self {
        Self {
            source: None,
            ids_per_request: 10,
            auto_run: true,
        }
    }
}

impl Deployment {
    /// Reads `config.json`. A field that is missing or `null` has its default, an unknown one is
    /// passed over; one of a wrong kind is an error, in words for whoever runs the site.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let usual = Self::default();
        let config: Value = serde_json::from_str(text).map_err(|error| {
            format!(
                "no JSON at line {}, column {}",
                error.line(),
                error.column()
            )
        })?;
        let config = config.as_object().ok_or("it must hold an object")?;
        let field = |name| config.get(name).filter(|value: &&Value| !value.is_null());
        Ok(Self {
            source: field("api").map(source).transpose()?,
            ids_per_request: match field("ids_per_request").map(Value::as_u64) {
                None => usual.ids_per_request,
                Some(Some(limit @ 1..=200)) => limit as usize,
                Some(_) => {
                    return Err("`ids_per_request` must be a whole number from 1 to 200".to_owned());
                }
            },
            auto_run: match field("auto_run").map(Value::as_bool) {
                None => usual.auto_run,
                Some(Some(auto_run)) => auto_run,
                Some(None) => return Err("`auto_run` must be true or false".to_owned()),
            },
        })
    }
}

fn source(api: &Value) -> Result<Source, String> {
    let (mode, usual) = match api.get("mode").and_then(Value::as_str) {
        Some("direct") => (Mode::Direct, KEYAPI),
        Some("proxy") => (Mode::Proxy, "/api"),
        _ => return Err("`api.mode` must be \"direct\" or \"proxy\"".to_owned()),
    };
    let base = match api.get("base") {
        None | Some(Value::Null) => Some(usual),
        Some(base) => base.as_str(),
    };
    base.and_then(|base| Source::new(mode, base).ok())
        .ok_or_else(|| BadBase.to_string())
}
