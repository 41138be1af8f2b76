//! What a person is told when the API fails, and what it leads to.

use super::acts::*;
use crate::harness::{Browser, KEY, Setup};
use crate::support::fake_api::{Misbehave, RetryAfter};
use crate::support::rows;

const POSSIBLE: &str = "A credit may have been spent";

struct Case {
    misbehave: Misbehave,
    title: &'static str,
    /// The API's own words, shown as they are.
    message: &'static str,
    button: &'static str,
    /// What Chromium itself writes to its log about the answer.
    log: &'static str,
}

fn status(
    code: u16,
    message: &'static str,
    title: &'static str,
    button: &'static str,
    log: &'static str,
) -> Case {
    Case {
        misbehave: Misbehave::status(code, message),
        title,
        message,
        button,
        log,
    }
}

fn envelope(code: i64, message: &'static str, title: &'static str, button: &'static str) -> Case {
    Case {
        misbehave: Misbehave::code(code, message),
        title,
        message,
        button,
        log: "",
    }
}

fn body(misbehave: Misbehave, title: &'static str) -> Case {
    Case {
        misbehave,
        title,
        message: "",
        button: "Try again",
        log: "",
    }
}

fn cases() -> Vec<Case> {
    const KEY_TITLE: &str = "The API key is missing or was refused";
    const QUOTA: &str = "The account's credits are used up";
    const SERVER: &str = "The API had an internal error";
    const SHAPE: &str = "The answer isn't in the documented shape";
    vec![
        status(
            400,
            "Missing required parameter: handle",
            "The API refused the query",
            "Correct the query",
            "status of 400",
        ),
        status(
            401,
            "apiKey is null",
            KEY_TITLE,
            "Open Settings",
            "status of 401",
        ),
        status(
            403,
            "forbidden",
            KEY_TITLE,
            "Open Settings",
            "status of 403",
        ),
        status(
            402,
            "apiKey quota is not enough",
            QUOTA,
            "Try again",
            "status of 402",
        ),
        status(
            500,
            "Internal server error",
            SERVER,
            "Try again",
            "status of 500",
        ),
        status(502, "bad gateway", SERVER, "Try again", "status of 502"),
        status(503, "unavailable", SERVER, "Try again", "status of 503"),
        envelope(
            400,
            "video_ids is wrong",
            "The API refused the query",
            "Correct the query",
        ),
        envelope(401, "apiKey is invalid", KEY_TITLE, "Open Settings"),
        envelope(402, "quota", QUOTA, "Try again"),
        envelope(500, "oops", SERVER, "Try again"),
        envelope(
            123_456,
            "a new kind of trouble",
            "The API refused with an undocumented code",
            "Try again",
        ),
        body(Misbehave::NotJson, "The answer isn't JSON"),
        body(
            Misbehave::TruncatedJson,
            "The answer broke off before its end",
        ),
        body(Misbehave::DataNull, "The API answered without data"),
        body(Misbehave::MissingData, SHAPE),
    ]
}

#[tokio::test]
async fn each_says_what_happened_what_it_cost_and_what_to_do() {
    Setup::direct(Browser::Chromium)
        .run(async |stage| {
            let page = open_with_key(stage, "/").await;
            for (index, case) in cases().into_iter().enumerate() {
                let id = rows::id(index as u64);
                stage.api.next(case.misbehave);
                search(&page, &id).await;
                page.until_alert(case.title).await;
                let said = page.alert_text().await;
                assert!(said.contains(POSSIBLE), "{said}");
                assert!(said.contains(case.message), "{said}");
                page.role("button", case.button).await;
                assert_credits(&stage.api, index + 1);
                if !case.log.is_empty() {
                    page.expect_problem(case.log);
                }
            }
            // Nothing is retried by itself; asked to, it is.
            page.click("button", "Try again").await;
            until_videos(&page, &[rows::id(cases().len() as u64 - 1)]).await;
            assert_credits(&stage.api, cases().len() + 1);
        })
        .await;
}

#[tokio::test]
async fn the_request_id_can_be_copied() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = stage.open("/").await;
            page.allow_clipboard().await;
            stage.api.next(Misbehave::code(7, "trouble"));
            search(&page, &rows::id(1)).await;
            page.until_alert("6c7b787e-3d4c-4e8d-be55-b760b1a73ba4")
                .await;
            page.click("button", "Copy request ID").await;
            page.until_text("Copied.").await;
            assert_eq!(
                page.clipboard().await,
                "6c7b787e-3d4c-4e8d-be55-b760b1a73ba4"
            );
        })
        .await;
}

#[tokio::test]
async fn a_refused_key_leads_to_settings_and_a_better_one() {
    Setup::direct(Browser::Chromium)
        .run(async |stage| {
            let page = stage.open("/").await;
            page.click("button", "Settings").await;
            enter_key(&page, "a-wrong-key").await;
            search(&page, &rows::id(1)).await;
            page.until_alert("apiKey is invalid").await;
            page.expect_problem("status of 401");
            page.click("button", "Open Settings").await;
            key_field(&page).await.until_focused().await;
            enter_key(&page, KEY).await;
            page.click("button", "Try again").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&stage.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_refused_query_leads_back_to_the_form() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = stage.open("/").await;
            stage.api.next(Misbehave::status(400, "no"));
            search(&page, &rows::id(1)).await;
            page.expect_problem("status of 400");
            page.click("button", "Correct the query").await;
            ids_field(&page).await.until_focused().await;
        })
        .await;
}

#[tokio::test]
async fn too_fast_counts_down_and_then_waits_for_a_click() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = stage.open("/").await;
            let now = page
                .run("return new Date(Date.now() + 3000).toUTCString()", vec![])
                .await;
            let cases = [
                Some(RetryAfter::exposed("2")),
                Some(RetryAfter::exposed(now.as_str().unwrap())),
                Some(RetryAfter::hidden("60")),
                None,
            ];
            page.expect_problem("status of 429");
            for (index, retry_after) in cases.into_iter().enumerate() {
                let id = rows::id(index as u64);
                stage.api.next(Misbehave::too_fast(retry_after));
                search(&page, &id).await;
                let waiting = page.role_like("button", r"^Try again in \d+ s$").await;
                assert_eq!(waiting.js("it.disabled").await, true);
                assert!(page.alert_text().await.contains("Too many requests"));
                page.role("button", "Try again").await;
                assert_credits(&stage.api, 2 * index + 1);
                page.click("button", "Try again").await;
                until_videos(&page, &[id]).await;
                assert_credits(&stage.api, 2 * index + 2);
            }
        })
        .await;
}

#[tokio::test]
async fn a_long_silence_is_a_timeout() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = stage.blank().await;
            page.hurry().await;
            page.goto("/").await;
            stage.api.next(Misbehave::Hang);
            search(&page, &rows::id(1)).await;
            page.until_alert("No answer within 30 seconds").await;
            assert!(page.alert_text().await.contains(POSSIBLE));
            page.click("button", "Try again").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&stage.api, 2);
        })
        .await;
}

#[tokio::test]
async fn offline_costs_nothing() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = stage.open("/").await;
            page.role("button", "Try sample data").await;
            page.offline(true).await;
            search(&page, &rows::id(1)).await;
            page.until_alert("You are offline").await;
            assert!(page.alert_text().await.contains("No credit was spent"));
            page.expect_problem("ERR_INTERNET_DISCONNECTED");
            assert_credits(&stage.api, 0);
            page.offline(false).await;
            page.click("button", "Try again").await;
            until_videos(&page, &ids(1)).await;
        })
        .await;
}

#[tokio::test]
async fn a_blocked_answer_explains_proxy_mode() {
    Setup::direct(Browser::Chromium)
        .run(async |stage| {
            let page = open_with_key(stage, "/").await;
            stage.api.next(Misbehave::NoCors);
            search(&page, &rows::id(1)).await;
            page.until_alert("The browser blocked the request").await;
            let said = page.alert_text().await;
            assert!(
                said.contains("proxy mode") && said.contains(POSSIBLE),
                "{said}"
            );
            page.expect_problem("blocked by CORS policy");
            page.expect_problem("net::ERR_FAILED");
            stage.api.next(Misbehave::ResetConnection);
            search(&page, &rows::id(2)).await;
            page.until_alert("The browser blocked the request").await;
            page.expect_problem("net::ERR_EMPTY_RESPONSE");
            page.role("button", "Try again").await;
            page.role("button", "Open Settings").await;
            assert_credits(&stage.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_failed_refresh_keeps_what_was_there() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = stage.open("/").await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            stage
                .api
                .next(Misbehave::status(500, "Internal server error"));
            page.click("button", "Refresh").await;
            page.until_alert("The API had an internal error").await;
            page.expect_problem("status of 500");
            until_videos(&page, &ids(1)).await;
            page.until_text("still below").await;
        })
        .await;
}
