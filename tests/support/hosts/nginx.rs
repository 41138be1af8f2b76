//! nginx with the configuration of `deploy/nginx`, started by its start script.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::Settings;
use super::dns::Dns;
use crate::support::http;

/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// A running nginx. Stops and deletes its folder when dropped.
#[derive(Debug)]
pub struct Nginx {
    url: String,
    port: u16,
    folder: PathBuf,
    child: Child,
    /// Resolves names for nginx.
    dns: Dns,
}

impl Nginx {
    pub async fn start(settings: &Settings) -> Self {
        let folder = folder();
        let dns = Dns::start().await;
        let port = free_port();
        // nginx's user may not be able to read this checkout.
        let copied = Command::new("cp")
            .arg("-r")
            .args([&settings.dist, &folder.join("dist")])
            .status();
        assert!(
            copied.is_ok_and(|status| status.success()),
            "no copy of dist"
        );
        let child = Self::spawn(settings, &folder, &dns, port);
        let mut nginx = Self {
            url: format!("http://127.0.0.1:{port}"),
            port,
            folder,
            child,
            dns,
        };
        nginx.until_up(&settings.prefix).await;
        nginx
    }

    /// Kills it, and starts it again on its state.
    pub async fn crash(&mut self, settings: &Settings) {
        // The whole group, as systemd does: the workers would outlive the master process.
        let group = format!("-{}", self.child.id());
        let killed = Command::new("kill").args(["-KILL", "--", &group]).status();
        assert!(killed.is_ok_and(|status| status.success()));
        self.child.wait().unwrap();
        let began = Instant::now();
        while TcpListener::bind(("127.0.0.1", self.port)).is_err() {
            assert!(began.elapsed() < DEADLINE, "the workers stay");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.child = Self::spawn(settings, &self.folder, &self.dns, self.port);
        self.until_up(&settings.prefix).await;
    }

    fn spawn(settings: &Settings, folder: &Path, dns: &Dns, port: u16) -> Child {
        Self::command(settings, folder, dns, port)
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log_file(&folder.join("stderr.log")))
            .spawn()
            .unwrap_or_else(|error| panic!("deploy/nginx/start.sh: {error}"))
    }

    /// Tries to start a second one on the same folder, which must fail. Returns the error output.
    pub fn start_once_more(&self, settings: &Settings) -> String {
        let output = Self::command(settings, &self.folder, &self.dns, self.port)
            .output()
            .unwrap();
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// Checks settings with the start script: whether they are good, and the output.
    pub fn check(environment: &[(&str, &str)]) -> (bool, String) {
        let folder = folder();
        let output = start_script()
            .arg("check")
            .env("CLIPCART_STATE", folder.join("state"))
            .envs(environment.iter().copied())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        let _ = std::fs::remove_dir_all(folder);
        (
            output.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("access.log")).unwrap_or_default()
    }

    /// The paths and contents of all files that it and its start script have written.
    pub fn written(&self) -> String {
        let mut all = String::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(bytes) = std::fs::read(&path) {
                    all.push_str(&path.to_string_lossy());
                    all.push_str(&String::from_utf8_lossy(&bytes));
                }
            }
        }
        all
    }

    fn command(settings: &Settings, folder: &Path, dns: &Dns, port: u16) -> Command {
        let users = folder.join("users");
        std::fs::write(&users, users_file(&settings.users)).unwrap();
        let mut command = start_script();
        command
            .env("KEYAPI_KEY", &settings.key)
            .env("KEYAPI_BASE", &settings.upstream)
            .env("CLIPCART_DIST", folder.join("dist"))
            .env("CLIPCART_STATE", folder.join("state"))
            .env("CLIPCART_LOG", folder.join("access.log"))
            .env("CLIPCART_ERROR_LOG", folder.join("error.log"))
            .env("CLIPCART_LISTEN", format!("127.0.0.1:{port}"))
            // With a certificate, CLIPCART_LISTEN is for TLS.
            .env("CLIPCART_HTTP_LISTEN", format!("127.0.0.1:{port}"))
            .env("CLIPCART_PREFIX", &settings.prefix)
            .env("CLIPCART_USERS_FILE", &users)
            .env("CLIPCART_RESOLVER", dns.address().to_string())
            .env(
                "CLIPCART_SIGN_IN",
                if settings.sign_in {
                    "basic"
                } else {
                    "elsewhere"
                },
            );
        let numbers = [
            ("CLIPCART_CLIENT_PER_MINUTE", settings.client_per_minute),
            ("CLIPCART_DAILY", settings.daily),
            ("CLIPCART_CACHE_SECONDS", settings.cache_seconds),
            ("CLIPCART_STALE_SECONDS", settings.stale_seconds),
            ("CLIPCART_TIMEOUT_SECONDS", settings.timeout_seconds),
        ];
        for (name, number) in numbers {
            command.env(name, number.to_string());
        }
        if let Some(ca) = &settings.ca {
            command.env("CLIPCART_CA_FILE", ca);
        }
        command.env("CLIPCART_LINKS_BASE", &settings.links);
        command.envs(settings.more.iter().map(|(name, value)| (name, value)));
        command.envs(settings.nginx.iter().map(|(name, value)| (name, value)));
        command
    }

    async fn until_up(&mut self, prefix: &str) {
        let began = Instant::now();
        let url = format!("{}{prefix}healthz", self.url);
        loop {
            if let Ok(answer) = http::client().get(&url).send().await {
                assert_eq!(answer.status(), 200, "{url}");
                return;
            }
            let ended = self.child.try_wait().unwrap();
            assert!(
                ended.is_none() && began.elapsed() < DEADLINE,
                "nginx does not start ({ended:?}): {}",
                std::fs::read_to_string(self.folder.join("stderr.log")).unwrap_or_default()
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // TERM ends nginx's workers too. KILL would not.
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn start_script() -> Command {
    let mut command = Command::new("sh");
    command
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/nginx/start.sh"))
        .env_clear()
        .env(
            "PATH",
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        );
    command
}

/// A new folder. Its path is short enough for a socket, and nginx's user can enter it.
fn folder() -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!(
        "clipcart-nginx-{}-{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir(&folder).unwrap();
    folder
}

fn log_file(path: &Path) -> Stdio {
    std::fs::File::create(path).unwrap().into()
}

/// A free port. nginx cannot be given an open socket, so the port is from below the range in which the system assigns
/// ports, and is returned only once.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    const FIRST: u16 = 20_000;
    const COUNT: u16 = 12_000;
    // Two test programs that run at once start at different ports.
    let start = (std::process::id() % 100) as u16 * (COUNT / 100);
    loop {
        let port = FIRST + (start + NEXT.fetch_add(1, Ordering::Relaxed)) % COUNT;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A file of htpasswd with plain passwords, which nginx accepts. A real one has hashes.
fn users_file(users: &[(String, String)]) -> String {
    let line = |(name, password): &(String, String)| format!("{name}:{{PLAIN}}{password}\n");
    users.iter().map(line).collect()
}
