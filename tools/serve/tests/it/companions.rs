//! The calls beside the one for videos: covers, products and short links. The rules that all proxies share are in
//! `tests/fixtures/proxy-rules.json`.

use crate::support::{CANARY, COVERS, LINK, PRODUCTS, Upstream, client, served};
use axum::http::header::LOCATION;
use clipcart_serve::Options;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

const RULES: &str = include_str!("../../../../tests/fixtures/proxy-rules.json");
const GOOD: &str = r#"{"code":0,"data":[{"a":"b"}]}"#;

fn cases(name: &str) -> Vec<Value> {
    let rules: Value = serde_json::from_str(RULES).unwrap();
    rules[name].as_array().unwrap().clone()
}

fn with_all(options: &mut Options, upstream: &Upstream) {
    options.proxy = upstream.proxy();
    options.links_base = Some(upstream.base.clone());
}

async fn get(url: String) -> (StatusCode, Value) {
    let answer = client().get(url).send().await.unwrap();
    let status = answer.status();
    let text = answer.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

#[tokio::test]
async fn requests_are_passed_on_or_refused() {
    // Not cached, so that each case reaches the upstream.
    let upstream = Upstream::start(StatusCode::OK, r#"{"code":1001}"#).await;
    let (server, _dist) = served(|options| with_all(options, &upstream)).await;
    for case in cases("companions") {
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        let url = format!("{}api{}?{}", server.url(), text("path"), text("query"));
        let (status, body) = get(url).await;
        let seen = std::mem::take(&mut *upstream.seen.lock().unwrap());
        let Some(sent) = case["sent"].as_str() else {
            assert_eq!(status.as_u16(), case["status"], "{case}");
            assert_eq!(body["refused_by"], "proxy", "{case}");
            assert!(seen.is_empty(), "{case}");
            continue;
        };
        let (uri, headers) = &seen[0];
        if text("path") == "/resolve" {
            // The upstream sends no redirect.
            assert_eq!(status, StatusCode::BAD_GATEWAY, "{case}");
            let link = sent.trim_start_matches("link=https%3A%2F%2F");
            let link = link
                .replace("%2F", "/")
                .replace("tiktok.com/t/", "www.tiktok.com/t/");
            let link = link.replace("www.www.", "www.");
            assert_eq!(uri, &format!("/{link}"), "{case}");
            assert!(!headers.contains_key("authorization"), "{case}");
        } else {
            assert_eq!(status, StatusCode::OK, "{case}");
            assert_eq!(uri, &format!("{}?{sent}", text("path")), "{case}");
            assert_eq!(headers["authorization"], format!("Bearer {CANARY}"));
        }
    }
}

#[tokio::test]
async fn redirects_are_read_and_not_followed() {
    for case in cases("redirects") {
        let location = case["location"].as_str().unwrap_or_default().to_owned();
        let headers = vec![(LOCATION, &*location.leak())];
        let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
        let status = StatusCode::from_u16(status).unwrap();
        let upstream = Upstream::start_with(status, headers.leak(), b"<html>".to_vec()).await;
        let (server, _dist) =
            served(|options| options.links_base = Some(upstream.base.clone())).await;
        let (status, body) = get(server.url() + LINK).await;
        assert_eq!(status.as_u16(), case["passed"], "{case}: {body}");
        assert_eq!(upstream.calls(), 1, "{case}");
        match case["url"].as_str() {
            Some(url) => {
                let data = json!({
                    "link": "https://vm.tiktok.com/ZMabc",
                    "video_id": case["video_id"],
                    "url": url,
                });
                assert_eq!(body, json!({"code": 0, "message": "success", "data": data}));
            }
            None => {
                assert_eq!(body["code"], case["passed"], "{case}");
                // Of a link without a video the answer names the link.
                let data = match case["passed"].as_u64() {
                    Some(404) => json!({"link": "https://vm.tiktok.com/ZMabc"}),
                    _ => Value::Null,
                };
                assert_eq!(body["data"], data, "{case}");
                assert_eq!(body["refused_by"], Value::Null, "{case}");
            }
        }
    }
}

#[tokio::test]
async fn nothing_of_the_client_goes_to_tiktok() {
    let upstream = Upstream::start(StatusCode::NOT_FOUND, "").await;
    let (server, _dist) = served(|options| with_all(options, &upstream)).await;
    let request = client()
        .get(server.url() + LINK)
        .header("cookie", "secret=1")
        .header("authorization", "Bearer other")
        .header("user-agent", "somebody/1.0")
        .header("referer", "http://127.0.0.1/?video_ids=1");
    let answer = request.send().await.unwrap();
    assert!(!answer.headers().contains_key("set-cookie"));
    let seen = upstream.seen.lock().unwrap();
    let (uri, headers) = &seen[0];
    assert_eq!(uri, "/vm.tiktok.com/ZMabc");
    let mut names: Vec<_> = headers.keys().map(|name| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
    let browser = headers["user-agent"].to_str().unwrap();
    assert!(browser.starts_with("Mozilla/5.0 ("), "{browser}");
}

#[tokio::test]
async fn foreign_pages_reach_nobody() {
    let upstream = Upstream::start(StatusCode::OK, GOOD).await;
    let (server, _dist) = served(|options| with_all(options, &upstream)).await;
    for path in [COVERS, PRODUCTS, LINK] {
        let url = server.url() + path;
        let foreign = client().get(&url).header("sec-fetch-site", "cross-site");
        let answer = foreign.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
        let answer = client().request(Method::POST, &url).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
    assert_eq!(upstream.calls(), 0);
}

/// In direct mode the page has no base to join: the address in `config.json` is the whole path.
#[tokio::test]
async fn links_are_resolved_without_a_key() {
    let upstream = Upstream::start(StatusCode::NOT_FOUND, "").await;
    let (server, _dist) = served(|options| {
        options.links_base = Some(upstream.base.clone());
        options.prefix = "/x/".into();
    })
    .await;
    let (_, config) = get(server.url() + "config.json").await;
    assert_eq!(config["api"]["mode"], "direct");
    assert_eq!(config["links"], "/x/api/resolve");
    assert_eq!(config["covers"], Value::Null);
    let (status, body) = get(server.url() + LINK).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(body["message"], "TikTok does not know this link");
    // Which tells it from the 404 of a server without this path.
    assert_eq!(body["data"]["link"], "https://vm.tiktok.com/ZMabc");
    assert_eq!(upstream.calls(), 1);
    for path in [COVERS, PRODUCTS, "api", "api/", "api/resolve/"] {
        let answer = client().get(server.url() + path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(upstream.calls(), 1);
}

#[tokio::test]
async fn each_call_can_be_switched_off_or_moved() {
    let upstream = Upstream::start(StatusCode::OK, GOOD).await;
    let (server, _dist) = served(|options| {
        with_all(options, &upstream);
        options.covers_path = Some("/v2/covers".into());
        options.products_path = None;
        options.resolve = false;
    })
    .await;
    let (_, config) = get(server.url() + "config.json").await;
    assert_eq!(config["covers"], "/v1/tiktok/covers/batch/download");
    assert_eq!(
        (&config["products"], &config["links"]),
        (&json!(""), &json!(""))
    );
    for path in [PRODUCTS, LINK] {
        let (status, body) = get(server.url() + path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(body["refused_by"], "proxy", "{path}");
    }
    assert_eq!(upstream.calls(), 0);
    assert_eq!(get(server.url() + COVERS).await.0, StatusCode::OK);
    let seen = upstream.seen.lock().unwrap();
    assert!(seen[0].0.starts_with("/v2/covers?cover_urls="), "{seen:?}");
}

#[tokio::test]
async fn failures_come_back_as_they_are() {
    let body = json!({"code": 404, "message": "said", "data": null}).to_string();
    let upstream = Upstream::start(StatusCode::NOT_FOUND, &body).await;
    let (server, _dist) = served(|options| with_all(options, &upstream)).await;
    for path in [COVERS, PRODUCTS] {
        let (status, said) = get(server.url() + path).await;
        assert_eq!(
            (status, &said["message"]),
            (StatusCode::NOT_FOUND, &json!("said"))
        );
        assert_eq!(said["refused_by"], Value::Null);
    }
}
