//! An upstream that is slow, broken, unreachable, or has a wrong certificate.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::proxy_env::{KEY, ProxyEnv};
use crate::support::fake_api::{FakeApi, Fault, Key, RetryAfter};
use crate::support::hosts::Kind;
use crate::support::latch::Latch;
use crate::support::rows;
use crate::support::tls::{Authority, Names};

on_both!(
    an_unreadable_response_is_a_failure_with_a_message,
    a_timeout_is_a_failure_with_a_message,
    a_slow_response_within_the_timeout_is_good,
    an_unreachable_upstream_is_a_failure_with_a_message,
    retry_after_is_passed_on,
    nothing_is_sent_twice,
    the_upstream_has_to_prove_its_name,
    an_unknown_certificate_is_refused,
    a_certificate_for_another_name_is_refused,
);

const NAME: &str = "api.keyapi.test";

async fn an_unreadable_response_is_a_failure_with_a_message(kind: Kind) {
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
        let answer = env.request_video(&rows::id(1)).await;
        answer.assert_failed(502);
        assert_eq!(env.upstream().len(), n + 1, "{broken:?}");
    }
    env.request_video(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
}

async fn a_timeout_is_a_failure_with_a_message(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.timeout_seconds = 1).await;
    for slow in [Fault::Hang, Fault::Drip] {
        env.api.next(slow.clone());
        let began = Instant::now();
        env.request_video(&rows::id(1)).await.assert_failed(504);
        assert!(began.elapsed() < Duration::from_secs(10), "{slow:?}");
    }
    assert_eq!(env.upstream().len(), 2);
}

async fn a_slow_response_within_the_timeout_is_good(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let latch = Latch::closed();
    env.api.next(Fault::Slow(latch.clone()));
    let id = rows::id(1);
    let opening = async {
        latch.reached().await;
        assert_eq!(env.get("healthz").await.status, 200);
        latch.open();
    };
    let (answer, ()) = tokio::join!(env.request_video(&id), opening);
    answer.assert_good(&id, "MISS");
}

async fn an_unreachable_upstream_is_a_failure_with_a_message(kind: Kind) {
    // A port without a listener.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let away = format!("http://{}", free.local_addr().unwrap());
    drop(free);
    let env = ProxyEnv::with(kind, |settings| settings.upstream = away).await;
    env.request_video(&rows::id(1)).await.assert_failed(502);
}

async fn retry_after_is_passed_on(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for value in ["7", "Wed, 21 Oct 2026 07:28:00 GMT"] {
        env.api
            .next(Fault::too_fast(Some(RetryAfter::hidden(value))));
        let answer = env.request_video(&rows::id(1)).await;
        answer.assert_failed(429);
        assert_eq!(answer.header("retry-after"), Some(value));
    }
    let odd = RetryAfter::hidden("7; key=value");
    env.api.next(Fault::too_fast(Some(odd)));
    let answer = env.request_video(&rows::id(1)).await;
    assert_eq!((answer.status, answer.header("retry-after")), (429, None));
}

async fn nothing_is_sent_twice(kind: Kind) {
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
        assert_ne!(env.request_video(&rows::id(1)).await.status, 200);
        assert_eq!(env.upstream().len(), n + 1);
    }
}

async fn the_upstream_has_to_prove_its_name(kind: Kind) {
    let authority = Authority::new();
    let (env, names) = over_tls(kind, NAME, &authority, &authority).await;
    let id = rows::id(1);
    env.request_video(&id).await.assert_good(&id, "MISS");
    assert_eq!(names.all(), [Some(NAME.to_owned())]);
}

async fn an_unknown_certificate_is_refused(kind: Kind) {
    let (env, _) = over_tls(kind, NAME, &Authority::new(), &Authority::new()).await;
    env.request_video(&rows::id(1)).await.assert_failed(502);
    assert!(env.upstream().is_empty());
}

async fn a_certificate_for_another_name_is_refused(kind: Kind) {
    let authority = Authority::new();
    let (env, _) = over_tls(kind, "other.test", &authority, &authority).await;
    env.request_video(&rows::id(1)).await.assert_failed(502);
    assert!(env.upstream().is_empty());
}

/// With an upstream that has a certificate for `certified`, signed by `signer`. The proxy trusts `trusted`.
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
    let env = ProxyEnv::with_api(kind, api, |settings| settings.ca = Some(ca)).await;
    (env, names)
}
