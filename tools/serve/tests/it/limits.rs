//! How many requests go out, per minute and per day.

use crate::support::{COVERS, LINK, PRODUCTS, QUERY, TestClock, Upstream, client, served};
use axum::http::HeaderMap;
use axum::http::header::LOCATION;
use clipcart_serve::{Limits, Running};
use reqwest::{Client, StatusCode};
use serde_json::Value;
use std::num::NonZeroU32;
use tempfile::TempDir;

/// Never cached, so that each one would go out.
const UNKNOWN: &str = r#"{"code":1001}"#;
const DAY: u64 = 24 * 60 * 60;

struct Env {
    server: Running,
    _dist: TempDir,
    upstream: Upstream,
    clock: TestClock,
    client: Client,
}

impl Env {
    async fn start(body: &str, change: impl FnOnce(&mut Limits)) -> Self {
        let upstream = Upstream::start(StatusCode::OK, body).await;
        let clock = TestClock::default();
        let (server, _dist) = served(|options| {
            options.proxy = upstream.proxy();
            options.links_base = Some(upstream.base.clone());
            options.clock = clock.clock();
            change(&mut options.limits);
        })
        .await;
        Self {
            server,
            _dist,
            upstream,
            clock,
            client: client(),
        }
    }

    async fn get(&self, path: &str) -> (StatusCode, HeaderMap, Value) {
        let answer = self.client.get(self.server.url() + path);
        let answer = answer.send().await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer.text().await.unwrap();
        (status, headers, serde_json::from_str(&body).unwrap())
    }

    /// Whether a request goes out. If not, the refusal has what the page expects; returns the wait.
    async fn is_sent(&self, path: &str) -> Result<(), (String, u64)> {
        let before = self.upstream.calls();
        let (status, headers, body) = self.get(path).await;
        if status != StatusCode::TOO_MANY_REQUESTS {
            assert_eq!(self.upstream.calls(), before + 1, "{path}: {body}");
            return Ok(());
        }
        assert_eq!(self.upstream.calls(), before, "{path}");
        assert_eq!(body["code"], 429);
        assert_eq!(body["data"], Value::Null);
        assert_eq!(body["refused_by"], "proxy");
        assert_eq!(headers["content-type"], "application/json");
        assert_eq!(headers["cache-control"], "no-store");
        assert!(!headers.contains_key("x-cache"));
        let wait = headers["retry-after"].to_str().unwrap().parse().unwrap();
        Err((body["message"].as_str().unwrap().to_owned(), wait))
    }
}

#[tokio::test]
async fn too_many_requests_within_a_minute_are_refused() {
    let one = |limits: &mut Limits| limits.per_minute = NonZeroU32::MIN;
    let env = Env::start(UNKNOWN, one).await;
    // Covers and links have limits of their own. Names of products share that of searches.
    for (first, second) in [(COVERS, COVERS), (LINK, LINK), (QUERY, PRODUCTS)] {
        assert_eq!(env.is_sent(first).await, Ok(()), "{first}");
        let (message, wait) = env.is_sent(second).await.unwrap_err();
        assert_eq!(message, "too many requests within a minute; wait a moment");
        assert!((1..=60).contains(&wait), "{wait}");
    }
}

#[tokio::test]
async fn the_requests_of_a_day_are_limited() {
    let two = |limits: &mut Limits| {
        limits.daily_credits = Some(2);
        limits.daily_covers = Some(2);
        limits.daily_links = Some(2);
    };
    let env = Env::start(UNKNOWN, two).await;
    env.clock.set(100 * DAY + 60);
    for path in [COVERS, LINK, QUERY] {
        assert_eq!(env.is_sent(path).await, Ok(()), "{path}");
        assert_eq!(env.is_sent(path).await, Ok(()), "{path}");
        let (message, wait) = env.is_sent(path).await.unwrap_err();
        assert!(message.ends_with("again after midnight UTC"), "{message}");
        assert_eq!(wait, DAY - 60, "{path}");
    }
    assert!(env.is_sent(PRODUCTS).await.is_err());
    env.clock.set(101 * DAY - 1);
    assert_eq!(env.is_sent(COVERS).await.unwrap_err().1, 1);
    env.clock.set(101 * DAY);
    for path in [COVERS, LINK, QUERY, PRODUCTS] {
        assert_eq!(env.is_sent(path).await, Ok(()), "{path}");
    }
}

#[tokio::test]
async fn what_the_cache_answers_does_not_count() {
    let one = |limits: &mut Limits| limits.daily_covers = Some(1);
    let env = Env::start(r#"{"code":0,"data":[1]}"#, one).await;
    for cache in ["MISS", "HIT", "HIT"] {
        let (status, headers, _) = env.get(COVERS).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(headers["x-cache"], cache);
    }
    let other = COVERS.replace("a.jpeg", "b.jpeg");
    assert!(env.is_sent(&other).await.is_err());
    // A refusal is not cached, and the cached response is there as before.
    assert!(env.is_sent(&other).await.is_err());
    assert_eq!(env.get(COVERS).await.1["x-cache"], "HIT");
}

#[tokio::test]
async fn the_defaults_are_those_of_the_other_proxies() {
    let limits = Limits::default();
    assert_eq!(limits.daily_covers, Some(2000));
    assert_eq!(limits.daily_links, Some(2000));
    assert_eq!(limits.daily_credits, None);
    let env = Env::start(UNKNOWN, |_| {}).await;
    let mut sent = 0;
    while env.is_sent(COVERS).await.is_ok() {
        sent += 1;
        // On a slow machine a part of the minute may pass meanwhile.
        assert!(sent < 1000);
    }
    assert!(sent >= 60, "{sent}");
}

/// Failed ones as well: it is not known whether they are charged.
#[tokio::test]
async fn failures_count() {
    let location = &[(LOCATION, "https://www.tiktok.com/")];
    let upstream = Upstream::start_with(StatusCode::FOUND, location, Vec::new()).await;
    let (server, _dist) = served(|options| {
        options.links_base = Some(upstream.base.clone());
        options.limits.daily_links = Some(1);
    })
    .await;
    let mut statuses = Vec::new();
    for _ in 0..2 {
        let answer = client().get(server.url() + LINK).send().await.unwrap();
        statuses.push(answer.status().as_u16());
    }
    assert_eq!(statuses, [404, 429]);
    assert_eq!(upstream.calls(), 1);
}
