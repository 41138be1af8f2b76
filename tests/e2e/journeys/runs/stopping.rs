//! A run that somebody or the limit stops, that partly fails, or that is exported before its end.

use super::super::actions::*;
use super::super::export;
use super::ledger::Ledger;
use super::steps::*;
use super::{names, stored};
use crate::harness::{Browser, Page, Setup, TestEnv, eventually};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

/// Starts a run of 30 ids whose second group waits at the latch. Each id has one row.
pub async fn start_held(env: &TestEnv, page: &Page, latch: &Latch) {
    let held = latch.clone();
    env.api.faults_by(move |request, _| {
        let is_second = request.param("video_ids")?.contains(&rows::id(11));
        is_second.then(|| Fault::Slow(held.clone()))
    });
    start(page, &ids(30)).await;
    latch.reached().await;
    page.until_text(&names::done_of(10, 30)).await;
}

#[tokio::test]
async fn stop_keeps_what_is_there_and_sends_no_more() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            until_video(&page, &rows::id(1)).await;
            let sent = env.api.requests().len();
            page.click("button", names::STOP).await;
            latch.open();
            until_state(&page, RunState::Halted).await;
            until_video(&page, &rows::id(1)).await;
            assert_credits(&env.api, sent);
            // What was paid for before is saved. It can go on.
            page.goto("/").await;
            page.until_text(names::UNFINISHED).await;
            let mut ledger = Ledger::default();
            ledger.killed(&env.api);
            go_on(&page, &env.api, &mut ledger).await;
            finish_all(&page, &env.api, ledger, &ids(30)).await;
            page.tolerate_problem("net::ERR_");
        })
        .await;
}

#[tokio::test]
async fn pause_finishes_the_request_and_resume_goes_on() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            let sent = env.api.requests().len();
            press_pause(&page).await;
            latch.open();
            // Its rows are shown, though the group may have more.
            until_video(&page, &rows::id(11)).await;
            assert_credits(&env.api, sent);
            let mut ledger = Ledger::default();
            go_on(&page, &env.api, &mut ledger).await;
            finish_all(&page, &env.api, ledger, &ids(30)).await;
        })
        .await;
}

#[tokio::test]
async fn the_limit_is_never_passed() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.rows_by(rows::rows_for_runs);
            let page = env.open("/").await;
            plan(&page, &ids(50)).await;
            set_limit(&page, 6).await;
            press_start(&page).await;
            until_state(&page, RunState::Halted).await;
            assert_credits(&env.api, 6);
        })
        .await;
}

/// A quota that is used up, under whatever code, stops the run at once.
#[tokio::test]
async fn no_credits_left_stops_it() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let faults = [
                Fault::status(402, "apiKey quota is not enough"),
                Fault::code(1001, "Usage Limit Exceeded"),
                Fault::status(401, "apiKey is invalid"),
                Fault::status(403, "forbidden"),
            ];
            for (n, fault) in (1..).zip(faults) {
                let page = env.open("/").await;
                let first: Vec<String> = (n * 100..n * 100 + 30).map(rows::id).collect();
                let sent = env.api.requests().len();
                env.api.next(fault.clone());
                start(&page, &first).await;
                until_state(&page, RunState::Halted).await;
                assert_eq!(env.api.requests().len(), sent + 1, "{fault:?}");
                page.tolerate_problem("status of 40");
            }
        })
        .await;
}

#[tokio::test]
async fn failed_groups_are_retried_together_and_only_they() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            tolerate_faults(&page);
            env.api.faults_by(|request, attempt| {
                let (asked, page) = (request.param("video_ids")?, request.param("page_num")?);
                let fails = [11, 31].map(rows::id).iter().any(|id| asked.contains(id));
                (fails && page == "1" && attempt == 0)
                    .then(|| Fault::status(500, "internal server error"))
            });
            let mut ledger = Ledger::default();
            start(&page, &ids(40)).await;
            until_over(&page).await;
            page.until_text(names::FAILED).await;
            let sent = env.api.exchanges().len();
            page.check_accessibility("failed groups").await;
            assert!(retry_failed(&page, &env.api, &mut ledger).await);
            finish(&page, &env.api, &mut ledger).await;
            let retried = &env.api.exchanges()[sent..];
            let firsts = [11, 31].map(rows::id);
            let is_of_failed = |asked: &str| firsts.iter().any(|id| asked.contains(id));
            assert!(
                retried
                    .iter()
                    .all(|exchange| is_of_failed(&exchange.page.0))
            );
            assert!(!page.text().await.contains(names::FAILED));
            ledger.check(&env.api);
            stored::assert_complete(&page, &env.api, &ids(40)).await;
        })
        .await;
}

#[tokio::test]
async fn ids_without_data_can_be_copied() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.rows_by(rows::rows_for_runs);
            let page = env.open("/").await;
            page.allow_clipboard().await;
            start(&page, &ids(40)).await;
            until_over(&page).await;
            let none = empty(&ids(40));
            page.until_text(&names::without_data(none.len())).await;
            page.click("button", names::COPY_IDS).await;
            eventually("the ids in the clipboard", async || {
                let copied = page.clipboard().await;
                copied
                    .split(|c: char| !c.is_ascii_digit())
                    .filter(|id| !id.is_empty())
                    .eq(&none)
            })
            .await;
        })
        .await;
}

#[tokio::test]
async fn what_is_there_can_be_exported_while_it_runs() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            until_video(&page, &rows::id(1)).await;
            page.run(export::CATCH, vec![]).await;
            export::open_export(&page).await;
            export::pick(&page, "^CSV").await;
            page.click("button", "Download").await;
            let (_, _, bytes) = export::file(&page, 1).await;
            assert_eq!(export::column(&bytes, "video_id"), ids(10));
            page.click("button", "Close").await;
            assert_eq!(state(&page).await, RunState::Running);
            latch.open();
            let mut ledger = Ledger::default();
            finish(&page, &env.api, &mut ledger).await;
            export::open_export(&page).await;
            export::pick(&page, "^CSV").await;
            page.click("button", "Download").await;
            let (_, _, bytes) = export::file(&page, 2).await;
            assert_eq!(export::column(&bytes, "video_id"), ids(30));
        })
        .await;
}

/// Offline pauses: no group fails.
#[tokio::test]
async fn offline_pauses_it() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.tolerate_problem("net::ERR_");
            // Code that is loaded ahead.
            page.tolerate_problem("Failed to fetch");
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            page.offline(true).await;
            latch.open();
            eventually("the run to wait", async || {
                let text = page.text().await.to_lowercase();
                text.contains("offline")
            })
            .await;
            let sent = env.api.requests().len();
            page.offline(false).await;
            let mut ledger = Ledger::default();
            // The answer that was on its way may be lost.
            ledger.killed(&env.api);
            finish(&page, &env.api, &mut ledger).await;
            assert!(env.api.requests().len() > sent);
            stored::assert_complete(&page, &env.api, &ids(30)).await;
        })
        .await;
}
