//! The site's files: types, caching, precompressed copies.

use reqwest::Method;

use super::headers::{hashed_file, hashed_script};
use super::proxy_env::{Answer, ProxyEnv};
use crate::support::hosts::{Kind, dist};

on_both!(
    files_have_their_types,
    only_hashed_names_are_cached_forever,
    the_configuration_is_the_proxys,
    missing_files_are_404,
    the_longest_link_is_served,
);

/// 6,500 characters of ids, as `domain/query/url.rs` allows, and a view.
async fn the_longest_link_is_served(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let link = format!(
        "?video_ids={}&cc_q={}",
        "7".repeat(6_500),
        "x".repeat(1_000)
    );
    let answer = env.get(&link).await;
    assert_eq!(answer.status, 200);
}

async fn files_have_their_types(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let script = hashed_script();
    let wasm = hashed_file(".wasm");
    for (path, expected) in [
        ("", "text/html"),
        ("index.html", "text/html"),
        ("config.json", "application/json"),
        (&script, "text/javascript"),
        (&wasm, "application/wasm"),
        ("favicon.svg", "image/svg+xml"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("sample/clip.mp4", "video/mp4"),
        ("icons/icon-192.png", "image/png"),
    ] {
        let answer = env.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        let kind = answer.header("content-type").unwrap_or_default();
        assert!(kind.starts_with(expected), "{path}: {kind}");
    }
    let page = std::fs::read_to_string(dist().join("index.html")).unwrap();
    assert_eq!(env.get("").await.text, page);
    // Files other than the page need no sign-in: browsers fetch the manifest without credentials.
    for path in [&script, "manifest.webmanifest", "config.json"] {
        let answer = Answer::of(env.anonymous(&env.url(path))).await;
        assert_eq!(answer.status, 200, "{path}");
    }
}

async fn only_hashed_names_are_cached_forever(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let script = hashed_script();
    let answer = env.get(&script).await;
    assert_eq!(
        answer.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    for path in [
        "",
        "index.html",
        "config.json",
        "favicon.svg",
        "sample/videos.json",
    ] {
        let answer = env.get(path).await;
        assert_eq!(answer.header("cache-control"), Some("no-cache"), "{path}");
    }
    let gone = env.get("clipcart-0123456789abcdef.js").await;
    assert_eq!(gone.status, 404);
    assert_ne!(
        gone.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
}

async fn the_configuration_is_the_proxys(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    let settings = env.get("config.json").await.json();
    let expected = serde_json::json!({
        "api": {"mode": "proxy", "base": "/api"},
        "ids_per_request": 10,
        "auto_run": true,
        "covers": "/v1/tiktok/covers/batch/download",
        "products": "/v1/tiktok/product/detail/analytics",
        "links": "/resolve",
    });
    assert_eq!(settings, expected);
}

async fn missing_files_are_404(kind: Kind) {
    let env = ProxyEnv::usual(kind).await;
    for path in [
        "nothing",
        "sample/",
        "icons",
        "_headers",
        "%2e%2e/Cargo.toml",
        ".git/config",
    ] {
        assert_eq!(env.get(path).await.status, 404, "{path}");
    }
    let answer = Answer::of(env.request(Method::POST, &env.url("favicon.svg"))).await;
    assert_eq!(answer.status, 405);
}
