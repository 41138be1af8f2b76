//! The driver's process: finds the program, starts it on a free port, and ends it with its children.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::browser::Browser;
use super::wait::eventually;
use crate::support::http;

/// A driver that accepts sessions. Its process group ends when this is dropped. It also ends when
/// the tests are killed, because the guard then reads the end of its input.
pub struct Driver {
    url: String,
    guard: Child,
}

/// Runs the driver, waits for the end of its own input, then ends the whole process group.
const GUARD: &str = r#""$@" </dev/null >/dev/null 2>&1 & cat >/dev/null; kill -TERM 0"#;

impl Driver {
    pub async fn start(browser: Browser) -> Self {
        let program = find(browser);
        // Drivers take a port, not a socket, so this listener frees the port again.
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "guard"]);
        if browser == Browser::WebKit {
            command.args(["dbus-run-session", "--", "xvfb-run", "-a"]);
        }
        command.arg(program).args(browser.driver_arguments(port));
        command.envs(browser.environment());
        command.stdin(Stdio::piped()).process_group(0);
        let guard = command.spawn().expect("sh");
        let url = format!("http://127.0.0.1:{port}");
        let driver = Self { url, guard };
        let client = http::client();
        let status = format!("{}/status", driver.url);
        eventually(&format!("{browser:?}'s driver to be ready"), async || {
            let answer = client.get(&status).send().await;
            answer.is_ok_and(|answer| answer.status().is_success())
        })
        .await;
        driver
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// The driver's program.
///
/// # Panics
/// Says how to install it, if it is missing.
fn find(browser: Browser) -> PathBuf {
    let (variable, name, hint) = browser.driver();
    if let Some(path) = std::env::var_os(variable) {
        let path = PathBuf::from(path);
        assert!(
            path.is_file(),
            "{variable} names {}, which isn't a file",
            path.display()
        );
        return path;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|program| Path::is_file(program));
    found.unwrap_or_else(|| panic!("{name} is missing: {hint}, or set {variable} to its path"))
}
