//! Short links: which server is requested, and what its response means. Redirects are never followed.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::agreement::cases;
use super::proxy_env::ProxyEnv;
use crate::support::fake_api::companion::Call;
use crate::support::fake_api::redirect::Redirect;
use crate::support::fake_api::{FakeApi, Fault, Key, RetryAfter};
use crate::support::hosts::Kind;
use crate::support::rows;
use crate::support::tls::Authority;

on_both!(
    a_link_leads_to_its_video,
    every_redirect_is_understood_or_refused,
    failures_are_told_apart_and_not_cached,
    tiktok_may_take_only_so_long,
    a_video_is_cached_whatever_follows,
    hosts_come_from_a_table,
    tiktok_has_to_prove_its_name,
);

const LINK: &str = "link=https%3A%2F%2Fvm.tiktok.com%2FZMabc%2F";

async fn a_link_leads_to_its_video(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let video = Redirect::to_video("anna.b_1", &id);
    env.api
        .companion()
        .link("https://vm.tiktok.com/ZMabc/", video);
    let answer = env.companion(Call::Links, LINK).await;
    answer.assert_companion("MISS");
    let expected = json!({
        "code": 0,
        "message": "success",
        "data": {
            "link": "https://vm.tiktok.com/ZMabc",
            "video_id": id,
            "url": format!("https://www.tiktok.com/@anna.b_1/video/{id}"),
        },
    });
    assert_eq!(answer.json(), expected);
    // With or without a slash at its end it is the same link.
    let same = LINK.trim_end_matches("%2F");
    let again = env.companion(Call::Links, same).await;
    again.assert_companion("HIT");
    assert_eq!(again.text, answer.text);
    let received = env.received(Call::Links);
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].path, "/vm.tiktok.com/ZMabc");
    // KeyAPI has nothing to do with it.
    assert!(env.upstream().is_empty());
}

async fn every_redirect_is_understood_or_refused(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for (n, case) in cases("redirects").iter().enumerate() {
        let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
        let link = format!("https://vm.tiktok.com/ZMcase{n}");
        let redirect = match case["location"].as_str() {
            Some(location) => Redirect::With(status, location.to_owned()),
            None => Redirect::Status(status),
        };
        env.api.companion().link(&link, redirect);
        let query = format!("link=https%3A%2F%2Fvm.tiktok.com%2FZMcase{n}");
        let answer = env.companion(Call::Links, &query).await;
        assert_eq!(answer.status, case["passed"], "{case}: {answer:?}");
        assert_eq!(answer.header("location"), None, "{case}");
        if case["url"].is_string() {
            let data = &answer.json()["data"];
            assert_eq!(data["video_id"], case["video_id"], "{case}");
            assert_eq!(data["url"], case["url"], "{case}");
            assert_eq!(data["link"], link, "{case}");
        } else {
            answer.assert_failed(answer.status);
            let named = match answer.status {
                404 => json!({"link": link}),
                _ => Value::Null,
            };
            assert_eq!(answer.json()["data"], named, "{case}");
        }
        let sent = env.received(Call::Links);
        assert_eq!(sent.len(), n + 1, "{case}: something was followed");
    }
    assert!(env.upstream().is_empty());
}

async fn failures_are_told_apart_and_not_cached(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let faults = [
        (502, Fault::ResetConnection),
        (429, Fault::too_fast(Some(RetryAfter::hidden("7")))),
        (502, Fault::Huge(9_000_000)),
        (502, Fault::NotJson),
        (404, Fault::Response(404, "x".repeat(9_000_000))),
        (404, Fault::status(404, "no such link")),
    ];
    let count = faults.len();
    for (status, fault) in faults {
        env.api.companion().next(Call::Links, fault.clone());
        let answer = env.companion(Call::Links, LINK).await;
        assert_eq!(answer.status, status, "{}", answer.text);
        answer.assert_failed(status);
        let retry = (status == 429).then_some("7");
        assert_eq!(answer.header("retry-after"), retry, "{fault:?}");
    }
    assert_eq!(env.received(Call::Links).len(), count);
    let video = Redirect::to_video("a", &rows::id(1));
    env.api
        .companion()
        .link("https://vm.tiktok.com/ZMabc", video);
    let answer = env.companion(Call::Links, LINK).await;
    answer.assert_companion("MISS");
}

async fn tiktok_may_take_only_so_long(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.timeout_seconds = 1).await;
    env.api.companion().next(Call::Links, Fault::Hang);
    let answer = env.companion(Call::Links, LINK).await;
    answer.assert_failed(504);
    assert_eq!(env.received(Call::Links).len(), 1);
}

async fn a_video_is_cached_whatever_follows(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let video = Redirect::to_video("a", &rows::id(1));
    let link = "https://vm.tiktok.com/ZMabc";
    env.api.companion().link(link, video);
    let first = env.companion(Call::Links, LINK).await;
    first.assert_companion("MISS");
    env.api.companion().link(link, Redirect::Status(404));
    for _ in 0..3 {
        let again = env.companion(Call::Links, LINK).await;
        again.assert_companion("HIT");
    }
    assert_eq!(env.received(Call::Links).len(), 1);
}

/// Without another base, each request goes to the real host, over TLS. On workerd the only server is the fake, which sees
/// under which name it is requested. nginx has the names in its configuration.
async fn hosts_come_from_a_table(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.links = String::new()).await;
    if kind == Kind::Nginx {
        let line = "set $clipcart_link https://$clipcart_link_host$arg_path;";
        assert!(env.host.written().contains(line));
        return;
    }
    for (link, host, path) in [
        ("vm.tiktok.com%2FZMabc%2F", "vm.tiktok.com", "/ZMabc"),
        ("vt.tiktok.com%2FZSabc", "vt.tiktok.com", "/ZSabc"),
        ("www.tiktok.com%2Ft%2FZTabc", "www.tiktok.com", "/t/ZTabc"),
        ("tiktok.com%2Ft%2FZTdef%2F", "www.tiktok.com", "/t/ZTdef"),
    ] {
        let query = format!("link=https%3A%2F%2F{link}");
        let answer = env.companion(Call::Links, &query).await;
        answer.assert_failed(404);
        let received = env.received(Call::Links).pop().unwrap();
        assert_eq!(received.header("host"), Some(host));
        assert_eq!(received.path, path);
    }
}

async fn tiktok_has_to_prove_its_name(kind: Kind) {
    const NAME: &str = "links.test";
    let trusted = Authority::new();
    for (signer, certified, status) in [
        (&trusted, NAME, 404),
        (&Authority::new(), NAME, 502),
        (&trusted, "other.test", 502),
    ] {
        let (tls, _) = signer.server(certified);
        let api = FakeApi::start_tls(Key::AddedByProxy, NAME, tls).await;
        let port = api.url().rsplit(':').next().unwrap_or_default().to_owned();
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let ca = folder.join(format!("links-{port}.pem"));
        trusted.write(&ca);
        let env = ProxyEnv::with_api(kind, api, |settings| settings.ca = Some(ca)).await;
        let answer = env.companion(Call::Links, LINK).await;
        answer.assert_failed(status);
        assert_eq!(env.received(Call::Links).is_empty(), status == 502);
    }
}
