//! What the calls beside the endpoint have in common: sign-in, one request for equal ones, the cache, and that nothing of
//! a client goes on.

use futures_util::future::{join, join_all};
use reqwest::Method;

use super::companion_env::{CALLS, query, upstream_path};
use super::proxy_env::{Answer, KEY, ProxyEnv, eventually};
use crate::support::fake_api::Fault;
use crate::support::fake_api::companion::Call;
use crate::support::fake_api::redirect::Redirect;
use crate::support::hosts::{Kind, Settings};
use crate::support::latch::Latch;
use crate::support::rows;

on_both!(
    nothing_from_the_client_is_sent_on,
    strangers_other_sites_and_other_methods_are_refused,
    smuggled_requests_do_not_reach_anyone,
    two_hundred_equal_ones_at_once_are_one,
    equal_ones_at_once_share_a_failure,
    each_is_cached_for_its_own_time,
    an_old_product_replaces_a_failure_and_an_old_cover_does_not,
    under_another_path,
    the_key_and_the_queries_are_nowhere,
);

/// With links that lead to videos.
pub async fn env(kind: Kind, change: impl FnOnce(&mut Settings)) -> ProxyEnv {
    let env = ProxyEnv::with(kind, change).await;
    for n in 0..20_u32 {
        let video = Redirect::to_video("anna", &rows::id(n.into()));
        let link = format!("https://vm.tiktok.com/ZM{n}/");
        env.api.companion().link(&link, video);
    }
    env
}

/// `ProxyEnv::received` checks the headers.
async fn nothing_from_the_client_is_sent_on(kind: Kind) {
    let env = env(kind, |_| {}).await;
    for call in CALLS {
        let request = env
            .request(Method::GET, &env.companion_url(call, &query(call, 1)))
            .header("Cookie", "session=private")
            .header("Referer", "https://team.example/secret-plan")
            .header("User-Agent", "somebody/1.0")
            .header("X-Forwarded-For", "203.0.113.7")
            .header("X-Query", query(call, 9))
            .header("X-Refusal", "")
            .header("X-Started", "0")
            .header("Accept-Language", "zh")
            .header("Sec-Fetch-Site", "same-origin")
            .body("a body on a GET");
        Answer::of(request).await.assert_companion("MISS");
        let received = env.received(call);
        assert_eq!(received.len(), 1);
        assert_eq!(received[0].path, upstream_path(call, 1));
        let key = received[0].header("authorization");
        assert_eq!(key.is_some(), call != Call::Links, "{call:?}");
    }
    assert!(env.received(Call::Links)[0].raw_query.is_empty());
    assert!(env.upstream().is_empty());
}

async fn strangers_other_sites_and_other_methods_are_refused(kind: Kind) {
    let env = env(kind, |_| {}).await;
    for call in CALLS {
        let url = env.companion_url(call, &query(call, 1));
        let stranger = Answer::of(env.anonymous(&url)).await;
        stranger.assert_refused(401);
        for site in ["cross-site", "same-site", "whatever"] {
            let request = env.request(Method::GET, &url);
            let answer = Answer::of(request.header("Sec-Fetch-Site", site)).await;
            answer.assert_refused(403);
        }
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let answer = Answer::of(env.request(method, &url).body("a=b")).await;
            answer.assert_refused(405);
            assert_eq!(answer.header("allow"), Some("GET"));
        }
        let head = Answer::of(env.request(Method::HEAD, &url)).await;
        assert_eq!(head.status, 405);
    }
    env.assert_nothing_was_sent();
    // A refusal is not cached, and a cached response needs a sign-in, too.
    for call in CALLS {
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_companion("MISS");
        let url = env.companion_url(call, &query(call, 1));
        let stranger = Answer::of(env.anonymous(&url)).await;
        stranger.assert_refused(401);
    }
}

/// Byte for byte: a client library would correct them.
async fn smuggled_requests_do_not_reach_anyone(kind: Kind) {
    let env = env(kind, |_| {}).await;
    let signed = env.authorization_line();
    let link = query(Call::Links, 1);
    let covers = "/v1/tiktok/covers/batch/download";
    let cover = query(Call::Covers, 1);
    for target in [
        format!("/api/resolve/../resolve?{link}"),
        format!("/api//resolve?{link}"),
        format!("/api/./resolve?{link}"),
        format!("/api/resolve;x?{link}"),
        format!("/api/%72esolve?{link}"),
        format!("/api%2Fresolve?{link}"),
        format!("/api/resolve%00?{link}"),
        format!("/api/resolve%3F{link}"),
        format!("/api/resolve?{link}#x"),
        format!("/api/resolve??{link}"),
        format!("/api/resolve?{link}\t"),
        format!("/api/resolve?{link}\\..\\x"),
        "/api/resolve?link=https://vm.tiktok.com/ZM1".to_owned(),
        "/tiktok?host=evil.example&path=/ZM1".to_owned(),
        "/tiktok?host=vm.tiktok.com&path=/ZM1".to_owned(),
        format!("/keyapi?{cover}"),
        format!("/request?{cover}"),
        format!("/api/v1/tiktok/covers/batch/../batch/download?{cover}"),
        format!("/api{covers}/?{cover}"),
        format!("/api{covers}%2F?{cover}"),
        format!("/api{covers}?{cover}#a"),
        format!("/api{covers}?{cover}%0d%0aHost:%20evil.example"),
    ] {
        let request = format!(
            "GET {target} HTTP/1.1\r\nHost: localhost\r\n{signed}Connection: close\r\n\r\n"
        );
        let answer = env.raw(request.as_bytes()).await;
        let status = answer.split(' ').nth(1);
        let status: u16 = status.and_then(|text| text.parse().ok()).unwrap_or(400);
        // A fragment is no part of a request: it may be dropped.
        let expected = matches!(status, 400..=499) || target.contains('#');
        assert!(expected, "{target}: {answer}");
    }
    for call in CALLS {
        for request in env.received(call) {
            assert_eq!(request.path, upstream_path(call, 1), "{request:?}");
        }
    }
    assert!(env.upstream().is_empty());
}

async fn two_hundred_equal_ones_at_once_are_one(kind: Kind) {
    for call in CALLS {
        let env = env(kind, |_| {}).await;
        let latch = Latch::closed();
        env.api.companion().next(call, Fault::Slow(latch.clone()));
        let answers = at_once(&env, call, 200, latch).await;
        let from = |cache| {
            let such = |answer: &&Answer| answer.header("x-cache") == Some(cache);
            answers.iter().filter(such).count()
        };
        assert_eq!((from("MISS"), from("HIT")), (1, 199), "{call:?}");
        assert_eq!(env.received(call).len(), 1, "{call:?}");
    }
}

async fn equal_ones_at_once_share_a_failure(kind: Kind) {
    for call in CALLS {
        let env = env(kind, |settings| settings.timeout_seconds = 2).await;
        let latch = Latch::closed();
        let reset = Fault::LateReset(latch.clone());
        env.api.companion().next(call, reset);
        for answer in at_once(&env, call, 20, latch).await {
            answer.assert_failed(502);
        }
        assert_eq!(env.received(call).len(), 1, "{call:?}");
        let later = env.companion(call, &query(call, 1)).await;
        later.assert_companion("MISS");
    }
}

/// Sends equal requests, and opens the latch when all of them wait for the first.
async fn at_once(env: &ProxyEnv, call: Call, count: usize, latch: Latch) -> Vec<Answer> {
    let url = env.companion_url(call, &query(call, 1));
    let asking = (0..count).map(|_| Answer::of(env.request(Method::GET, &url)));
    let opening = async {
        latch.reached().await;
        eventually("all requests to be read", async || env.has_read_from(count)).await;
        latch.open();
    };
    join(join_all(asking), opening).await.0
}

async fn each_is_cached_for_its_own_time(kind: Kind) {
    for (short, setting, times) in [
        (
            Call::Covers,
            "CLIPCART_COVERS_CACHE_SECONDS",
            [31_536_000, 86_400],
        ),
        (
            Call::Products,
            "CLIPCART_PRODUCTS_CACHE_SECONDS",
            [31_536_000, 72_000],
        ),
    ] {
        let env = env(kind, |settings| {
            settings.cache_seconds = 1;
            settings.more = vec![(setting, "1".to_owned())];
        })
        .await;
        for call in CALLS {
            let answer = env.companion(call, &query(call, 1)).await;
            answer.assert_companion("MISS");
        }
        // nginx has the times in its files.
        if kind == Kind::Nginx {
            let written = env.host.written();
            for time in times {
                assert!(written.contains(&format!("max-age={time}")), "{time}");
            }
        }
        eventually("the response to age", async || {
            let answer = env.companion(short, &query(short, 1)).await;
            answer.header("x-cache") == Some("MISS")
        })
        .await;
        for call in CALLS.into_iter().filter(|call| *call != short) {
            let answer = env.companion(call, &query(call, 1)).await;
            answer.assert_companion("HIT");
        }
    }
}

async fn an_old_product_replaces_a_failure_and_an_old_cover_does_not(kind: Kind) {
    let env = env(kind, |settings| {
        settings.more = vec![
            ("CLIPCART_COVERS_CACHE_SECONDS", "1".to_owned()),
            ("CLIPCART_PRODUCTS_CACHE_SECONDS", "1".to_owned()),
        ];
    })
    .await;
    for (call, cache, status) in [
        (Call::Covers, None, 500),
        (Call::Products, Some("STALE"), 200),
    ] {
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_companion("MISS");
        let ill = Fault::status(500, "ill");
        env.api.companion().always(call, ill);
        eventually("the response to age", async || {
            let answer = env.companion(call, &query(call, 1)).await;
            answer.status == status && answer.header("x-cache") == cache
        })
        .await;
    }
}

async fn under_another_path(kind: Kind) {
    let prefix = "/tools/clipcart/";
    let env = env(kind, |settings| settings.prefix = prefix.to_owned()).await;
    for call in CALLS {
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_companion("MISS");
    }
    let outside = format!("{}/api/resolve?{}", env.host.url(), query(Call::Links, 1));
    let answer = Answer::of(env.request(Method::GET, &outside)).await;
    assert_eq!(answer.status, 404);
    assert_eq!(env.get("config.json").await.json()["links"], "/resolve");
}

async fn the_key_and_the_queries_are_nowhere(kind: Kind) {
    let env = env(kind, |_| {}).await;
    for call in CALLS {
        for _ in 0..2 {
            let answer = env.companion(call, &query(call, 7)).await;
            assert!(!format!("{answer:?}").contains(KEY));
        }
    }
    eventually("six lines", async || env.host.log().len() >= 6).await;
    assert!(!env.host.written().contains(KEY));
    for line in env.host.log() {
        let line = line.to_string();
        for secret in ["ZM7", "cover_urls", "product_ids"] {
            assert!(!line.contains(secret), "{line}");
        }
    }
}
