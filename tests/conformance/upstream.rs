//! An upstream that is slow, broken, too large, elsewhere, or not who it says.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::proxy_env::{KEY, ProxyEnv};
use crate::support::fake_api::{FakeApi, Fault, Key, RetryAfter};
use crate::support::hosts::Kind;
use crate::support::latch::Latch;
use crate::support::rows;
use crate::support::tls::{Authority, Names};

on_both!(
    what_cannot_be_read_is_a_failure_in_words,
    what_does_not_come_in_time_is_a_failure_in_words,
    what_comes_late_but_in_time_is_an_answer,
    an_upstream_that_is_away_is_a_failure_in_words,
    retry_after_comes_back,
    nothing_is_asked_twice,
    the_upstream_has_to_prove_its_name,
    an_unknown_certificate_is_refused,
    a_certificate_for_another_name_is_refused,
);

const NAME: &str = "api.keyapi.test";

async fn what_cannot_be_read_is_a_failure_in_words(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let broken = [
        Fault::NotJson,
        Fault::TruncatedJson,
        Fault::EmptyBody,
        Fault::ResetConnection,
        Fault::Redirect("https://elsewhere.example/".to_owned()),
        Fault::Huge(1_500_000),
        Fault::Huge(9_000_000),
    ];
    for (n, broken) in broken.iter().enumerate() {
        env.api.next(broken.clone());
        let answer = env.ask_about(&rows::id(1)).await;
        answer.assert_failed(502);
        assert_eq!(env.upstream().len(), n + 1, "{broken:?}");
    }
    env.ask_about(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
}

async fn what_does_not_come_in_time_is_a_failure_in_words(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.timeout_seconds = 1).await;
    for slow in [Fault::Hang, Fault::Drip] {
        env.api.next(slow.clone());
        let began = Instant::now();
        env.ask_about(&rows::id(1)).await.assert_failed(504);
        assert!(began.elapsed() < Duration::from_secs(10), "{slow:?}");
    }
    assert_eq!(env.upstream().len(), 2);
}

async fn what_comes_late_but_in_time_is_an_answer(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let latch = Latch::closed();
    env.api.next(Fault::Slow(latch.clone()));
    let id = rows::id(1);
    let opening = async {
        latch.reached().await;
        assert_eq!(env.get("healthz").await.status, 200);
        latch.open();
    };
    let (answer, ()) = tokio::join!(env.ask_about(&id), opening);
    answer.assert_good(&id, "MISS");
}

async fn an_upstream_that_is_away_is_a_failure_in_words(kind: Kind) {
    // A port that nothing listens on.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let away = format!("http://{}", free.local_addr().unwrap());
    drop(free);
    let env = ProxyEnv::with(kind, |settings| settings.upstream = away).await;
    env.ask_about(&rows::id(1)).await.assert_failed(502);
}

async fn retry_after_comes_back(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for value in ["7", "Wed, 21 Oct 2026 07:28:00 GMT"] {
        env.api
            .next(Fault::too_fast(Some(RetryAfter::hidden(value))));
        let answer = env.ask_about(&rows::id(1)).await;
        answer.assert_failed(429);
        assert_eq!(answer.header("retry-after"), Some(value));
    }
    let odd = RetryAfter::hidden("7; key=value");
    env.api.next(Fault::too_fast(Some(odd)));
    let answer = env.ask_about(&rows::id(1)).await;
    assert_eq!((answer.status, answer.header("retry-after")), (429, None));
}

async fn nothing_is_asked_twice(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for (n, broken) in [
        Fault::status(500, "ill"),
        Fault::status(502, "ill"),
        Fault::status(503, "ill"),
        Fault::too_fast(None),
        Fault::ResetConnection,
    ]
    .into_iter()
    .enumerate()
    {
        env.api.next(broken);
        assert_ne!(env.ask_about(&rows::id(1)).await.status, 200);
        assert_eq!(env.upstream().len(), n + 1);
    }
}

async fn the_upstream_has_to_prove_its_name(kind: Kind) {
    let authority = Authority::new();
    let (env, names) = over_tls(kind, NAME, &authority, &authority).await;
    let id = rows::id(1);
    env.ask_about(&id).await.assert_good(&id, "MISS");
    assert_eq!(names.all(), [Some(NAME.to_owned())]);
}

async fn an_unknown_certificate_is_refused(kind: Kind) {
    let (env, _) = over_tls(kind, NAME, &Authority::new(), &Authority::new()).await;
    env.ask_about(&rows::id(1)).await.assert_failed(502);
    assert!(env.upstream().is_empty());
}

async fn a_certificate_for_another_name_is_refused(kind: Kind) {
    let authority = Authority::new();
    let (env, _) = over_tls(kind, "other.test", &authority, &authority).await;
    env.ask_about(&rows::id(1)).await.assert_failed(502);
    assert!(env.upstream().is_empty());
}

/// Before an upstream that shows a certificate for `certified`, signed by `signer`, where `trusted` is trusted.
async fn over_tls(
    kind: Kind,
    certified: &str,
    signer: &Authority,
    trusted: &Authority,
) -> (ProxyEnv, Names) {
    let (tls, names) = signer.server(certified);
    let api = FakeApi::start_tls(Key::Required(KEY.to_owned()), NAME, tls).await;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("certificates");
    std::fs::create_dir_all(&folder).unwrap();
    let port = api.url().rsplit(':').next().unwrap_or_default().to_owned();
    let ca = folder.join(format!("{port}.pem"));
    trusted.write(&ca);
    let env = ProxyEnv::before(kind, api, |settings| settings.ca = Some(ca)).await;
    (env, names)
}
