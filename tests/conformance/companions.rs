//! Covers and products: which requests KeyAPI receives, what comes back, and what stays in the cache.

use reqwest::Method;
use serde_json::{Value, json};

use super::agreement::cases;
use super::companion_env::{CALLS, cover, path, query};
use super::proxy_env::{Answer, KEY, ProxyEnv};
use crate::support::covers::signed;
use crate::support::fake_api::Fault;
use crate::support::fake_api::companion::Call;
use crate::support::fake_api::redirect::Redirect;
use crate::support::fake_api::shapes::{CoverShape, ProductShape};
use crate::support::hosts::Kind;
use crate::support::rows;

on_both!(
    requests_are_passed_on_or_refused,
    covers_are_signed_in_every_shape,
    products_are_named_in_every_shape,
    only_data_is_cached,
    failures_are_passed_on_and_not_cached,
    a_compressed_response_is_unpacked,
    another_path_at_keyapi_is_a_setting,
    each_call_can_be_switched_off,
);

async fn requests_are_passed_on_or_refused(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for case in cases("companions") {
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        if text("path") == "/resolve" && case["status"] == 200 {
            let link = text("sent").trim_start_matches("link=");
            let link = link.replace("%3A", ":").replace("%2F", "/");
            let video = Redirect::to_video("a", &rows::id(1));
            env.api.companion().link(&link, video);
        }
        let before = CALLS.map(|call| env.received(call).len());
        let url = format!("{}{}?{}", env.url("api"), text("path"), text("query"));
        let answer = Answer::of(env.request(Method::GET, &url)).await;
        assert_eq!(answer.status, case["status"], "{case}: {answer:?}");
        if answer.status != 200 {
            answer.assert_refused(answer.status);
            let after = CALLS.map(|call| env.received(call).len());
            assert_eq!(before, after, "{case}");
            continue;
        }
        let call = CALLS.into_iter().find(|call| path(*call) == text("path"));
        let call = call.unwrap();
        // Another spelling may have brought it into the cache.
        if answer.header("x-cache") == Some("MISS") && call != Call::Links {
            let sent = env.received(call).last().unwrap().raw_query.clone();
            assert_eq!(sent, text("sent"), "{case}");
        }
        let again = env.companion(call, text("sent")).await;
        again.assert_companion("HIT");
    }
    assert!(env.upstream().is_empty());
}

async fn covers_are_signed_in_every_shape(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let shapes = [CoverShape::List, CoverShape::Pairs, CoverShape::Map];
    for (n, shape) in (1..).zip(shapes) {
        env.api.companion().covers_as(shape);
        let (address, _) = cover(n);
        let answer = env.companion(Call::Covers, &query(Call::Covers, n)).await;
        answer.assert_companion("MISS");
        let expected = match shape {
            CoverShape::List => json!([{ address.as_str(): signed(&address) }]),
            CoverShape::Pairs => {
                json!([{"original_url": address, "converted_url": signed(&address)}])
            }
            CoverShape::Map => json!({ address.as_str(): signed(&address) }),
        };
        assert_eq!(answer.json()["data"], expected);
        let again = env.companion(Call::Covers, &query(Call::Covers, n)).await;
        again.assert_companion("HIT");
        assert_eq!(again.text, answer.text);
    }
    assert_eq!(env.received(Call::Covers).len(), shapes.len());
}

async fn products_are_named_in_every_shape(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    env.api.companion().bad_row(json!("not a row"));
    for (n, shape) in [(1, ProductShape::CoverList), (3, ProductShape::CoverJson)] {
        env.api.companion().products_as(shape);
        let unsorted = format!("product_ids={},{n}", n + 1);
        let answer = env.companion(Call::Products, &unsorted).await;
        answer.assert_companion("MISS");
        let data = answer.json()["data"].clone();
        assert_eq!(data[0], "not a row");
        assert_eq!(data[1]["product_id"], (n + 1).to_string());
        let is_text = shape == ProductShape::CoverJson;
        assert_eq!(data[1]["cover_url"].is_string(), is_text);
        let sorted = format!("product_ids={n},{}", n + 1);
        let again = env.companion(Call::Products, &sorted).await;
        again.assert_companion("HIT");
    }
    assert_eq!(env.received(Call::Products).len(), 2);
}

async fn only_data_is_cached(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for call in [Call::Covers, Call::Products] {
        let odd = [
            Fault::DataNull,
            Fault::MissingData,
            Fault::DataIs(json!([])),
            Fault::DataIs(json!({})),
            Fault::DataIs(json!("signed")),
            Fault::DataIs(json!(7)),
            Fault::code(7, "a code of its own"),
        ];
        let count = odd.len();
        for odd in odd {
            env.api.companion().next(call, odd.clone());
            let answer = env.companion(call, &query(call, 1)).await;
            assert_eq!(answer.status, 200, "{odd:?}");
        }
        assert_eq!(env.received(call).len(), count);
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_companion("MISS");
    }
}

async fn failures_are_passed_on_and_not_cached(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for call in [Call::Covers, Call::Products] {
        let faults = [
            (404, Fault::status(404, "Not found")),
            (403, Fault::status(403, "apiKey quota is not enough")),
            (402, Fault::code(402, "Usage Limit Exceeded")),
            (400, Fault::code(400, "Invalid parameter")),
            (429, Fault::too_fast(None)),
            (500, Fault::status(500, "ill")),
            (502, Fault::NotJson),
            (502, Fault::TruncatedJson),
            (502, Fault::EmptyBody),
            (502, Fault::Redirect("https://evil.example/".to_owned())),
            (502, Fault::ResetConnection),
            (502, Fault::Huge(1_500_000)),
        ];
        let count = faults.len();
        for (status, fault) in faults {
            env.api.companion().next(call, fault.clone());
            let answer = env.companion(call, &query(call, 1)).await;
            answer.assert_failed(status);
        }
        env.api
            .companion()
            .next(call, Fault::DataIs(json!([{ "leaked": KEY }])));
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_failed(502);
        assert!(!answer.text.contains(KEY));
        assert_eq!(env.received(call).len(), count + 1);
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_companion("MISS");
    }
}

async fn a_compressed_response_is_unpacked(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for call in [Call::Covers, Call::Products] {
        env.api.companion().next(call, Fault::Gzipped);
        for cache in ["MISS", "HIT"] {
            let answer = env.companion(call, &query(call, 1)).await;
            answer.assert_companion(cache);
            assert_ne!(answer.json()["data"], Value::Null);
        }
    }
}

async fn another_path_at_keyapi_is_a_setting(kind: Kind) {
    let env = ProxyEnv::with(kind, |settings| {
        settings.more = vec![
            ("CLIPCART_COVERS_PATH", "/v2/covers".to_owned()),
            ("CLIPCART_PRODUCTS_PATH", "/v2/products.json".to_owned()),
        ];
    })
    .await;
    let companion = env.api.companion();
    companion.moved(Call::Covers, "/v2/covers");
    companion.moved(Call::Products, "/v2/products.json");
    let config = env.get("config.json").await.json();
    for (call, name) in [(Call::Covers, "covers"), (Call::Products, "products")] {
        let answer = env.companion(call, &query(call, 1)).await;
        answer.assert_companion("MISS");
        assert_eq!(config[name], path(call));
    }
    let direct = format!("{}/v2/covers?{}", env.url("api"), query(Call::Covers, 2));
    let answer = Answer::of(env.request(Method::GET, &direct)).await;
    answer.assert_refused(404);
}

async fn each_call_can_be_switched_off(kind: Kind) {
    for (off, name, value) in [
        (Call::Covers, "CLIPCART_COVERS_PATH", "off"),
        (Call::Covers, "CLIPCART_COVERS_PATH", ""),
        (Call::Products, "CLIPCART_PRODUCTS_PATH", "off"),
        (Call::Products, "CLIPCART_PRODUCTS_PATH", ""),
        (Call::Links, "CLIPCART_RESOLVE", "false"),
    ] {
        let setting = vec![(name, value.to_owned())];
        let env = ProxyEnv::with(kind, |settings| settings.more = setting).await;
        let config = env.get("config.json").await.json();
        for (call, name) in CALLS.into_iter().zip(["covers", "products", "links"]) {
            let answer = env.companion(call, &query(call, 1)).await;
            let is_off = call == off;
            assert_eq!(env.received(call).is_empty(), is_off, "{call:?}");
            let listed = if is_off { "" } else { path(call) };
            assert_eq!(config[name], listed, "{off:?}");
            if is_off {
                answer.assert_refused(404);
            }
        }
        let id = rows::id(1);
        env.request_video(&id).await.assert_good(&id, "MISS");
    }
}
