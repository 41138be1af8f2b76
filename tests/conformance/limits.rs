//! Limits: requests per minute of one client, credits per day of all.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures_util::future::join_all;
use reqwest::Method;

use super::proxy_env::{Answer, ProxyEnv, analytics_query, eventually};
use crate::support::fake_api::Fault;
use crate::support::hosts::Kind;
use crate::support::http;
use crate::support::rows;

on_both!(
    too_many_requests_are_refused,
    a_limited_page_explains_itself_to_people,
    passwords_cannot_be_guessed_fast,
    nobody_else_can_use_up_a_users_limit,
    the_credits_of_a_day_are_limited,
    the_credits_of_a_day_limit_queries_at_once,
    a_failure_takes_a_credit_too,
    without_credits_a_stale_response_is_served,
);

async fn too_many_requests_are_refused(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 3).await;
    let mut answers = Vec::new();
    for n in 0..6 {
        answers.push(env.request_video(&rows::id(n)).await);
    }
    let refused: Vec<_> = answers.iter().filter(|a| a.status == 429).collect();
    assert!(!refused.is_empty(), "{answers:?}");
    for answer in &refused {
        answer.assert_refused(429);
        let seconds: u32 = answer.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=60).contains(&seconds), "{seconds}");
    }
    assert_eq!(env.upstream().len(), answers.len() - refused.len());
}

async fn a_limited_page_explains_itself_to_people(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 1).await;
    assert_eq!(env.get("").await.status, 200);
    let answer = env.get("").await;
    assert_eq!(answer.status, 429);
    assert!(answer.text.contains("wait a moment"), "{answer:?}");
    assert!(answer.header("retry-after").is_some(), "{answer:?}");
}

async fn passwords_cannot_be_guessed_fast(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 3).await;
    let url = env.api_url(&analytics_query(&rows::id(1)));
    let mut statuses = Vec::new();
    for n in 0..8 {
        // Another name each time: the limit is per address.
        let request = env.anonymous(&url).basic_auth(format!("anna{n}"), Some(n));
        statuses.push(Answer::of(request).await.status);
    }
    assert!(statuses.contains(&429), "{statuses:?}");
}

/// Wrong passwords with the same name do not count against the user.
async fn nobody_else_can_use_up_a_users_limit(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 3).await;
    let (name, password) = &env.settings.users[0];
    let url = env.api_url(&analytics_query(&rows::id(1)));
    // The address is that of the connection, or the one that the platform sends.
    let from = |last: u8| {
        let client = http::client_from([127, 0, 0, last].into());
        let request = client.get(&url);
        request.header("CF-Connecting-IP", format!("203.0.113.{last}"))
    };
    for n in 0..6 {
        let status = Answer::of(from(2).basic_auth(name, Some(n))).await.status;
        assert!(matches!(status, 401 | 429), "{status}");
    }
    let answer = Answer::of(from(3).basic_auth(name, Some(password))).await;
    answer.assert_good(&rows::id(1), "MISS");
}

async fn the_credits_of_a_day_are_limited(kind: Kind) {
    let env = within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| settings.daily = 2).await;
        for n in [1, 2] {
            env.request_video(&rows::id(n))
                .await
                .assert_good(&rows::id(n), "MISS");
        }
        let answer = env.request_video(&rows::id(3)).await;
        answer.assert_refused(429);
        let seconds: u64 = answer.header("retry-after").unwrap().parse().unwrap();
        let midnight = 86_400 - now() % 86_400;
        assert!(seconds.abs_diff(midnight) < 60, "{seconds} {midnight}");
        env
    })
    .await;
    // Cached responses cost nothing.
    env.request_video(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "HIT");
    assert_eq!(env.upstream().len(), 2);
}

async fn the_credits_of_a_day_limit_queries_at_once(kind: Kind) {
    let env = within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| settings.daily = 5).await;
        let asking = (0..40).map(|n| {
            let url = env.api_url(&analytics_query(&rows::id(n)));
            Answer::of(env.request(Method::GET, &url))
        });
        for answer in join_all(asking).await {
            assert!(matches!(answer.status, 200 | 429), "{answer:?}");
        }
        env
    })
    .await;
    // Two requests for nginx's last credit at once may both be refused. The limit is never exceeded.
    let spent = env.upstream().len();
    assert!(
        spent == 5 || kind == Kind::Nginx && (1..5).contains(&spent),
        "{spent}"
    );
}

/// It is not known whether KeyAPI charges for failures.
async fn a_failure_takes_a_credit_too(kind: Kind) {
    within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| settings.daily = 1).await;
        env.api.next(Fault::status(500, "ill"));
        env.request_video(&rows::id(1)).await.assert_failed(500);
        env.request_video(&rows::id(1)).await.assert_refused(429);
        env
    })
    .await;
}

async fn without_credits_a_stale_response_is_served(kind: Kind) {
    let id = rows::id(1);
    let env = within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| {
            settings.daily = 1;
            settings.cache_seconds = 1;
        })
        .await;
        env.request_video(&id).await.assert_good(&id, "MISS");
        eventually("the answer to age", async || {
            env.request_video(&id).await.header("x-cache") == Some("STALE")
        })
        .await;
        env
    })
    .await;
    assert_eq!(env.upstream().len(), 1);
}

/// The count restarts at midnight, so that a case just before midnight waits for it first.
pub async fn within_a_day(case: impl AsyncFn() -> ProxyEnv) -> ProxyEnv {
    let day = now() / 86_400;
    if now() % 86_400 > 86_400 - 60 {
        while now() / 86_400 == day {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    case().await
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs()
}
