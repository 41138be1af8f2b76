//! The cache: what is cached and for how long, equal queries at once, stale responses.

use futures_util::future::{join, join_all};
use reqwest::Method;

use super::proxy_env::{Answer, ProxyEnv, analytics_query, eventually};
use crate::support::fake_api::Fault;
use crate::support::hosts::Kind;
use crate::support::latch::Latch;
use crate::support::rows;

on_both!(
    an_equal_query_gets_the_cached_response,
    another_query_is_sent,
    two_hundred_equal_queries_at_once_cost_one_credit,
    equal_queries_at_once_share_a_failure,
    equal_queries_at_once_share_a_response_that_never_ends,
    a_response_is_cached_though_its_client_disconnected,
    errors_are_not_cached,
    only_good_responses_are_cached,
    an_old_response_is_renewed,
    a_failing_upstream_is_replaced_by_a_stale_response,
    other_failures_are_passed_on,
);

async fn an_equal_query_gets_the_cached_response(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let first = env.request_video(&id).await;
    first.assert_good(&id, "MISS");
    for _ in 0..3 {
        let again = env.request_video(&id).await;
        again.assert_good(&id, "HIT");
        assert_eq!(again.text, first.text);
    }
    assert_eq!(env.upstream().len(), 1);
}

async fn another_query_is_sent(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let (one, two) = (rows::id(1), rows::id(2));
    let queries = [
        analytics_query(&one),
        analytics_query(&two),
        analytics_query(&format!("{one},{two}")),
        format!("video_ids={one}&page_num=2&page_size=10"),
        format!("video_ids={one}&page_num=1&page_size=1"),
    ];
    for query in &queries {
        let answer = env.request_query(query).await;
        assert_eq!(
            (answer.status, answer.header("x-cache")),
            (200, Some("MISS")),
            "{query}"
        );
    }
    assert_eq!(env.upstream().len(), queries.len());
}

async fn two_hundred_equal_queries_at_once_cost_one_credit(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let latch = Latch::closed();
    env.api.next(Fault::Slow(latch.clone()));
    let answers = request_at_once(&env, 200, latch, &id).await;
    let from = |cache| {
        let such = |answer: &&Answer| answer.header("x-cache") == Some(cache);
        answers.iter().filter(such).count()
    };
    for answer in &answers {
        assert_eq!(answer.json()["data"][0]["video_id"], id);
    }
    assert_eq!((from("MISS"), from("HIT")), (1, 199));
    assert_eq!(env.upstream().len(), 1);
}

/// Otherwise each of them would cost a credit for the same failure.
async fn equal_queries_at_once_share_a_failure(kind: Kind) {
    // Waiting requests look into nginx's cache every half second, and once more at their timeout.
    let env = ProxyEnv::with(kind, |settings| settings.timeout_seconds = 2).await;
    let latch = Latch::closed();
    env.api.next(Fault::LateReset(latch.clone()));
    for answer in request_at_once(&env, 20, latch, &rows::id(1)).await {
        answer.assert_failed(502);
    }
    assert_eq!(env.upstream().len(), 1);
    // A later request is sent to KeyAPI again.
    env.request_video(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
}

/// The timeout is for the whole response. Otherwise the waiting requests would be sent, too.
async fn equal_queries_at_once_share_a_response_that_never_ends(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.timeout_seconds = 1).await;
    env.api.always(Fault::Drip);
    let asking = (0..20).map(|_| env.request_video("7521783049722285367"));
    for answer in join_all(asking).await {
        answer.assert_failed(504);
    }
    assert_eq!(env.upstream().len(), 1);
}

/// Sends `count` equal requests, and opens the latch when all of them wait for the first.
async fn request_at_once(env: &ProxyEnv, count: usize, latch: Latch, id: &str) -> Vec<Answer> {
    let asking = (0..count).map(|_| {
        let request = env.request(Method::GET, &env.api_url(&analytics_query(id)));
        Answer::of(request)
    });
    let opening = async {
        latch.reached().await;
        eventually("all requests to be read", async || env.has_read_from(count)).await;
        latch.open();
    };
    join(join_all(asking), opening).await.0
}

async fn a_response_is_cached_though_its_client_disconnected(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let latch = Latch::closed();
    env.api.next(Fault::Slow(latch.clone()));
    let request = env.request(Method::GET, &env.api_url(&analytics_query(&id)));
    tokio::select! {
        answer = Answer::of(request) => panic!("{answer:?}"),
        // The client disconnects.
        () = latch.reached() => {}
    }
    let (answer, ()) = tokio::join!(env.request_video(&id), async { latch.open() });
    answer.assert_good(&id, "HIT");
    assert_eq!(env.upstream().len(), 1);
}

async fn errors_are_not_cached(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    for status in [400, 401, 402, 403, 404, 418, 429, 500, 503] {
        env.api.next(Fault::status(status, "as the API says it"));
        let answer = env.request_video(&id).await;
        answer.assert_failed(status);
        assert_eq!(answer.json()["message"], "as the API says it");
    }
    for code in [400, 401, 402, 429, 500] {
        env.api.next(Fault::code(code, "in its body"));
        let answer = env.request_video(&id).await;
        answer.assert_failed(u16::try_from(code).unwrap());
        assert_eq!(answer.json()["code"], code);
    }
    assert_eq!(env.upstream().len(), 14);
    env.request_video(&id).await.assert_good(&id, "MISS");
}

async fn only_good_responses_are_cached(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for odd in [
        Fault::DataNull,
        Fault::MissingData,
        Fault::DataIs("rows".into()),
        Fault::code(7, "a code of its own"),
    ] {
        env.api.next(odd);
        let answer = env.request_video(&rows::id(1)).await;
        assert_eq!(answer.status, 200, "the page says best what it makes of it");
    }
    assert_eq!(env.upstream().len(), 4);
    env.request_video(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
}

async fn an_old_response_is_renewed(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.cache_seconds = 1).await;
    let id = rows::id(1);
    env.request_video(&id).await.assert_good(&id, "MISS");
    eventually("the answer to age", async || {
        env.request_video(&id).await.header("x-cache") == Some("MISS")
    })
    .await;
    assert_eq!(env.upstream().len(), 2);
}

async fn a_failing_upstream_is_replaced_by_a_stale_response(kind: Kind) {
    let ills = [
        Fault::status(500, "ill"),
        Fault::status(503, "ill"),
        Fault::too_fast(None),
        Fault::code(500, "ill"),
        Fault::NotJson,
        Fault::TruncatedJson,
        Fault::ResetConnection,
        Fault::Hang,
    ];
    let env = ProxyEnv::with(kind, |settings| {
        settings.cache_seconds = 1;
        settings.timeout_seconds = 1;
    })
    .await;
    let id = rows::id(1);
    let good = env.request_video(&id).await;
    good.assert_good(&id, "MISS");
    for ill in ills {
        env.api.always(ill.clone());
        eventually(
            &format!("an older answer in place of {ill:?}"),
            async || {
                let answer = env.request_video(&id).await;
                assert_eq!(answer.status, 200, "{ill:?}: {answer:?}");
                assert_eq!(answer.text, good.text);
                answer.header("x-cache") == Some("STALE") && answer.header("age").is_some()
            },
        )
        .await;
        // Without a cached response there is no stale one.
        let other = env.request_video(&rows::id(2)).await;
        assert_ne!(other.status, 200, "{ill:?}");
    }
    env.api.always(None);
    eventually("a new answer", async || {
        env.request_video(&id).await.header("x-cache") == Some("MISS")
    })
    .await;
}

/// The site's administrator has to learn of these soon.
async fn other_failures_are_passed_on(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.cache_seconds = 1).await;
    let id = rows::id(1);
    env.request_video(&id).await.assert_good(&id, "MISS");
    for status in [401, 402] {
        env.api.always(Fault::status(status, "no"));
        eventually("the failure", async || {
            env.request_video(&id).await.status == status
        })
        .await;
    }
}
