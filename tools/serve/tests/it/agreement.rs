//! The rules that all proxies share, as `tests/fixtures/proxy-rules.json` has them. `tests/conformance` reads the same cases
//! for the others.

use crate::support::{CANARY, QUERY, Upstream, client, served};
use axum::http::header::CONTENT_ENCODING;
use reqwest::{Method, StatusCode};
use serde_json::Value;

const RULES: &str = include_str!("../../../../tests/fixtures/proxy-rules.json");
const GOOD: &str = r#"{"code":0,"data":[]}"#;

fn cases(name: &str) -> Vec<Value> {
    let rules: Value = serde_json::from_str(RULES).unwrap();
    rules[name].as_array().unwrap().clone()
}

#[tokio::test]
async fn requests_are_passed_on_or_refused() {
    // Not cached, so that each case reaches the upstream.
    let upstream = Upstream::start(StatusCode::OK, r#"{"code":1001}"#).await;
    let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
    for case in cases("requests") {
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        let url = format!("{}api{}?{}", server.url(), text("path"), text("query"));
        let mut request = client().request(text("method").parse::<Method>().unwrap(), url);
        if let Some(site) = case["site"].as_str() {
            request = request.header("Sec-Fetch-Site", site);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status().as_u16(), case["status"], "{case}");
        let seen = std::mem::take(&mut *upstream.seen.lock().unwrap());
        match case["sent"].as_str() {
            Some(sent) => assert!(seen[0].0.ends_with(&format!("?{sent}")), "{case}"),
            None => assert!(seen.is_empty(), "{case}"),
        }
        if answer.status() == StatusCode::OK || text("method") == "HEAD" {
            continue;
        }
        let status = answer.status().as_u16();
        let body: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        assert_eq!(
            (&body["code"], &body["data"]),
            (&status.into(), &Value::Null)
        );
        assert_eq!(body["refused_by"], "proxy", "{case}");
    }
}

#[tokio::test]
async fn responses_are_passed_on_or_replaced() {
    for case in cases("responses") {
        let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
        let body = case["body"].as_str().unwrap();
        let upstream = Upstream::start(StatusCode::from_u16(status).unwrap(), body).await;
        let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
        let answer = client().get(server.url() + QUERY).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), case["passed"], "{case}");
        assert_eq!(answer.headers()["content-type"], "application/json");
        let text = answer.text().await.unwrap();
        match case["message"].as_str() {
            Some(message) => {
                let body: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(body["message"], message, "{case}");
                assert_eq!(body["code"], case["passed"], "{case}");
                assert_eq!(body["refused_by"], Value::Null, "{case}");
            }
            None => assert_eq!(text, body, "{case}"),
        }
        if let Some(is_cacheable) = case["cacheable"].as_bool() {
            let again = client().get(server.url() + QUERY).send().await.unwrap();
            assert_eq!(again.text().await.unwrap(), text, "{case}");
            let calls = if is_cacheable { 1 } else { 2 };
            assert_eq!(upstream.calls(), calls, "{case}");
        }
    }
}

#[tokio::test]
async fn a_response_that_is_compressed_unasked_is_decompressed_or_refused() {
    for case in cases("encodings") {
        let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
        let encoding: &'static str = case["encoding"].as_str().unwrap().to_owned().leak();
        let headers = vec![(CONTENT_ENCODING, encoding)].leak();
        let bytes = serde_json::from_value(case["bytes"].clone()).unwrap();
        let status = StatusCode::from_u16(status).unwrap();
        let upstream = Upstream::start_with(status, headers, bytes).await;
        let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
        let answer = client().get(server.url() + QUERY).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), case["passed"], "{case}");
        assert!(!answer.headers().contains_key("content-encoding"), "{case}");
        let text = answer.text().await.unwrap();
        if let Some(expected) = case["text"].as_str() {
            assert_eq!(text, expected, "{case}");
            continue;
        }
        let body: Value = serde_json::from_str(&text).unwrap();
        let cannot = Value::from("KeyAPI's response cannot be decompressed");
        let message = case.get("message").unwrap_or(&cannot);
        assert_eq!(&body["message"], message, "{case}");
    }
}

#[tokio::test]
async fn too_much_and_the_key_are_not_passed_on() {
    let huge = format!(r#"{{"code":0,"data":["{}"]}}"#, "x".repeat(1_500_000));
    let key = format!(r#"{{"code":0,"message":"{CANARY}","data":[]}}"#);
    for body in [huge, key] {
        let upstream = Upstream::start(StatusCode::OK, &body).await;
        let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
        let answer = client().get(server.url() + QUERY).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
        let text = answer.text().await.unwrap();
        assert!(text.len() < 200 && !text.contains(CANARY), "{text}");
    }
}

#[tokio::test]
async fn without_a_build_the_proxy_still_responds() {
    let upstream = Upstream::start(StatusCode::OK, GOOD).await;
    let (server, dist) = served(|options| options.proxy = upstream.proxy()).await;
    drop(dist);
    let answer = client().get(server.url() + QUERY).send().await.unwrap();
    assert_eq!(answer.text().await.unwrap(), GOOD);
}
