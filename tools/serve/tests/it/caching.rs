//! Equal requests at once are one, and answers are reused for as long as their call allows.

use crate::support::{COVERS, LINK, PRODUCTS, QUERY, TestClock, Upstream, client, served, until};
use axum::http::header::LOCATION;
use clipcart_serve::{CacheTimes, Running};
use reqwest::{Client, StatusCode};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const CALLS: [&str; 4] = [QUERY, COVERS, PRODUCTS, LINK];
/// With a blank, a line break and characters beyond ASCII, to be kept byte for byte.
const GOOD: &str = "{\"code\":0, \"data\":[{\"video_id\":\"1\",\"é\":\"\u{2028}商品\"}]}\n";
const VIDEO: &str = "https://www.tiktok.com/@a/video/7521783049722285361";
const HOUR: u64 = 60 * 60;

/// A server, the upstream of all its calls, and its time.
struct Env {
    server: Running,
    _dist: TempDir,
    upstream: Upstream,
    clock: TestClock,
    client: Client,
}

#[derive(Debug, PartialEq, Eq)]
struct Seen {
    status: StatusCode,
    cache: Option<String>,
    age: Option<String>,
    body: String,
}

impl Env {
    /// With an upstream that answers this call well.
    async fn good(path: &str) -> Self {
        match path {
            LINK => Self::start(StatusCode::FOUND, "").await,
            _ => Self::start(StatusCode::OK, GOOD).await,
        }
    }

    async fn start(status: StatusCode, body: &str) -> Self {
        Self::with(status, body, CacheTimes::default()).await
    }

    async fn with(status: StatusCode, body: &str, times: CacheTimes) -> Self {
        let location = &[(LOCATION, VIDEO)];
        let upstream = Upstream::start_with(status, location, body.into()).await;
        let clock = TestClock::default();
        let (server, _dist) = served(|options| {
            options.proxy = upstream.proxy();
            options.links_base = Some(upstream.base.clone());
            options.clock = clock.clock();
            options.cache_times = times;
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

    async fn get(&self, path: &str) -> Seen {
        see(self.client.clone(), self.server.url() + path).await
    }

    /// Sends equal requests, and lets the upstream answer when all of them have arrived.
    async fn at_once(&self, path: &str, count: usize) -> Vec<Seen> {
        self.upstream.hold();
        let mut requests = JoinSet::new();
        for _ in 0..count {
            requests.spawn(see(self.client.clone(), self.server.url() + path));
        }
        until("one is at the upstream", || self.upstream.calls() > 0).await;
        self.clock.until_arrived(count).await;
        self.upstream.release();
        requests.join_all().await
    }
}

async fn see(client: Client, url: String) -> Seen {
    let answer = client.get(url).send().await.unwrap();
    let header = |name| Some(answer.headers().get(name)?.to_str().unwrap().to_owned());
    Seen {
        status: answer.status(),
        cache: header("x-cache"),
        age: header("age"),
        body: answer.text().await.unwrap(),
    }
}

#[tokio::test]
async fn two_hundred_equal_requests_at_once_are_one() {
    for path in CALLS {
        let env = Env::good(path).await;
        let seen = env.at_once(path, 200).await;
        assert_eq!(env.upstream.calls(), 1, "{path}");
        let from = |cache: &str| {
            let such = |seen: &&Seen| seen.cache.as_deref() == Some(cache);
            seen.iter().filter(such).count()
        };
        assert_eq!((from("MISS"), from("HIT")), (1, 199), "{path}");
        for one in &seen {
            assert_eq!(one.status, StatusCode::OK, "{path}");
            assert_eq!(one.body, seen[0].body, "{path}");
        }
    }
}

#[tokio::test]
async fn a_failure_is_shared_and_not_kept() {
    for path in CALLS {
        let body = r#"{"code":500,"message":"said","data":null}"#;
        let env = Env::start(StatusCode::INTERNAL_SERVER_ERROR, body).await;
        let seen = env.at_once(path, 20).await;
        assert_eq!(env.upstream.calls(), 1, "{path}");
        for one in &seen {
            assert!(one.status.is_server_error(), "{path}: {one:?}");
            assert_eq!((&one.cache, &one.age), (&None, &None), "{path}");
            assert_eq!(one, &seen[0], "{path}");
        }
        assert_eq!(env.get(path).await, seen[0], "{path}");
        assert_eq!(env.upstream.calls(), 2, "{path}");
    }
}

/// The request is paid for, and others may wait for it.
#[tokio::test]
async fn a_client_that_disconnects_ends_no_request() {
    for path in CALLS {
        let env = Env::good(path).await;
        env.upstream.hold();
        let mut gone = TcpStream::connect(env.server.address()).await.unwrap();
        let request = format!("GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        gone.write_all(request.as_bytes()).await.unwrap();
        until("it is at the upstream", || env.upstream.calls() == 1).await;
        let other = tokio::spawn(see(env.client.clone(), env.server.url() + path));
        env.clock.until_arrived(2).await;
        // The server closes its side, too, when it has given the client up.
        gone.shutdown().await.unwrap();
        assert_eq!(gone.read_to_end(&mut Vec::new()).await.unwrap(), 0);
        env.upstream.release();
        let other = other.await.unwrap();
        assert_eq!(other.status, StatusCode::OK, "{path}");
        assert_eq!(other.cache.as_deref(), Some("HIT"), "{path}");
        assert_eq!(env.upstream.calls(), 1, "{path}");
    }
}

#[tokio::test]
async fn each_call_is_cached_for_its_own_time() {
    for (path, seconds) in [
        (QUERY, HOUR),
        (COVERS, 20 * HOUR),
        (PRODUCTS, 24 * HOUR),
        (LINK, 365 * 24 * HOUR),
    ] {
        let env = Env::good(path).await;
        let first = env.get(path).await;
        assert_eq!(first.status, StatusCode::OK, "{path}");
        let marks = (first.cache.as_deref(), first.age.as_deref());
        assert_eq!(marks, (Some("MISS"), None), "{path}");
        if path != LINK {
            assert_eq!(first.body, GOOD);
        }
        for age in [0, seconds - 1] {
            env.clock.set(age);
            let later = env.get(path).await;
            let expected = Seen {
                status: StatusCode::OK,
                cache: Some("HIT".into()),
                age: Some(age.to_string()),
                body: first.body.clone(),
            };
            assert_eq!(later, expected, "{path}");
        }
        assert_eq!(env.upstream.calls(), 1, "{path}");
        env.clock.set(seconds);
        assert_eq!(env.get(path).await, first, "{path}");
        assert_eq!(env.upstream.calls(), 2, "{path}");
        // The new answer has a time of its own.
        assert_eq!(env.get(path).await.age.as_deref(), Some("0"), "{path}");
    }
}

#[tokio::test]
async fn the_times_can_be_set() {
    let times = CacheTimes {
        analytics: Duration::from_secs(10),
        covers: Duration::from_secs(20),
        products: Duration::from_secs(30),
    };
    let env = Env::with(StatusCode::OK, GOOD, times).await;
    for path in [QUERY, COVERS, PRODUCTS] {
        env.get(path).await;
    }
    for (now, expected) in [(9, [false; 3]), (19, [true, false, false])] {
        env.clock.set(now);
        for (path, is_new) in [QUERY, COVERS, PRODUCTS].into_iter().zip(expected) {
            let cache = env.get(path).await.cache;
            let expected = if is_new { "MISS" } else { "HIT" };
            assert_eq!(cache.as_deref(), Some(expected), "{path} at {now}");
        }
    }
}

#[tokio::test]
async fn equal_queries_are_equal_in_any_order() {
    let env = Env::start(StatusCode::OK, GOOD).await;
    env.get(PRODUCTS).await;
    let other = PRODUCTS.replace("2,1", "1,2,1");
    assert_eq!(env.get(&other).await.cache.as_deref(), Some("HIT"));
    let another = PRODUCTS.replace("2,1", "1,3");
    assert_eq!(env.get(&another).await.cache.as_deref(), Some("MISS"));
    assert_eq!(env.upstream.calls(), 2);
}

/// KeyAPI may know more in a moment. `agreement` has the cases of videos.
#[tokio::test]
async fn only_answers_with_data_are_cached() {
    for (data, is_cached) in [
        (r#"[{"a":"b"}]"#, true),
        (r#"{"a":"b"}"#, true),
        ("[]", false),
        ("{}", false),
        ("null", false),
        (r#""text""#, false),
    ] {
        let body = format!(r#"{{"code":0,"data":{data}}}"#);
        let env = Env::start(StatusCode::OK, &body).await;
        for path in [COVERS, PRODUCTS] {
            let before = env.upstream.calls();
            for _ in 0..2 {
                let seen = env.get(path).await;
                assert_eq!((seen.status, seen.body), (StatusCode::OK, body.clone()));
            }
            let calls = env.upstream.calls() - before;
            assert_eq!(calls, if is_cached { 1 } else { 2 }, "{path} {data}");
        }
    }
}
