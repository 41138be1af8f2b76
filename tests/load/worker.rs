//! The Worker in workerd. Cloudflare's cache and its limit are stand-ins, its store is this machine's memory, and its
//! machines are others: what this tells is how the Worker's own work compares, not what Cloudflare carries.

use std::path::Path;

use super::site::Site;
use super::upstream::Upstream;
use super::wrk::{Row, measure};
use super::{NO_LIMIT, PASSWORD, QUESTION, signed, table};
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
    // On a disk each new question would wait for it several times, and only the disk would be measured.
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        settings.workerd = memory.to_owned();
    }
    let worker = Host::start(Kind::Workerd, &settings).await;
    let row = |name: &str, path: &str| {
        Row::new(name, &format!("{}{path}", worker.url())).header("Authorization", &signed("anna"))
    };
    let rows = [
        row("static file, by the platform", "/answer.json"),
        row("cached answer", &format!("/api{PATH}?{QUESTION}")),
        row("uncached answer", &format!("/api{PATH}")).fresh(),
    ];
    let figures = measure(&rows, &format!("{}/healthz", worker.url())).await;
    table::print("the Worker in workerd, signed in", &rows, &figures);
}
