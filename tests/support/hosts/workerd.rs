//! The Worker in workerd, Cloudflare's runtime, as a child process on a port of its own. Settings that concern the
//! runtime are read from `wrangler.toml`, so that the tests run what is deployed.

mod config;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::Settings;
use crate::support::http;

/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(60);

/// A running workerd. Stops and deletes its folder when dropped.
#[derive(Debug)]
pub struct Workerd {
    child: Child,
    origin: String,
    log: Log,
    place: PathBuf,
}

impl Workerd {
    /// Returns once the health check responds.
    pub async fn start(settings: &Settings) -> Self {
        let place = place(&settings.workerd);
        let file = place.join("config.capnp");
        fs::write(&file, config::text(settings, &place)).unwrap();
        let mut child = Command::new(program())
            .arg("serve")
            .arg(&file)
            .arg(format!("--import-path={}", root().display()))
            // The assets service needs this flag.
            .arg("--experimental")
            // Prints the port in a line of JSON on standard output.
            .arg("--control-fd=1")
            // The deployment's environment, not this machine's.
            .env_clear()
            .envs(config::secrets(settings))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Log::default();
        let listening = log.keep(child.stdout.take().unwrap());
        log.keep(child.stderr.take().unwrap());
        let mut workerd = Self {
            child,
            origin: String::new(),
            log,
            place,
        };
        let Ok(Ok(port)) = timeout(DEADLINE, listening).await else {
            panic!("workerd did not start:\n{}", workerd.log());
        };
        workerd.origin = format!("http://127.0.0.1:{port}");
        let health = format!("{}{}healthz", workerd.origin, settings.prefix);
        let answer = http::client().get(health).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{}", workerd.log());
        workerd
    }

    /// The origin, without a trailing slash.
    pub fn url(&self) -> &str {
        &self.origin
    }

    /// Its output so far, standard output and standard error, line by line.
    pub fn log(&self) -> String {
        self.log.0.lock().unwrap().join("\n")
    }
}

impl Drop for Workerd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.place);
    }
}

#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    /// Records the lines of a stream until it ends, except for the line with the port, which is sent to the receiver.
    fn keep(&self, stream: impl Read + Send + 'static) -> oneshot::Receiver<u64> {
        let (listens, listening) = oneshot::channel();
        let log = self.clone();
        thread::spawn(move || {
            let mut listens = Some(listens);
            for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                match port(&line) {
                    Some(port) => listens.take().and_then(|listens| listens.send(port).ok()),
                    None => {
                        log.0.lock().unwrap().push(line);
                        None
                    }
                };
            }
        });
        listening
    }
}

fn port(line: &str) -> Option<u64> {
    let event: Value = serde_json::from_str(line).ok()?;
    (event["event"] == "listen").then(|| event["port"].as_u64())?
}

/// A new, empty folder.
fn place(parent: &Path) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("clipcart-workerd-{}-{count}", std::process::id());
    let place = parent.join(name);
    fs::create_dir_all(place.join("objects")).unwrap();
    place
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program in npm's package for Linux. Other systems cannot run all the hosts.
fn program() -> PathBuf {
    let arch = match std::env::consts::ARCH {
        "x86_64" => "64",
        "aarch64" => "arm64",
        other => panic!("there is no workerd for {other}"),
    };
    let program = root().join(format!(
        "node_modules/@cloudflare/workerd-linux-{arch}/bin/workerd"
    ));
    assert!(
        program.is_file(),
        "{} is missing: run `npm ci`",
        program.display()
    );
    program
}
