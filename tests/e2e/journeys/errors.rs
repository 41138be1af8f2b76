//! Failures of the API: what the page says, and what the user can do next.

use super::actions::*;
use crate::harness::{Browser, KEY, Setup};
use crate::support::fake_api::Fault;
use crate::support::rows;

/// The text about the price of a failed request.
pub const POSSIBLE: &str = "A credit may have been used";

struct Case {
    fault: Fault,
    title: &'static str,
    /// The API's message, shown unchanged.
    message: &'static str,
    button: &'static str,
    /// What Chromium's log says about the response.
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
        fault: Fault::status(code, message),
        title,
        message,
        button,
        log,
    }
}

fn envelope(code: i64, message: &'static str, title: &'static str, button: &'static str) -> Case {
    Case {
        fault: Fault::code(code, message),
        title,
        message,
        button,
        log: "",
    }
}

fn body(fault: Fault, title: &'static str) -> Case {
    Case {
        fault,
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
    const SHAPE: &str = "The response isn't in the documented format";
    vec![
        status(
            400,
            "Missing required parameter: handle",
            "The search was refused",
            "Edit search",
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
            "The search was refused",
            "Edit search",
        ),
        envelope(401, "apiKey is invalid", KEY_TITLE, "Open Settings"),
        envelope(402, "quota", QUOTA, "Try again"),
        envelope(500, "oops", SERVER, "Try again"),
        envelope(
            123_456,
            "a new kind of trouble",
            "The API returned an undocumented error code",
            "Try again",
        ),
        body(Fault::NotJson, "The response isn't JSON"),
        body(Fault::TruncatedJson, "The response was cut off"),
        body(Fault::DataNull, "The API returned no data"),
        body(Fault::MissingData, SHAPE),
        body(Fault::DataIs("a text".into()), SHAPE),
        body(Fault::DataIs(serde_json::json!({"rows": []})), SHAPE),
        body(Fault::EmptyBody, "The response was cut off"),
    ]
}

#[tokio::test]
async fn each_says_what_happened_what_it_cost_and_what_to_do() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            for (count, case) in (1..).zip(cases()) {
                env.api.next(case.fault);
                search(&page, &rows::id(count)).await;
                page.until_alert(case.title).await;
                let said = page.alert_text().await;
                assert!(said.contains(POSSIBLE), "{said}");
                assert!(said.contains(case.message), "{said}");
                page.role("button", case.button).await;
                assert_credits(&env.api, count as usize);
                if !case.log.is_empty() {
                    page.expect_problem(case.log);
                }
            }
            // Nothing is retried without a click.
            page.click("button", "Try again").await;
            until_videos(&page, &[rows::id(cases().len() as u64)]).await;
            assert_credits(&env.api, cases().len() + 1);
        })
        .await;
}

#[tokio::test]
async fn the_request_id_can_be_copied() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.allow_clipboard().await;
            env.api.next(Fault::code(7, "trouble"));
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
        .run(async |env| {
            let page = env.open("/").await;
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
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_refused_query_leads_back_to_the_form() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            env.api.next(Fault::status(400, "no"));
            search(&page, &rows::id(1)).await;
            page.expect_problem("status of 400");
            page.click("button", "Edit search").await;
            ids_field(&page).await.until_focused().await;
        })
        .await;
}

#[tokio::test]
async fn a_failed_refresh_keeps_what_was_there() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            env.api.next(Fault::status(500, "Internal server error"));
            page.click("button", "Refresh").await;
            page.until_alert("The API had an internal error").await;
            page.expect_problem("status of 500");
            until_videos(&page, &ids(1)).await;
            page.until_text("still below").await;
        })
        .await;
}
