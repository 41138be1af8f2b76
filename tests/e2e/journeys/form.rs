//! The form: what it recognizes, its problems, what it does not send.

use serde_json::json;

use super::actions::*;
use crate::harness::{Browser, Setup, eventually, key};
use crate::support::latch::Latch;
use crate::support::rows;

#[tokio::test]
async fn every_token_has_a_reason_of_its_own() {
    // A proxy that resolves no links.
    Setup::proxy(Browser::Chromium)
        .config(|base| {
            let api = json!({"mode": "proxy", "base": base});
            Some(json!({"api": api, "links": ""}).to_string())
        })
        .run(async |env| {
            let page = env.open("/").await;
            let cases = [
                ("https://vm.tiktok.com/ZM1abc/", "Short link"),
                (
                    "tiktok.com.evil.example/@a/video/7521783049722285367",
                    "Looks like TikTok",
                ),
                (
                    "https://example.org/video/7521783049722285367",
                    "Not a TikTok link",
                ),
                ("https://www.tiktok.com/@shop", "not to a video"),
                ("12345", "Too short for a video ID (19 digits)."),
                ("7,52178E+18", "its last digits are lost"),
                ("7521783049722290000", "Looks rounded by a spreadsheet"),
                ("1729422228922143703", "the date inside would be in 1982"),
                ("product_id:1729422228922143703", "the ID of something else"),
                ("123456789012345678901234", "Too long, or too large"),
                ("hello", "Not a video ID, and not a link."),
            ];
            for (token, reason) in cases {
                ids_field(&page)
                    .await
                    .fill(&format!("{token} {}", rows::id(1)))
                    .await;
                page.until_text(reason).await;
                page.until_text("1 ID recognized").await;
                page.until_text("1 item not recognized").await;
            }
            page.click("button", "Search").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn nothing_invalid_is_sent_and_the_first_problem_has_the_focus() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let id = rows::id(1);
            let cases = [
                ("", "1", "10", "Paste at least one video ID or link.", "ids"),
                (
                    "hello",
                    "1",
                    "10",
                    "None of this is a video ID or link",
                    "ids",
                ),
                (&id, "0", "10", "The page must be from 1 to 100000.", "page"),
                (
                    &id,
                    "100001",
                    "10",
                    "The page must be from 1 to 100000.",
                    "page",
                ),
                (&id, "1.5", "10", "The page must be a whole number.", "page"),
                (&id, "1", "0", "The page size must be from 1 to 10.", "size"),
                (
                    &id,
                    "1",
                    "11",
                    "The page size must be from 1 to 10.",
                    "size",
                ),
                (
                    &id,
                    "0",
                    "11",
                    "The page size must be from 1 to 10.",
                    "page",
                ),
                ("", "0", "11", "The page must be from 1 to 100000.", "ids"),
            ];
            for (pasted, number, size, problem, focused) in cases {
                let fields = [
                    ("ids", ids_field(&page).await, pasted),
                    ("page", advanced_field(&page, "Page").await, number),
                    ("size", advanced_field(&page, "Page size").await, size),
                ];
                for (_, field, text) in &fields {
                    field.fill(text).await;
                }
                page.click("button", "Search").await;
                page.until_alert(problem).await;
                let first = fields.iter().find(|(name, ..)| *name == focused);
                let (_, field, _) = first.unwrap();
                field.until_focused().await;
                assert_eq!(
                    field.attribute("aria-invalid").await.as_deref(),
                    Some("true")
                );
            }
            assert_credits(&env.api, 0);
        })
        .await;
}

/// More are a run: see `runs`.
#[tokio::test]
async fn ten_ids_are_one_request() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            paste(&page, &ids(10).join("\n")).await;
            page.until_text("10 IDs recognized").await;
            page.click("button", "Search").await;
            until_videos(&page, &ids(10)).await;
            assert_credits(&env.api, 1);
            let sent = env.api.requests()[0].param("video_ids").unwrap().to_owned();
            assert_eq!(sent.split(',').count(), 10);
        })
        .await;
}

#[tokio::test]
async fn control_enter_submits() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            ids_field(&page).await.type_text(&rows::id(1)).await;
            page.press(&[key::CONTROL, key::ENTER]).await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
        })
        .await;
}

/// What is typed before the program has started is not lost.
async fn typing_before_wasm(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("_bg.wasm", latch.clone());
            let page = env.open("/").await;
            latch.reached().await;
            static_ids_field(&page).await.type_text(&rows::id(1)).await;
            static_advanced_field(&page, "Page size")
                .await
                .fill("3")
                .await;
            static_ids_field(&page).await.type_text(" ").await;
            assert!(!page.text().await.contains("1 ID recognized"));
            latch.open();
            page.until_text("1 ID recognized").await;
            let field = ids_field(&page).await;
            assert_eq!(field.value().await, format!("{} ", rows::id(1)));
            field.until_focused().await;
            page.type_keys(&rows::id(2)).await;
            page.until_text("2 IDs recognized").await;
            assert_eq!(advanced_field(&page, "Page size").await.value().await, "3");
            page.click("button", "Search").await;
            until_videos(&page, &ids(2)).await;
            page.until_url("page_size=3").await;
        })
        .await;
}

#[tokio::test]
async fn typing_before_wasm_in_chromium() {
    typing_before_wasm(Browser::Chromium).await;
}

#[tokio::test]
async fn typing_before_wasm_in_firefox() {
    typing_before_wasm(Browser::Firefox).await;
}

#[tokio::test]
async fn a_search_pressed_before_wasm_is_done_when_it_comes() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("_bg.wasm", latch.clone());
            let page = env.open("/").await;
            latch.reached().await;
            static_ids_field(&page).await.fill(&rows::id(1)).await;
            page.click("button", "Search").await;
            assert_credits(&env.api, 0);
            latch.open();
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
            let url = page.url().await;
            eventually("the address to hold the query", async || {
                url.contains(&rows::id(1))
            })
            .await;
        })
        .await;
}
