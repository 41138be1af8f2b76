//! The key is in its header and nowhere else. Tests use a key that is easy to recognize.

use super::actions::*;
use crate::harness::{Browser, KEY, Page, Setup, TestEnv};
use crate::support::fake_api::Fault;
use crate::support::recorded::RecordedRequest;
use crate::support::rows;

/// Asserts that nothing that others could read has the key.
pub async fn assert_no_trace(env: &TestEnv, page: &Page) {
    let traces = page.traces().await;
    for (place, content) in traces.as_object().unwrap() {
        assert!(
            !shows_key(&content.to_string()),
            "the key is in {place}: {content}"
        );
    }
    for (server, requests) in [
        ("site", env.site.requests()),
        ("TikTok", env.cdn.requests()),
    ] {
        for request in requests {
            assert!(
                !shows_key(&format!("{request:?}")),
                "{server} received the key: {request:?}"
            );
        }
    }
    for mut request in env.api.log() {
        request.headers.retain(|(name, _)| name != "authorization");
        assert!(
            !shows_key(&format!("{request:?}")),
            "outside its header: {request:?}"
        );
    }
}

/// Whether a text has the key or a part of it, also reversed, percent-encoded or in base64.
pub fn shows_key(text: &str) -> bool {
    let reversed: String = KEY.chars().rev().collect();
    let base64 = ["Y2FuYXJ5", "NhbmFye", "jYW5hcn"];
    text.contains("3f9d1c5e")
        || text.contains(&reversed)
        || base64.iter().any(|part| text.contains(part))
}

fn carried_key(request: &RecordedRequest) -> bool {
    request
        .header("authorization")
        .is_some_and(|sent| sent.ends_with(KEY))
}

#[tokio::test]
async fn the_key_is_nowhere_but_in_its_header() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            assert_no_trace(env, &page).await;
            advanced_field(&page, "Page size").await.fill("1").await;
            search(&page, &ids(2).join(" ")).await;
            until_videos(&page, &ids(1)).await;
            page.click("link", "Next").await;
            until_videos(&page, &ids(2)[1..]).await;
            let renewed = |id: &String| rows::row_with(id, &[("video_desc", "Renewed".into())]);
            env.api.set_rows(ids(2).iter().map(renewed));
            page.click("button", "Refresh").await;
            page.until_text("Renewed").await;
            page.allow_clipboard().await;
            page.click("button", "Copy link").await;
            page.until_text("Link copied.").await;
            assert!(!shows_key(&page.clipboard().await));
            page.click("button", "Play video").await;
            until_playing(&page).await;
            assert_no_trace(env, &page).await;
            for fault in [
                Fault::status(401, "apiKey is invalid"),
                Fault::status(500, "Internal server error"),
                Fault::NoCors,
                Fault::NotJson,
            ] {
                env.api.next(fault);
                page.click("button", "Refresh").await;
                page.alert_text().await;
                assert_no_trace(env, &page).await;
            }
            for expected in ["status of 401", "status of 500", "CORS", "ERR_FAILED"] {
                page.expect_problem(expected);
            }
            page.click("button", "Settings").await;
            page.until_text("A key is set.").await;
            assert_no_trace(env, &page).await;
            page.press(&[crate::harness::key::ESCAPE]).await;
            page.back().await;
            until_videos(&page, &ids(1)).await;
            assert_no_trace(env, &page).await;
            assert!(
                env.api.requests().iter().all(carried_key),
                "the canary was sent"
            );
            // A reload forgets the key.
            page.reload().await;
            until_videos(&page, &ids(1)).await;
            let spent = env.api.requests().len();
            page.click("button", "Refresh").await;
            page.until_alert("A KeyAPI key is needed").await;
            assert_credits(&env.api, spent);
        })
        .await;
}

#[tokio::test]
async fn kept_for_the_tab_it_is_only_in_session_storage() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Settings").await;
            page.role_like("checkbox", "Keep for this tab")
                .await
                .click()
                .await;
            enter_key(&page, KEY).await;
            page.reload().await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            assert!(env.api.requests().iter().all(carried_key));
            let traces = page.traces().await;
            for (place, content) in traces.as_object().unwrap() {
                assert_eq!(
                    shows_key(&content.to_string()),
                    place == "session",
                    "{place}: {content}"
                );
            }
            page.click("button", "Settings").await;
            page.click("button", "Forget key").await;
            page.click("button", "Close").await;
            assert_no_trace(env, &page).await;
        })
        .await;
}
