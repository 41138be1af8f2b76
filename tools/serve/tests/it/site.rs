//! The files as a browser gets them.

use crate::support::{LOCAL, client, dist, served};
use clipcart_serve::{Options, serve};
use reqwest::{Method, StatusCode};
use std::collections::BTreeMap;

const POLICY: &str =
    "default-src 'none'; connect-src 'self' https://api.keyapi.ai; frame-ancestors 'none'";

#[tokio::test]
async fn every_file_has_its_type_and_its_keep() {
    let (server, _dist) = served(|_| ()).await;
    let lasting = "public, max-age=31536000, immutable";
    for (path, kind, keep) in [
        ("", "text/html; charset=utf-8", "no-cache"),
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        (
            "?video_ids=1&page_num=1",
            "text/html; charset=utf-8",
            "no-cache",
        ),
        ("config.json", "application/json", "no-cache"),
        ("boot.js", "text/javascript", "no-cache"),
        ("sample/clip.mp4", "video/mp4", "no-cache"),
        (
            "clipcart-0123456789abcdef_bg.wasm",
            "application/wasm",
            lasting,
        ),
        ("clipcart-0123456789abcdef.css", "text/css", lasting),
    ] {
        let answer = client().get(server.url() + path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()["content-type"], kind, "{path}");
        assert_eq!(answer.headers()["cache-control"], keep, "{path}");
    }
}

/// What hosts send, and this server with them, stands in `deploy/proxy/headers.js`.
#[tokio::test]
async fn the_headers_are_those_of_every_host() {
    const LIST: &str = include_str!("../../../../deploy/proxy/headers.js");
    let of_hosts = LIST.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("['")?.split_once("', '")?;
        Some((name.to_ascii_lowercase(), value.strip_suffix("'],")?))
    });
    // On one's own machine there is no TLS that could be insisted on.
    let wanted: BTreeMap<_, _> = of_hosts
        .filter(|(name, _)| name != "strict-transport-security")
        .collect();
    assert!(wanted.len() > 3, "{wanted:?}");

    let (server, _dist) = served(|_| ()).await;
    let answer = client().get(server.url()).send().await.unwrap();
    let beside = [
        "cache-control",
        "content-length",
        "content-security-policy",
        "content-type",
        "date",
    ];
    let sent: BTreeMap<_, _> = answer
        .headers()
        .iter()
        .filter(|(name, _)| !beside.contains(&name.as_str()))
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap()))
        .collect();
    assert_eq!(sent, wanted);
}

#[tokio::test]
async fn every_answer_is_hardened() {
    let (server, _dist) = served(|_| ()).await;
    for path in ["", "boot.js", "missing", "sample", "sample/"] {
        let answer = client().get(server.url() + path).send().await.unwrap();
        for (name, value) in [
            ("content-security-policy", POLICY),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.headers()[name], value, "{path}");
        }
        assert!(
            answer.headers().contains_key("permissions-policy"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn nothing_else_is_there() {
    let (server, _dist) = served(|_| ()).await;
    let found = [
        (Method::GET, "missing"),
        (Method::GET, "sample"),
        (Method::GET, "sample/"),
        (Method::GET, "..%2f..%2fetc/passwd"),
        (Method::GET, "%2e%2e/%2e%2e/etc/passwd"),
        (Method::GET, "api/v1/tiktok/video/products/analytics"),
        (Method::POST, ""),
    ];
    for (method, path) in found {
        let answer = client()
            .request(method, server.url() + path)
            .send()
            .await
            .unwrap();
        assert!(!answer.status().is_success(), "{path}: {}", answer.status());
    }
}

#[tokio::test]
async fn it_lives_under_any_path() {
    let (server, _dist) = served(|options| options.prefix = "/tools/clipcart/".into()).await;
    assert!(server.url().ends_with("/tools/clipcart/"));
    assert_eq!(
        client()
            .get(server.url() + "boot.js")
            .send()
            .await
            .unwrap()
            .status(),
        StatusCode::OK
    );
    let slashless = server.url().trim_end_matches('/').to_owned() + "?video_ids=1";
    let answer = client().get(slashless).send().await.unwrap();
    assert_eq!(answer.headers()["location"], "/tools/clipcart/?video_ids=1");
    let outside = format!("http://{}/boot.js", server.address());
    assert_eq!(
        client().get(outside).send().await.unwrap().status(),
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn another_api_origin_is_in_page_and_header() {
    let (server, _dist) =
        served(|options| options.api_origin = Some("http://127.0.0.1:9".into())).await;
    let answer = client().get(server.url()).send().await.unwrap();
    let expected =
        "default-src 'none'; connect-src 'self' http://127.0.0.1:9; frame-ancestors 'none'";
    assert_eq!(answer.headers()["content-security-policy"], expected);
    assert!(
        answer
            .text()
            .await
            .unwrap()
            .contains("connect-src 'self' http://127.0.0.1:9\"")
    );
}

#[tokio::test]
async fn config_can_be_replaced_by_anything() {
    for body in [r#"{"ids_per_request":3}"#, "{ not json", ""] {
        let (server, _dist) = served(|options| options.config = Some(body.into())).await;
        let answer = client()
            .get(server.url() + "config.json")
            .send()
            .await
            .unwrap();
        assert_eq!(answer.text().await.unwrap(), body);
    }
}

#[tokio::test]
async fn a_part_of_a_clip_can_be_had() {
    let (server, _dist) = served(|_| ()).await;
    let request = client()
        .get(server.url() + "sample/clip.mp4")
        .header("range", "bytes=2-4");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(answer.text().await.unwrap(), "234");
}

#[tokio::test]
async fn a_packed_file_goes_out_to_who_can_unpack_it() {
    let (server, _dist) = served(|_| ()).await;
    let packed = client()
        .get(server.url() + "packed.js")
        .header("accept-encoding", "br")
        .send()
        .await
        .unwrap();
    assert_eq!(packed.headers()["content-encoding"], "br");
    assert_eq!(packed.text().await.unwrap(), "brotli");
    let plain = client()
        .get(server.url() + "packed.js")
        .send()
        .await
        .unwrap();
    assert_eq!(plain.text().await.unwrap(), "plain");
}

#[tokio::test]
async fn what_cannot_work_is_refused_at_the_start() {
    let folder = dist();
    let good = Options::new(folder.path());
    assert!(serve(good.clone(), LOCAL).await.is_ok());
    let with = |change: fn(&mut Options)| {
        let mut options = good.clone();
        change(&mut options);
        options
    };
    for options in [
        with(|options| options.dist = "/nowhere".into()),
        with(|options| options.prefix = "clipcart".into()),
        with(|options| options.api_origin = Some("https://api.example/; script-src *".into())),
        with(|options| options.api_origin = Some("https://api.example/".into())),
        with(|options| options.covers_path = Some("covers".into())),
        with(|options| options.covers_path = Some("/a/../b".into())),
        with(|options| options.products_path = Some("/a?b".into())),
        with(|options| options.links_base = Some("http://links.example".into())),
    ] {
        assert!(serve(options.clone(), LOCAL).await.is_err(), "{options:?}");
    }
}

#[tokio::test]
async fn stopped_means_gone() {
    let (server, _dist) = served(|_| ()).await;
    let url = server.url();
    client().get(&url).send().await.unwrap();
    server.stop().await;
    assert!(client().get(&url).send().await.unwrap_err().is_connect());
}
