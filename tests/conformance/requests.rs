//! A good request: what the proxy sends to KeyAPI, and what it returns.

use reqwest::Method;

use super::proxy_env::{Answer, KEY, ProxyEnv, analytics_query};
use crate::support::fake_api::Fault;
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(
    a_query_is_sent_with_the_key,
    the_parameters_may_be_in_any_order,
    nothing_from_the_client_is_sent_on,
    no_cookie_is_returned,
    under_another_path,
    an_empty_list_is_a_good_response,
);

async fn a_query_is_sent_with_the_key(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let id = rows::id(1);
    let answer = env.request_video(&id).await;
    answer.assert_good(&id, "MISS");
    assert_eq!(answer.json()["code"], 0);
    let asked = &env.upstream()[0];
    assert_eq!(
        asked.header("authorization"),
        Some(format!("Bearer {KEY}").as_str())
    );
    assert_eq!(asked.param("video_ids"), Some(id.as_str()));
}

/// In any order they are the same query.
async fn the_parameters_may_be_in_any_order(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let (one, two) = (rows::id(1), rows::id(2));
    let answer = env
        .request_query(&format!("page_size=3&video_ids={one},{two}&page_num=1"))
        .await;
    answer.assert_good(&one, "MISS");
    let answer = env
        .request_query(&format!("video_ids={one},{two}&page_num=1&page_size=3"))
        .await;
    answer.assert_good(&one, "HIT");
    let asked = env.upstream();
    assert_eq!(asked.len(), 1);
    let names: Vec<_> = asked[0]
        .query
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["video_ids", "page_num", "page_size"]);
}

/// `ProxyEnv::upstream` checks the headers that the fake receives.
async fn nothing_from_the_client_is_sent_on(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let request = env
        .request(Method::GET, &env.api_url(&analytics_query(&rows::id(1))))
        .header("Cookie", "session=private")
        .header("Referer", "https://team.example/secret-plan")
        .header("User-Agent", "somebody/1.0")
        .header("X-Forwarded-For", "203.0.113.7")
        .header("X-Query", analytics_query(&rows::id(9)))
        .header("X-Refusal", "")
        .header("X-Started", "0")
        .header("Accept-Language", "zh")
        .header("Sec-Fetch-Site", "same-origin")
        .body("a body on a GET");
    let answer = Answer::of(request).await;
    answer.assert_good(&rows::id(1), "MISS");
    assert_eq!(env.upstream().len(), 1);
}

async fn no_cookie_is_returned(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    env.api.always(Fault::Headers(vec![
        ("Set-Cookie", "tracker=1; Path=/".to_owned()),
        ("X-Powered-By", "upstream".to_owned()),
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("Cache-Control", "public, max-age=999999".to_owned()),
        ("X-Accel-Redirect", "/etc/passwd".to_owned()),
        ("X-Accel-Expires", "999999".to_owned()),
        ("X-Fetched-At", "1".to_owned()),
    ]));
    for cache in ["MISS", "HIT"] {
        let answer = env.request_video(&rows::id(1)).await;
        answer.assert_good(&rows::id(1), cache);
        for name in [
            "x-powered-by",
            "access-control-allow-origin",
            "x-accel-expires",
            "x-fetched-at",
        ] {
            assert_eq!(answer.header(name), None, "{name}");
        }
    }
}

async fn under_another_path(kind: Kind) {
    let prefix = "/tools/clipcart/";
    let env = ProxyEnv::with(kind, |settings| settings.prefix = prefix.to_owned()).await;
    env.request_video(&rows::id(1))
        .await
        .assert_good(&rows::id(1), "MISS");
    assert_eq!(
        env.get("config.json").await.json()["api"],
        serde_json::json!({"mode": "proxy", "base": "/tools/clipcart/api"})
    );
    let page = env.get("").await;
    assert_eq!(page.status, 200);
    let title = ">ClipCart: what TikTok videos sell</title>";
    assert!(page.text.contains(title), "{page:?}");
    let slashless = format!("{}/tools/clipcart?video_ids=1", env.host.url());
    let answer = Answer::of(env.request(Method::GET, &slashless)).await;
    assert_eq!(answer.status, 308);
    assert!(
        answer
            .header("location")
            .is_some_and(|to| to.ends_with("/tools/clipcart/?video_ids=1")),
        "{answer:?}"
    );
    for beside in [
        "/",
        "/index.html",
        "/api/v1/tiktok/video/products/analytics",
    ] {
        let url = format!("{}{beside}", env.host.url());
        let answer = Answer::of(env.request(Method::GET, &url)).await;
        assert_eq!(answer.status, 404, "{beside}");
    }
}

async fn an_empty_list_is_a_good_response(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    env.api.always(Fault::EmptyPage);
    for cache in ["MISS", "HIT"] {
        let answer = env.request_video(&rows::id(1)).await;
        assert_eq!(
            (answer.status, answer.header("x-cache")),
            (200, Some(cache))
        );
    }
    assert_eq!(env.upstream().len(), 1);
}
