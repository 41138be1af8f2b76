//! The proxies of `deploy/`, started for a test as they are started for people: real nginx, real workerd.
//!
//! Owns: their settings, their processes and their logs. Refuses: any answer of its own.

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

/// What a deployment says to its proxy.
#[derive(Debug, Clone)]
pub struct Settings {
    /// KeyAPI's origin: `http://127.0.0.1:N`, or `https://name:N` where the name leads to this machine.
    pub upstream: String,
    /// The certificates (PEM) that the upstream's is verified with.
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
    /// What only nginx has: its start script's variables. An empty one is as good as none.
    pub nginx: Vec<(&'static str, String)>,
    /// Where workerd gets a folder of its own, for its objects too.
    pub workerd: PathBuf,
}

impl Settings {
    /// The usual ones, with limits that no test meets unless it wants to.
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
            nginx: Vec::new(),
            workerd: std::env::temp_dir(),
        }
    }
}

/// A running proxy; stops when dropped.
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

    /// Ends nginx without a warning, and starts it again on what it left.
    pub async fn crash(&mut self, settings: &Settings) {
        match self {
            Self::Nginx(nginx) => nginx.crash(settings).await,
            Self::Workerd(_) => unimplemented!("nobody restarts a Worker"),
        }
    }

    /// The origin, without a trailing slash.
    pub fn url(&self) -> &str {
        match self {
            Self::Nginx(nginx) => nginx.url(),
            Self::Workerd(workerd) => workerd.url(),
        }
    }

    /// All that it has written down so far, wherever.
    pub fn written(&self) -> String {
        match self {
            Self::Nginx(nginx) => nginx.written(),
            Self::Workerd(workerd) => workerd.log(),
        }
    }

    /// Its log: a JSON object a request.
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

/// What `make dist` left.
pub fn dist() -> PathBuf {
    let given = std::env::var_os("CLIPCART_DIST").map(PathBuf::from);
    given.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"))
}

/// nginx's start script's own word on some settings: whether it takes them, and what it says.
pub fn check_nginx(environment: &[(&str, &str)]) -> (bool, String) {
    Nginx::check(environment)
}

/// A port that nothing has.
pub fn free_port() -> u16 {
    nginx::free_port()
}
