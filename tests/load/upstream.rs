//! A fake KeyAPI for load: an nginx that responds to everything with the same file. The tests' fake, which parses and
//! records each request, would be slower than the proxies.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::hosts::free_port;
use crate::support::http;

const DEADLINE: Duration = Duration::from_secs(20);

/// A running nginx. Stops when dropped.
pub struct Upstream {
    url: String,
    folder: PathBuf,
    child: Child,
}

impl Upstream {
    pub async fn start(answer: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("clipcart-load-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let port = free_port();
        let text = include_str!("upstream.conf")
            .replace("@FOLDER@", folder.to_str().unwrap())
            .replace("@PORT@", &port.to_string());
        let config = folder.join("nginx.conf");
        std::fs::write(folder.join("answer.json"), answer).unwrap();
        std::fs::write(&config, text).unwrap();
        let child = Command::new("nginx")
            .args(["-e", "stderr", "-c", config.to_str().unwrap()])
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("nginx: {error}"));
        let url = format!("http://127.0.0.1:{port}");
        let mut upstream = Self { url, folder, child };
        upstream.until_up().await;
        upstream
    }

    /// The origin, without a trailing slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    async fn until_up(&mut self) {
        let began = Instant::now();
        loop {
            if let Ok(answer) = http::client().get(&self.url).send().await {
                assert_eq!(answer.status(), 200, "the upstream's stand-in");
                return;
            }
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none() && began.elapsed() < DEADLINE, "{ended:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        // TERM ends the worker, too.
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
