//! The rules that all proxies share, as `tests/fixtures/proxy-rules.json` has them. The local server's tests read the same
//! cases.

use reqwest::Method;
use serde_json::Value;

use super::proxy_env::{Answer, ProxyEnv};
use crate::support::fake_api::Fault;
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(
    requests_are_passed_on_or_refused,
    responses_are_passed_on_or_replaced,
    a_response_that_is_compressed_unasked_is_decompressed_or_refused,
);

const RULES: &str = include_str!("../fixtures/proxy-rules.json");

/// The cases of this name.
pub fn cases(name: &str) -> Vec<Value> {
    let rules: Value = serde_json::from_str(RULES).unwrap();
    rules[name].as_array().unwrap().clone()
}

async fn requests_are_passed_on_or_refused(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    // Whatever KeyAPI itself would refuse, such as so many ids.
    let good = r#"{"code":0,"message":"success","data":[{"video_id":"1"}]}"#;
    env.api.always(Fault::Body(good.into()));
    for case in cases("requests") {
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        let url = format!("{}{}?{}", env.url("api"), text("path"), text("query"));
        let mut request = env.request(text("method").parse::<Method>().unwrap(), &url);
        if let Some(site) = case["site"].as_str() {
            request = request.header("Sec-Fetch-Site", site);
        }
        let answer = Answer::of(request).await;
        assert_eq!(answer.status, case["status"], "{case}");
        if answer.status != 200 && text("method") != "HEAD" {
            answer.assert_refused(answer.status);
        }
    }
    // Each different query once: the others are refused or cached.
    assert_eq!(env.upstream().len(), 2);
}

async fn responses_are_passed_on_or_replaced(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for (n, case) in (1..).zip(cases("responses")) {
        let (status, body) = (
            case["status"].as_u64().unwrap(),
            case["body"].as_str().unwrap(),
        );
        let status = u16::try_from(status).unwrap();
        env.api.next(Fault::Response(status, body.to_owned()));
        let answer = env.request_video(&rows::id(n)).await;
        assert_eq!(answer.status, case["passed"], "{case}");
        match case["message"].as_str() {
            Some(message) => {
                answer.assert_failed(answer.status);
                assert_eq!(answer.json()["message"], message, "{case}");
            }
            None => assert_eq!(answer.text, body, "{case}"),
        }
        if let Some(cacheable) = case["cacheable"].as_bool() {
            let again = env.request_video(&rows::id(n)).await;
            let cached = again.header("x-cache") == Some("HIT");
            assert_eq!(cached, cacheable, "{case}");
        }
    }
}

async fn a_response_that_is_compressed_unasked_is_decompressed_or_refused(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for (n, case) in (1..).zip(cases("encodings")) {
        let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
        let encoding = case["encoding"].as_str().unwrap().to_owned();
        let bytes = serde_json::from_value(case["bytes"].clone()).unwrap();
        env.api.next(Fault::Encoded(status, encoding, bytes));
        let answer = env.request_video(&rows::id(n)).await;
        assert_eq!(answer.status, case["passed"], "{case}: {answer:?}");
        assert_eq!(answer.header("content-encoding"), None, "{case}");
        if answer.status != 200 {
            answer.assert_failed(answer.status);
        }
        // Without a message in the case, the proxies differ in how much they know of the reason.
        if let Some(message) = case["message"].as_str() {
            assert_eq!(answer.json()["message"], message, "{case}");
        }
        if let Some(text) = case["text"].as_str() {
            assert_eq!(answer.text, text, "{case}");
        }
        if answer.status == 200 {
            let again = env.request_video(&rows::id(n)).await;
            assert_eq!(again.header("x-cache"), Some("HIT"), "{case}");
            assert_eq!(again.text, answer.text);
        }
    }
}
