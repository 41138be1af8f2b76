//! What is kept, for whom and how long, and what equal questions at once cost.

use futures_util::future::{join, join_all};
use reqwest::Method;

use super::proxy_env::{Answer, ProxyEnv, eventually, question};
use crate::support::fake_api::Fault;
use crate::support::hosts::Kind;
use crate::support::latch::Latch;
use crate::support::rows;

on_both!(
    an_equal_question_is_answered_from_what_is_kept,
    another_question_is_asked,
    two_hundred_equal_questions_at_once_cost_one_credit,
    equal_questions_at_once_share_a_failure,
    equal_questions_at_once_share_what_never_ends,
    what_was_paid_for_is_kept_though_nobody_waits,
    errors_are_never_kept,
    what_is_no_good_answer_is_not_kept,
    an_answer_that_has_aged_is_asked_anew,
    an_ill_upstream_is_stood_in_for_by_an_older_answer,
    other_failures_are_not_stood_in_for,
);

async fn an_equal_question_is_answered_from_what_is_kept(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let first = env.ask_about(&id).await;
    first.assert_good(&id, "MISS");
    for _ in 0..3 {
        let again = env.ask_about(&id).await;
        again.assert_good(&id, "HIT");
        assert_eq!(again.text, first.text);
    }
    assert_eq!(env.upstream().len(), 1);
}

async fn another_question_is_asked(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let (one, two) = (rows::id(1), rows::id(2));
    let questions = [
        question(&one),
        question(&two),
        question(&format!("{one},{two}")),
        format!("video_ids={one}&page_num=2&page_size=10"),
        format!("video_ids={one}&page_num=1&page_size=1"),
    ];
    for query in &questions {
        let answer = env.ask(query).await;
        assert_eq!(
            (answer.status, answer.header("x-cache")),
            (200, Some("MISS")),
            "{query}"
        );
    }
    assert_eq!(env.upstream().len(), questions.len());
}

async fn two_hundred_equal_questions_at_once_cost_one_credit(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let latch = Latch::closed();
    env.api.next(Fault::Slow(latch.clone()));
    let answers = ask_at_once(&env, 200, latch, &id).await;
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

/// Each of them would cost a credit to be told the same.
async fn equal_questions_at_once_share_a_failure(kind: Kind) {
    // nginx lets its waiting requests look every half second, and all of them when their time is up.
    let env = ProxyEnv::with(kind, |settings| settings.timeout_seconds = 2).await;
    let latch = Latch::closed();
    env.api.next(Fault::LateReset(latch.clone()));
    for answer in ask_at_once(&env, 20, latch, &rows::id(1)).await {
        answer.assert_failed(502);
    }
    assert_eq!(env.upstream().len(), 1);
    // Who comes later asks again.
    env.ask_about(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
}

/// An answer that drips has its time as a whole, or those who wait for it would go on to ask for themselves.
async fn equal_questions_at_once_share_what_never_ends(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.timeout_seconds = 1).await;
    env.api.always(Fault::Drip);
    let asking = (0..20).map(|_| env.ask_about("7521783049722285367"));
    for answer in join_all(asking).await {
        answer.assert_failed(504);
    }
    assert_eq!(env.upstream().len(), 1);
}

/// Asks the same so often that all wait for the first; then opens the gate.
async fn ask_at_once(env: &ProxyEnv, count: usize, latch: Latch, id: &str) -> Vec<Answer> {
    let asking = (0..count).map(|_| {
        let request = env.request(Method::GET, &env.api_url(&question(id)));
        Answer::of(request)
    });
    let opening = async {
        latch.reached().await;
        eventually("all of them to be read", async || env.has_read_from(count)).await;
        latch.open();
    };
    join(join_all(asking), opening).await.0
}

async fn what_was_paid_for_is_kept_though_nobody_waits(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let latch = Latch::closed();
    env.api.next(Fault::Slow(latch.clone()));
    let request = env.request(Method::GET, &env.api_url(&question(&id)));
    tokio::select! {
        answer = Answer::of(request) => panic!("{answer:?}"),
        // Its asker is dropped with the connection.
        () = latch.reached() => {}
    }
    let (answer, ()) = tokio::join!(env.ask_about(&id), async { latch.open() });
    answer.assert_good(&id, "HIT");
    assert_eq!(env.upstream().len(), 1);
}

async fn errors_are_never_kept(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    for status in [400, 401, 402, 403, 404, 418, 429, 500, 503] {
        env.api.next(Fault::status(status, "as the API says it"));
        let answer = env.ask_about(&id).await;
        answer.assert_failed(status);
        assert_eq!(answer.json()["message"], "as the API says it");
    }
    for code in [400, 401, 402, 429, 500] {
        env.api.next(Fault::code(code, "in its body"));
        let answer = env.ask_about(&id).await;
        answer.assert_failed(u16::try_from(code).unwrap());
        assert_eq!(answer.json()["code"], code);
    }
    assert_eq!(env.upstream().len(), 14);
    env.ask_about(&id).await.assert_good(&id, "MISS");
}

async fn what_is_no_good_answer_is_not_kept(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for odd in [
        Fault::DataNull,
        Fault::MissingData,
        Fault::DataIs("rows".into()),
        Fault::code(7, "a code of its own"),
    ] {
        env.api.next(odd);
        let answer = env.ask_about(&rows::id(1)).await;
        assert_eq!(answer.status, 200, "the page says best what it makes of it");
    }
    assert_eq!(env.upstream().len(), 4);
    env.ask_about(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
}

async fn an_answer_that_has_aged_is_asked_anew(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.cache_seconds = 1).await;
    let id = rows::id(1);
    env.ask_about(&id).await.assert_good(&id, "MISS");
    eventually("the answer to age", async || {
        env.ask_about(&id).await.header("x-cache") == Some("MISS")
    })
    .await;
    assert_eq!(env.upstream().len(), 2);
}

async fn an_ill_upstream_is_stood_in_for_by_an_older_answer(kind: Kind) {
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
    let good = env.ask_about(&id).await;
    good.assert_good(&id, "MISS");
    for ill in ills {
        env.api.always(ill.clone());
        eventually(
            &format!("an older answer in place of {ill:?}"),
            async || {
                let answer = env.ask_about(&id).await;
                assert_eq!(answer.status, 200, "{ill:?}: {answer:?}");
                assert_eq!(answer.text, good.text);
                answer.header("x-cache") == Some("STALE") && answer.header("age").is_some()
            },
        )
        .await;
        // What is not kept at all has nothing to stand in.
        let other = env.ask_about(&rows::id(2)).await;
        assert_ne!(other.status, 200, "{ill:?}");
    }
    env.api.always(None);
    eventually("a new answer", async || {
        env.ask_about(&id).await.header("x-cache") == Some("MISS")
    })
    .await;
}

/// What whoever runs the proxy has to hear of, and soon.
async fn other_failures_are_not_stood_in_for(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.cache_seconds = 1).await;
    let id = rows::id(1);
    env.ask_about(&id).await.assert_good(&id, "MISS");
    for status in [401, 402] {
        env.api.always(Fault::status(status, "no"));
        eventually("the failure", async || {
            env.ask_about(&id).await.status == status
        })
        .await;
    }
}
