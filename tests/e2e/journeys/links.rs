//! Links from elsewhere: complete, malformed, hostile.

use serde_json::json;

use super::actions::*;
use crate::harness::{Browser, Setup};
use crate::support::rows;

#[tokio::test]
async fn a_whole_link_runs_when_opened() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(2);
            let page = env
                .open(&format!(
                    "/?video_ids={},{}&page_num=1&page_size=5",
                    all[0], all[1]
                ))
                .await;
            until_videos(&page, &all).await;
            open_form(&page).await;
            assert_eq!(advanced_field(&page, "Page size").await.value().await, "5");
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn where_the_deployment_says_so_a_link_waits_for_a_click() {
    Setup::proxy(Browser::Chromium)
        .config(|base| {
            let api = json!({"mode": "proxy", "base": base});
            Some(json!({"api": api, "auto_run": false, "ids_per_request": 3}).to_string())
        })
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", rows::id(1))).await;
            page.role("button", "Run search").await;
            assert_credits(&env.api, 0);
            page.click("button", "Run search").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
            open_form(&page).await.fill(&ids(4).join(" ")).await;
            page.until_text("plan and price first").await;
            advanced_field(&page, "Page").await.fill("1").await;
            page.until_text("The API is known to accept 3").await;
        })
        .await;
}

#[tokio::test]
async fn a_malformed_link_shows_what_is_wrong_and_keeps_the_good_part() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let id = rows::id(1);
            let cases = [
                (format!("/?video_ids={id},hello&page_num=2"), "hello"),
                (format!("/?video_ids={id}&page_num=0"), "page_num=0"),
                (format!("/?video_ids={id}&page_size=50"), "page_size=50"),
                (
                    format!("/?video_ids={id}&page_num=abc&page_size=3"),
                    "page_num=abc",
                ),
            ];
            let page = env.open("/").await;
            for (link, problem) in cases {
                page.goto(&link).await;
                page.until_alert("Part of this link could not be read")
                    .await;
                page.until_alert(problem).await;
                assert!(ids_field(&page).await.value().await.contains(&id), "{link}");
            }
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn no_link_brings_in_a_key_an_address_or_a_script() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let id = rows::id(1);
            let hostile = format!(
                "/?video_ids={id}&key=evil&api_key=evil&base=https://evil.example&mode=proxy\
                 &api.base=https://evil.example&config=evil&x=%3Cscript%3Ewindow.hacked%3D1%3C/script%3E#key=evil"
            );
            let page = env.open(&hostile).await;
            page.until_alert("A KeyAPI key is needed").await;
            assert_credits(&env.api, 0);
            page.click("button", "Add API key").await;
            assert_eq!(key_field(&page).await.value().await, "");
            page.role("dialog", "Settings").await.until_text(env.api.url()).await;
            enter_key(&page, crate::harness::KEY).await;
            page.click("button", "Run search").await;
            until_videos(&page, &ids(1)).await;
            assert_eq!(page.run("return window.hacked ?? null", vec![]).await, json!(null));
            page.allow_clipboard().await;
            page.click("button", "Copy link").await;
            page.until_text("Link copied.").await;
            let copied = page.clipboard().await;
            assert!(!copied.contains("evil"), "{copied}");
            assert!(copied.starts_with(env.site.url()), "{copied}");
        })
        .await;
}

#[tokio::test]
async fn a_malformed_deployment_is_said_not_guessed_around() {
    let cases: [fn(&str) -> Option<String>; 4] = [
        |_| Some("{".to_owned()),
        |_| Some(r#"{"api": {"mode": "sideways", "base": "/api"}}"#.to_owned()),
        |_| Some(r#"{"api": {"mode": "proxy", "base": "javascript:alert(1)"}}"#.to_owned()),
        |_| Some(r#"{"ids_per_request": "many"}"#.to_owned()),
    ];
    for config in cases {
        Setup::direct(Browser::Chromium)
            .config(config)
            .run(async |env| {
                let page = env.open("/").await;
                page.until_alert("config.json is invalid").await;
                assert!(page.all_named("button", "Search").await.is_empty());
            })
            .await;
    }
}

#[tokio::test]
async fn a_site_below_the_root_works_the_same() {
    Setup::proxy(Browser::Chromium)
        .under("/tools/clipcart/")
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Try sample data").await;
            page.until_text("Sort by").await;
            page.click("button", "Leave sample data").await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            page.until_url("/tools/clipcart/?video_ids=").await;
            page.reload().await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
        })
        .await;
}
