//! The Worker in workerd. Cloudflare's cache and limit are fakes, its storage is this machine's memory, and its machines
//! are different. So this compares the Worker's own work, and does not measure Cloudflare's throughput.

use std::path::Path;

use super::site::Site;
use super::upstream::Upstream;
use super::wrk::{Row, measure};
use super::{NO_LIMIT, PASSWORD, QUERY, authorization, table};
use crate::support::fake_api::PATH;
use crate::support::hosts::{Host, Kind, Settings};

pub async fn run(upstream: &Upstream, answer: &str) {
    let site = Site::new();
    site.set(answer.as_bytes(), &[]);
    let mut settings = Settings::new(upstream.url(), "load-5c0ffee1");
    settings.dist = site.path().to_owned();
    settings.users = vec![("anna".to_owned(), PASSWORD.to_owned())];
    settings.client_per_minute = NO_LIMIT;
    settings.daily = NO_LIMIT;
    // On a disk each new query would wait for the disk several times, and only the disk would be measured.
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        settings.workerd = memory.to_owned();
    }
    let worker = Host::start(Kind::Workerd, &settings).await;
    let row = |name: &str, path: &str| {
        Row::new(name, &format!("{}{path}", worker.url()))
            .header("Authorization", &authorization("anna"))
    };
    let rows = [
        row("static file, by the platform", "/answer.json"),
        row("cached response", &format!("/api{PATH}?{QUERY}")),
        row("uncached response", &format!("/api{PATH}")).fresh(),
    ];
    let measurements = measure(&rows, &format!("{}/healthz", worker.url())).await;
    table::print("the Worker in workerd, signed in", &rows, &measurements);
}
