//! What is refused, before anybody is asked and without a credit.

use reqwest::Method;

use super::proxy_env::{Answer, ProxyEnv, question};
use crate::support::fake_api::PATH;
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(
    only_get_passes,
    only_the_endpoint_is_there,
    other_sites_may_not_ask,
    who_has_not_signed_in_may_not_ask,
    sign_in_can_be_left_to_something_in_front,
    whatever_is_smuggled_the_upstream_hears_questions_only,
    health_costs_nothing,
);

async fn only_get_passes(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let url = env.api_url(&question(&rows::id(1)));
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let answer = Answer::of(env.request(method, &url).body("video_ids=2")).await;
        answer.assert_refused(405);
        assert_eq!(answer.header("allow"), Some("GET"));
    }
    let answer = Answer::of(env.request(Method::HEAD, &url)).await;
    assert_eq!((answer.status, answer.header("allow")), (405, Some("GET")));
    // A refusal is not what an equal question gets.
    env.ask_about(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
    assert_eq!(env.upstream().len(), 1);
}

async fn only_the_endpoint_is_there(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for path in [
        "api",
        "api/",
        "api/v1/tiktok/video/products",
        "api/v1/tiktok/video/products/analytics/",
        "api/v1/tiktok/video/products/analytics/more",
        "api/v1/account",
        "api/v2/tiktok/video/products/analytics",
        "api/https://api.keyapi.ai/v1/tiktok/video/products/analytics",
        "api/V1/tiktok/video/products/analytics",
    ] {
        let query = question("1");
        let answer = env.get(&format!("{path}?{query}")).await;
        answer.assert_refused(404);
    }
    assert!(env.upstream().is_empty());
}

/// A page of another site can make a signed-in browser ask; browsers say so.
async fn other_sites_may_not_ask(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let url = env.api_url(&question(&rows::id(1)));
    for site in ["cross-site", "same-site", "whatever"] {
        let request = env.request(Method::GET, &url);
        let answer = Answer::of(request.header("Sec-Fetch-Site", site)).await;
        answer.assert_refused(403);
    }
    assert!(env.upstream().is_empty());
    for site in ["same-origin", "none"] {
        let request = env.request(Method::GET, &url);
        let answer = Answer::of(request.header("Sec-Fetch-Site", site)).await;
        assert_eq!(answer.status, 200, "{site}");
    }
}

async fn who_has_not_signed_in_may_not_ask(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let url = env.api_url(&question(&rows::id(1)));
    let (name, password) = &env.settings.users[0];
    let right = || env.stranger(&url).basic_auth(name, Some(password));
    let wrong = [
        env.stranger(&url),
        env.stranger(&url).basic_auth(name, Some("wrong")),
        env.stranger(&url).basic_auth(name, Some("")),
        env.stranger(&url).basic_auth(name, None::<&str>),
        env.stranger(&url).basic_auth("", Some(password)),
        env.stranger(&url).basic_auth("other", Some(password)),
        env.stranger(&url).basic_auth(name, Some(&password[1..])),
        env.stranger(&url).bearer_auth(password),
        env.stranger(&url).header("Authorization", "Basic"),
        env.stranger(&url).header("Authorization", "Basic !!!"),
        env.stranger(&url).header("X-Remote-User", name.as_str()),
    ];
    for request in wrong {
        let answer = Answer::of(request).await;
        answer.assert_refused(401);
        let asks = answer.header("www-authenticate").unwrap_or_default();
        assert!(asks.starts_with("Basic realm=\"ClipCart\""), "{answer:?}");
    }
    for page in ["", "index.html"] {
        let answer = Answer::of(env.stranger(&env.url(page))).await;
        assert_eq!(answer.status, 401, "{page}");
        let kind = answer.header("content-type");
        assert_eq!(kind, Some("text/plain; charset=utf-8"), "{page}");
        for words in ["Sign in to open ClipCart", "请登录"] {
            assert!(answer.text.contains(words), "{answer:?}");
        }
    }
    assert!(env.upstream().is_empty());
    assert_eq!(Answer::of(right()).await.status, 200);
    // Also what is kept is for those who may ask.
    Answer::of(env.stranger(&url)).await.assert_refused(401);
}

async fn sign_in_can_be_left_to_something_in_front(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| {
        settings.sign_in = false;
        settings.users.clear();
    })
    .await;
    env.ask_about(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
    assert_eq!(env.get("").await.status, 200);
}

/// Whatever the answer is: the upstream hears nothing, or a question in its one form.
async fn whatever_is_smuggled_the_upstream_hears_questions_only(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let signed = env.signed();
    let query = question(&rows::id(1));
    let target = format!("/api{PATH}?{query}");
    let other = "GET /v1/account HTTP/1.1\r\nHost: api\r\n\r\n";
    let requests = [
        // Bodies that could be taken for a second request.
        format!(
            "GET {target} HTTP/1.1\r\nHost: localhost\r\n{signed}Content-Length: {}\r\n\r\n{other}",
            other.len()
        ),
        format!(
            "GET {target} HTTP/1.1\r\nHost: localhost\r\n{signed}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{other}"
        ),
        format!(
            "GET {target} HTTP/1.1\r\nHost: localhost\r\n{signed}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{other}"
        ),
        format!(
            "GET {target} HTTP/1.1\r\nHost: localhost\r\n{signed}Content-Length: 0\r\nContent-Length: {}\r\n\r\n{other}",
            other.len()
        ),
        // Other ways to name a target.
        format!("GET http://evil.example{target} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET http://evil.example/v1/account HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("CONNECT api.keyapi.ai:443 HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET {target} HTTP/1.1\r\nHost: evil.example\r\n{signed}\r\n"),
        format!("GET {target}#&page_size=9 HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET {target} HTTP/1.0\r\n{signed}\r\n"),
        format!("GET {target}\r\n"),
        // Tricks with the path.
        format!("GET /api/../api{PATH}?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET /api/x/..{PATH}?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET //api/{PATH}?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET /api/.{PATH}?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET /api{PATH};x=1?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET /api{PATH}%3F{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!(
            "GET /api%2Fv1%2Ftiktok%2Fvideo%2Fproducts%2Fanalytics?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"
        ),
        format!(
            "GET /api{PATH}/%2e%2e/account?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"
        ),
        format!("GET /api/%2e%2e/ask?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET /api{PATH}%00?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET \\api{PATH}?{query} HTTP/1.1\r\nHost: localhost\r\n{signed}\r\n"),
        format!("GET /ask?{query} HTTP/1.1\r\nHost: ask\r\n{signed}X-Question: {query}\r\n\r\n"),
        format!("GET /keyapi?{query} HTTP/1.1\r\nHost: ask\r\n{signed}\r\n"),
        // Headers over several lines, and twice.
        format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n{signed}{signed}\r\n"),
        format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n{signed}X-A: b\r\n c: d\r\n\r\n"),
    ];
    for request in &requests {
        let answer = env.raw(request.as_bytes()).await;
        let first = answer.lines().next().unwrap_or_default();
        for asked in env.upstream() {
            assert_eq!(
                asked.param("video_ids"),
                Some(rows::id(1).as_str()),
                "{request}"
            );
        }
        let status: u16 = first
            .split(' ')
            .nth(1)
            .and_then(|s| s.parse().ok())
            .unwrap_or(400);
        // workerd's own word for CONNECT is 500.
        let refused = matches!(status, 400..=499 | 501 | 505) || request.starts_with("CONNECT");
        // In clear the Worker sends to https, whoever's name that is.
        let is_local = request.contains("Host: localhost") && !request.contains("//evil.example");
        let sent_on = status == 308 && !is_local;
        assert!(status == 200 || refused || sent_on, "{request}: {first}");
    }
    // Equal questions, however they came, are one.
    assert_eq!(env.upstream().len(), 1);
}

async fn health_costs_nothing(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| settings.client_per_minute = 1).await;
    for _ in 0..5 {
        let answer = Answer::of(env.stranger(&env.url("healthz"))).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json()["status"], "ok");
    }
    assert!(env.upstream().is_empty());
}
