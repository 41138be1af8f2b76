//! The proxy, against an upstream that writes down what reaches it.

use crate::support::{CANARY, ENDPOINT, QUERY, Upstream, client, served};
use clipcart_serve::{Key, Proxy};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

const OK: StatusCode = StatusCode::OK;

#[tokio::test]
async fn the_key_is_added_and_nothing_else_of_the_client_goes_out() {
    let upstream = Upstream::start(OK, r#"{"code":0,"data":[]}"#).await;
    let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
    let url = format!(
        "{}{ENDPOINT}?page_size=10&video_ids=1,2&page_num=1",
        server.url()
    );
    let request = client()
        .get(url)
        .header("cookie", "secret=1")
        .header("x-mine", "1");
    let request = request
        .header("authorization", "Bearer other")
        .header("referer", "http://127.0.0.1/?video_ids=1");
    let answer = request.send().await.unwrap();

    assert_eq!(answer.status(), OK);
    assert_eq!(answer.headers()["content-type"], "application/json");
    assert_eq!(answer.headers()["retry-after"], "7");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    assert!(!answer.headers().contains_key("set-cookie"));
    assert!(!format!("{:?}", answer.headers()).contains(CANARY));
    assert_eq!(answer.text().await.unwrap(), r#"{"code":0,"data":[]}"#);

    let seen = upstream.seen.lock().unwrap();
    let [(uri, headers)] = &seen[..] else {
        panic!("{seen:?}")
    };
    assert_eq!(
        uri,
        "/v1/tiktok/video/products/analytics?video_ids=1,2&page_num=1&page_size=10"
    );
    assert_eq!(headers["authorization"], format!("Bearer {CANARY}"));
    let mut names: Vec<_> = headers.keys().map(|name| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "accept",
            "accept-encoding",
            "authorization",
            "host",
            "user-agent"
        ]
    );
}

#[tokio::test]
async fn failures_of_the_api_come_back_as_they_are() {
    for status in [400, 401, 402, 429, 500] {
        let body = json!({"code": status, "message": "said", "data": null}).to_string();
        let status = StatusCode::from_u16(status).unwrap();
        let upstream = Upstream::start(status, &body).await;
        let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
        let answer = client().get(server.url() + QUERY).send().await.unwrap();
        assert_eq!(answer.status(), status);
        assert_eq!(answer.text().await.unwrap(), body);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let upstream = Upstream::start(StatusCode::FOUND, "").await;
    let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
    let answer = client().get(server.url() + QUERY).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
    assert!(!answer.headers().contains_key("location"));
    assert_eq!(upstream.calls(), 1);
}

#[tokio::test]
async fn an_upstream_that_is_not_there_is_a_502_in_the_envelope() {
    let free = std::net::TcpListener::bind(crate::support::LOCAL)
        .unwrap()
        .local_addr()
        .unwrap();
    let proxy = Proxy {
        base: format!("http://{free}"),
        key: Key::new(CANARY).unwrap(),
    };
    let (server, _dist) = served(|options| options.proxy = Some(proxy)).await;
    let answer = client().get(server.url() + QUERY).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
    let body = answer.text().await.unwrap();
    let envelope: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (&envelope["code"], &envelope["data"]),
        (&json!(502), &Value::Null)
    );
    assert!(!body.contains("777") && !body.contains(CANARY), "{body}");
}

#[tokio::test]
async fn only_that_call_passes() {
    let upstream = Upstream::start(OK, "{}").await;
    let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
    for (method, path, status) in [
        (Method::POST, ENDPOINT, StatusCode::METHOD_NOT_ALLOWED),
        (Method::HEAD, ENDPOINT, StatusCode::METHOD_NOT_ALLOWED),
        (Method::OPTIONS, ENDPOINT, StatusCode::METHOD_NOT_ALLOWED),
        (Method::GET, "api/v1/account", StatusCode::NOT_FOUND),
        (Method::GET, "api/", StatusCode::NOT_FOUND),
        (
            Method::GET,
            "api/v1/tiktok/video/products/analytics/",
            StatusCode::NOT_FOUND,
        ),
        (
            Method::GET,
            "api//v1/tiktok/video/products/analytics",
            StatusCode::NOT_FOUND,
        ),
    ] {
        let answer = client()
            .request(method.clone(), server.url() + path)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), status, "{method} {path}");
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn foreign_pages_spend_no_credit() {
    let upstream = Upstream::start(OK, "{}").await;
    let (server, _dist) = served(|options| options.proxy = upstream.proxy()).await;
    for (name, value) in [
        ("host", "rebound.example"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
    ] {
        let answer = client()
            .get(server.url() + QUERY)
            .header(name, value)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
        let envelope: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        assert_eq!(envelope["code"], 403);
        assert_eq!(envelope["refused_by"], "proxy");
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn config_points_to_the_proxy_and_no_answer_holds_the_key() {
    let upstream = Upstream::start(OK, "{}").await;
    let (server, _dist) = served(|options| {
        options.proxy = upstream.proxy();
        options.prefix = "/x/".into();
    })
    .await;
    let config = client()
        .get(server.url() + "config.json")
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let expected = json!({
        "api": { "mode": "proxy", "base": "/x/api" },
        "auto_run": false,
        "covers": "/v1/tiktok/covers/batch/download",
        "products": "/v1/tiktok/product/detail/analytics",
        "links": "/resolve",
    });
    assert_eq!(serde_json::from_str::<Value>(&config).unwrap(), expected);
    for path in ["", "boot.js", "config.json", "missing", QUERY, "api/other"] {
        let answer = client().get(server.url() + path).send().await.unwrap();
        let headers = format!("{:?}", answer.headers());
        assert!(!headers.contains(CANARY), "{path}");
        assert!(!answer.text().await.unwrap().contains(CANARY), "{path}");
    }
}
