//! How much may be asked: by one, and by all in a day.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures_util::future::join_all;
use reqwest::Method;

use super::proxy_env::{Answer, ProxyEnv, eventually, question};
use crate::support::fake_api::Fault;
use crate::support::hosts::Kind;
use crate::support::http;
use crate::support::rows;

on_both!(
    who_asks_too_often_waits,
    a_page_asked_for_too_often_says_so_to_people,
    passwords_cannot_be_tried_fast,
    nobody_else_can_use_up_a_users_share,
    a_day_has_so_many_credits,
    a_days_credits_hold_for_questions_at_once,
    a_failure_takes_a_credit_too,
    without_credits_an_older_answer_stands_in,
);

async fn who_asks_too_often_waits(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 3).await;
    let mut answers = Vec::new();
    for n in 0..6 {
        answers.push(env.ask_about(&rows::id(n)).await);
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

async fn a_page_asked_for_too_often_says_so_to_people(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 1).await;
    assert_eq!(env.get("").await.status, 200);
    let answer = env.get("").await;
    assert_eq!(answer.status, 429);
    assert!(answer.text.contains("wait a little"), "{answer:?}");
    assert!(answer.header("retry-after").is_some(), "{answer:?}");
}

async fn passwords_cannot_be_tried_fast(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 3).await;
    let url = env.api_url(&question(&rows::id(1)));
    let mut statuses = Vec::new();
    for n in 0..8 {
        // Another name each time: what counts is where they come from.
        let request = env.stranger(&url).basic_auth(format!("anna{n}"), Some(n));
        statuses.push(Answer::of(request).await.status);
    }
    assert!(statuses.contains(&429), "{statuses:?}");
}

/// …by giving wrong passwords under the same name.
async fn nobody_else_can_use_up_a_users_share(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 3).await;
    let (name, password) = &env.settings.users[0];
    let url = env.api_url(&question(&rows::id(1)));
    // Where they come from is told by the platform, or is the connection's own.
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

async fn a_day_has_so_many_credits(kind: Kind) {
    let env = within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| settings.daily = 2).await;
        for n in [1, 2] {
            env.ask_about(&rows::id(n))
                .await
                .assert_good(&rows::id(n), "MISS");
        }
        let answer = env.ask_about(&rows::id(3)).await;
        answer.assert_refused(429);
        let seconds: u64 = answer.header("retry-after").unwrap().parse().unwrap();
        let midnight = 86_400 - now() % 86_400;
        assert!(seconds.abs_diff(midnight) < 60, "{seconds} {midnight}");
        env
    })
    .await;
    // What is kept costs nothing, and is answered as before.
    env.ask_about(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "HIT");
    assert_eq!(env.upstream().len(), 2);
}

async fn a_days_credits_hold_for_questions_at_once(kind: Kind) {
    let env = within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| settings.daily = 5).await;
        let asking = (0..40).map(|n| {
            let url = env.api_url(&question(&rows::id(n)));
            Answer::of(env.request(Method::GET, &url))
        });
        for answer in join_all(asking).await {
            assert!(matches!(answer.status, 200 | 429), "{answer:?}");
        }
        env
    })
    .await;
    // Two that come to nginx's last credit at once may both be refused; never are there too many.
    let spent = env.upstream().len();
    assert!(
        spent == 5 || kind == Kind::Nginx && (1..5).contains(&spent),
        "{spent}"
    );
}

/// Whether KeyAPI bills failures is not known.
async fn a_failure_takes_a_credit_too(kind: Kind) {
    within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| settings.daily = 1).await;
        env.api.next(Fault::status(500, "ill"));
        env.ask_about(&rows::id(1)).await.assert_failed(500);
        env.ask_about(&rows::id(1)).await.assert_refused(429);
        env
    })
    .await;
}

async fn without_credits_an_older_answer_stands_in(kind: Kind) {
    let id = rows::id(1);
    let env = within_a_day(async || {
        let env = ProxyEnv::with(kind, |settings| {
            settings.daily = 1;
            settings.cache_seconds = 1;
        })
        .await;
        env.ask_about(&id).await.assert_good(&id, "MISS");
        eventually("the answer to age", async || {
            env.ask_about(&id).await.header("x-cache") == Some("STALE")
        })
        .await;
        env
    })
    .await;
    assert_eq!(env.upstream().len(), 1);
}

/// The count begins anew at midnight: a case that is about to meet it waits for it first.
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
