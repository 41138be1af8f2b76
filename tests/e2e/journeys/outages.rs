//! Rate limits, timeouts, offline, blocked requests.

use super::actions::*;
use super::errors::POSSIBLE;
use crate::harness::{Browser, Setup};
use crate::support::fake_api::{Fault, RetryAfter};
use crate::support::latch::Latch;
use crate::support::rows;

#[tokio::test]
async fn too_fast_counts_down_and_then_waits_for_a_click() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
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
                env.api.next(Fault::too_fast(retry_after));
                search(&page, &id).await;
                let waiting = page.role_like("button", r"^Try again in \d+ s$").await;
                assert_eq!(waiting.js("it.disabled").await, true);
                assert!(page.alert_text().await.contains("Too many requests"));
                page.role("button", "Try again").await;
                assert_credits(&env.api, 2 * index + 1);
                page.click("button", "Try again").await;
                until_videos(&page, &[id]).await;
                assert_credits(&env.api, 2 * index + 2);
            }
        })
        .await;
}

#[tokio::test]
async fn a_long_silence_is_a_timeout() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.blank().await;
            page.hurry().await;
            page.goto("/").await;
            env.api.next(Fault::Hang);
            search(&page, &rows::id(1)).await;
            page.until_alert("No response within 30 seconds").await;
            assert!(page.alert_text().await.contains(POSSIBLE));
            page.click("button", "Try again").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn offline_costs_nothing() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.role("button", "Try sample data").await;
            page.offline(true).await;
            search(&page, &rows::id(1)).await;
            page.until_alert("You are offline").await;
            assert!(page.alert_text().await.contains("No credit was used"));
            // Nothing was sent: Chromium would have logged a failed request.
            assert_credits(&env.api, 0);
            page.offline(false).await;
            page.click("button", "Try again").await;
            until_videos(&page, &ids(1)).await;
        })
        .await;
}

#[tokio::test]
async fn a_connection_lost_after_sending_may_have_cost_a_credit() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            env.api.next(Fault::LateReset(latch.clone()));
            search(&page, &rows::id(1)).await;
            latch.reached().await;
            page.offline(true).await;
            latch.open();
            page.until_alert("You are offline").await;
            let said = page.alert_text().await;
            assert!(said.contains(POSSIBLE), "{said}");
            page.expect_problem("net::ERR_");
            page.offline(false).await;
            page.click("button", "Try again").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_blocked_answer_explains_proxy_mode() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            env.api.next(Fault::NoCors);
            search(&page, &rows::id(1)).await;
            page.until_alert("The browser blocked the request").await;
            let said = page.alert_text().await;
            assert!(
                said.contains("proxy mode") && said.contains(POSSIBLE),
                "{said}"
            );
            page.expect_problem("blocked by CORS policy");
            page.expect_problem("net::ERR_FAILED");
            env.api.next(Fault::ResetConnection);
            search(&page, &rows::id(2)).await;
            page.until_alert("The browser blocked the request").await;
            page.expect_problem("net::ERR_EMPTY_RESPONSE");
            page.role("button", "Try again").await;
            // The deployment sets the data source, so there is nothing to change in Settings.
            assert!(page.all_named("button", "Open Settings").await.is_empty());
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_program_that_does_not_arrive_leaves_no_blank_page() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.site.lose("_bg.wasm");
            let page = env.open("/").await;
            page.until_alert("ClipCart could not be loaded").await;
            page.role("button", "Reload").await;
            page.expect_problem("status of 404");
            page.expect_problem("console.error: ClipCart did not start");
            page.expect_problem("integrity");
            page.check_accessibility("not loaded").await;
        })
        .await;
}

/// Without the deployment's settings nobody knows whether a key may be asked for.
#[tokio::test]
async fn a_deployment_that_does_not_arrive_is_said_and_can_be_tried_again() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("config.json", latch.clone());
            let page = env.blank().await;
            page.hurry().await;
            page.goto(&format!("/?video_ids={}", rows::id(1))).await;
            page.until_alert("config.json could not be loaded").await;
            page.until_alert("No response within 30 seconds").await;
            assert!(page.all_named("button", "Search").await.is_empty());
            page.check_accessibility("no settings").await;
            page.screenshot("no-settings").await;
            // In the language that was chosen, though the other settings are not known.
            page.run("localStorage.setItem('clipcart.language', 'zh')", vec![])
                .await;
            page.click("button", "Try again").await;
            page.until_alert("未能加载 config.json").await;
            latch.open();
            page.click("button", "重试").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
        })
        .await;
}
