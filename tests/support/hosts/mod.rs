//! The proxies of `deploy/` in tests, started as in a deployment, on real nginx and real workerd: their settings,
//! processes and logs.

mod dns;
mod nginx;
mod workerd;

use std::path::PathBuf;

use nginx::Nginx;
use workerd::Workerd;

/// Which proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Nginx,
    Workerd,
}

/// The settings of a deployment.
#[derive(Debug, Clone)]
pub struct Settings {
    /// KeyAPI's origin: `http://127.0.0.1:N`, or `https://name:N` with a name that resolves to this machine.
    pub upstream: String,
    /// The CA certificates (PEM) for the upstream.
    pub ca: Option<PathBuf>,
    pub key: String,
    /// `/` or `/tools/clipcart/`.
    pub prefix: String,
    /// Names and passwords.
    pub users: Vec<(String, String)>,
    /// Whether the proxy signs people in itself.
    pub sign_in: bool,
    pub client_per_minute: u32,
    pub daily: u32,
    pub cache_seconds: u32,
    pub stale_seconds: u32,
    /// How long the upstream may take.
    pub timeout_seconds: u32,
    /// The built site.
    pub dist: PathBuf,
    /// Replaces TikTok's hosts of short links: `{links}/vm.tiktok.com/…`. Empty: TikTok's own.
    pub links: String,
    /// More settings, under the name that both proxies have for them.
    pub more: Vec<(&'static str, String)>,
    /// More variables for nginx's start script. An empty one counts as unset.
    pub nginx: Vec<(&'static str, String)>,
    /// The folder in which workerd gets a folder of its own.
    pub workerd: PathBuf,
}

impl Settings {
    /// Default settings, with limits that are too high to reach by accident.
    pub fn new(upstream: &str, key: &str) -> Self {
        Self {
            upstream: upstream.to_owned(),
            ca: None,
            key: key.to_owned(),
            prefix: "/".to_owned(),
            users: vec![("anna".to_owned(), "open-sesame-71".to_owned())],
            sign_in: true,
            client_per_minute: 100_000,
            daily: 100_000,
            cache_seconds: 3600,
            stale_seconds: 86_400,
            timeout_seconds: 25,
            dist: dist(),
            // No test may reach TikTok.
            links: upstream.to_owned(),
            more: Vec::new(),
            nginx: Vec::new(),
            workerd: std::env::temp_dir(),
        }
    }
}

/// A running proxy. Stops when dropped.
#[derive(Debug)]
pub enum Host {
    Nginx(Nginx),
    Workerd(Workerd),
}

impl Host {
    pub async fn start(kind: Kind, settings: &Settings) -> Self {
        match kind {
            Kind::Nginx => Self::Nginx(Nginx::start(settings).await),
            Kind::Workerd => Self::Workerd(Workerd::start(settings).await),
        }
    }

    /// Kills nginx, and starts it again on its state.
    pub async fn crash(&mut self, settings: &Settings) {
        match self {
            Self::Nginx(nginx) => nginx.crash(settings).await,
            Self::Workerd(_) => panic!("a Worker is not restarted"),
        }
    }

    /// The origin, without a trailing slash.
    pub fn url(&self) -> &str {
        match self {
            Self::Nginx(nginx) => nginx.url(),
            Self::Workerd(workerd) => workerd.url(),
        }
    }

    /// Everything that it has written so far: logs and files.
    pub fn written(&self) -> String {
        match self {
            Self::Nginx(nginx) => nginx.written(),
            Self::Workerd(workerd) => workerd.log(),
        }
    }

    /// Its access log, one JSON object per request.
    pub fn log(&self) -> Vec<serde_json::Value> {
        let text = match self {
            Self::Nginx(nginx) => nginx.log(),
            Self::Workerd(workerd) => workerd.log(),
        };
        text.lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect()
    }
}

/// The output of `make dist`.
pub fn dist() -> PathBuf {
    let given = std::env::var_os("CLIPCART_DIST").map(PathBuf::from);
    given.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"))
}

/// Checks settings with nginx's start script: whether they are good, and the output.
pub fn check_nginx(environment: &[(&str, &str)]) -> (bool, String) {
    Nginx::check(environment)
}

/// A free port.
pub fn free_port() -> u16 {
    nginx::free_port()
}
