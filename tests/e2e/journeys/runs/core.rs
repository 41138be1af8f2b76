//! The core run in every browser: plan, start, watch, look at it, come back.

use super::super::actions::*;
use super::ledger::Ledger;
use super::steps::*;
use super::{names, stored};
use crate::harness::{Browser, Setup, eventually};
use crate::support::fake_api::Fault;
use crate::support::rows;

async fn core(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            let all = ids(28);
            env.api.rows_by(rows::rows_for_runs);
            let page = env.open("/").await;
            let plan = plan(&page, &all).await;
            for part in names::least(28, 3) {
                plan.until_text(&part).await;
            }
            let limit = page.role("spinbutton", names::CREDIT_LIMIT).await;
            assert_eq!(limit.value().await, "6");
            page.role("button", "Start (≥ 3 credits)").await;
            assert_credits(&env.api, 0);
            press_start(&page).await;
            until_over(&page).await;
            page.until_text(&names::without_data(empty(&all).len()))
                .await;
            let spent = env.api.requests().len();
            stored::assert_complete(&page, &env.api, &all).await;
            Ledger::default().check(&env.api);

            // The form is folded, and the videos are in the user's order.
            page.until_text("28 IDs").await;
            page.role("button", "Edit search").await;
            let shown: Vec<String> = all
                .iter()
                .filter(|id| !empty(&all).contains(id))
                .cloned()
                .collect();
            until_video(&page, &shown[0]).await;
            assert!(shown.starts_with(&videos(&page).await));

            // The answers are saved: a reload costs nothing.
            page.reload().await;
            until_video(&page, &shown[0]).await;
            assert_credits(&env.api, spent);
        })
        .await;
}

#[tokio::test]
async fn in_chromium() {
    core(Browser::FullChromium).await;
}

#[tokio::test]
async fn in_firefox() {
    core(Browser::Firefox).await;
}

#[tokio::test]
async fn in_webkit() {
    core(Browser::WebKit).await;
}

/// A shared link of a run opens its plan, and never starts it.
#[tokio::test]
async fn a_link_opens_the_plan() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(30);
            let page = env.open(&format!("/?video_ids={}", all.join(","))).await;
            page.role("region", names::PLAN).await;
            assert_credits(&env.api, 0);
            press_start(&page).await;
            until_over(&page).await;
            assert_credits(&env.api, 3 + 3);
            // Another person has nothing saved.
            let other = env.open(&page.url().await).await;
            other.role("region", names::PLAN).await;
            assert_credits(&env.api, 3 + 3);
        })
        .await;
}

/// A second run of which some answers are saved.
#[tokio::test]
async fn what_is_saved_is_used_or_fetched_again() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.rows_by(rows::rows_for_runs);
            let page = env.open("/").await;
            start(&page, &ids(20)).await;
            until_over(&page).await;
            let spent = env.api.requests().len();
            // Tomorrow.
            page.set_clock_ahead(86_400).await;
            page.goto("/").await;
            let plan = plan(&page, &ids(30)).await;
            plan.until_text(&names::saved_of(20, 30)).await;
            plan.until_text("yesterday").await;
            let boxes = page.all_like("checkbox", names::USE_SAVED).await.len();
            let radios = page.all_like("radio", names::USE_SAVED).await.len();
            assert_eq!(boxes + radios, 1, "a choice about what is saved");
            page.role("button", "Start (≥ 1 credit)").await;
            press_start(&page).await;
            until_over(&page).await;
            assert_credits(&env.api, spent + 2);
            stored::assert_complete(&page, &env.api, &ids(30)).await;
        })
        .await;
}

/// What was paid for is shown until its new answer is there, also after a failure and a reload.
#[tokio::test]
async fn a_refresh_that_fails_keeps_what_was_there() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.rows_by(rows::rows_for_runs);
            let page = env.open("/").await;
            tolerate_faults(&page);
            start(&page, &ids(12)).await;
            until_over(&page).await;
            page.set_clock_ahead(60).await;
            page.reload().await;
            // Group 2 is asked for again and fails.
            let last = rows::id(12);
            let failing = last.clone();
            env.api.faults_by(move |request, _| {
                let is_second = request.param("video_ids")?.contains(&failing);
                is_second.then(|| Fault::status(500, "internal server error"))
            });
            until_video(&page, &last).await;
            page.click("button", "Refresh").await;
            press_start(&page).await;
            page.until_text(names::FAILED).await;
            until_over(&page).await;
            for id in [rows::id(1), last.clone()] {
                until_video(&page, &id).await;
            }
            page.reload().await;
            page.until_text(names::FAILED).await;
            for id in [rows::id(1), last] {
                until_video(&page, &id).await;
            }
        })
        .await;
}

/// One group works at once, without a plan. Its further rows are fetched by a click.
#[tokio::test]
async fn one_group_loads_the_rest_by_a_click() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.rows_by(rows::rows_for_runs);
            let page = env.open("/").await;
            paste(&page, &ids(10).join("\n")).await;
            page.click("button", "Search").await;
            page.role_like("button", names::LOAD_REST).await;
            assert_credits(&env.api, 1);
            let rest = page.role_like("button", names::LOAD_REST).await;
            rest.click().await;
            until_video(&page, &ids(10)[9]).await;
            assert_credits(&env.api, 2);
            stored::assert_complete(&page, &env.api, &ids(10)).await;
            // A minute later all of it is fetched again.
            page.run(
                "const now = Date.now; Date.now = () => now() + 60_000",
                vec![],
            )
            .await;
            page.until_text("up to 2 credits").await;
            page.click("button", "Refresh").await;
            eventually("both pages", async || env.api.requests().len() == 4).await;
            until_video(&page, &ids(10)[9]).await;
            stored::assert_complete(&page, &env.api, &ids(10)).await;
        })
        .await;
}
