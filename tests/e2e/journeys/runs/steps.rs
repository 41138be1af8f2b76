//! What people do with a run, and the state in which they see it.

use std::time::Duration;

use super::super::actions::*;
use super::ledger::Ledger;
use super::{names, stored};
use crate::harness::{Locator, Page, eventually, eventually_within};
use crate::support::fake_api::FakeApi;
use crate::support::rows;

/// Long enough for a run of some hundred requests on a busy machine.
const DEADLINE: Duration = Duration::from_secs(180);

/// What the buttons on the page say of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    Planned,
    Running,
    /// Paused or stopped, and can go on.
    Halted,
    /// Not there, or finished, maybe with failed groups.
    Over,
}

pub async fn state(page: &Page) -> RunState {
    if !page.all_named("button", names::PAUSE).await.is_empty() {
        RunState::Running
    } else if !page.all_like("button", names::GO_ON).await.is_empty() {
        RunState::Halted
    } else if !page.all_like("button", names::START).await.is_empty() {
        RunState::Planned
    } else {
        RunState::Over
    }
}

pub async fn until_state(page: &Page, expected: RunState) {
    eventually_within(
        DEADLINE,
        &format!("the run to be {expected:?}"),
        async || state(page).await == expected,
    )
    .await;
}

/// Waits until the run is over, which two looks have to confirm: between two states there may be no button.
pub async fn until_over(page: &Page) {
    let mut looks = 0;
    eventually_within(DEADLINE, "the end of the run", async || {
        looks = match state(page).await {
            RunState::Over => looks + 1,
            _ => 0,
        };
        looks > 5
    })
    .await;
}

/// Pastes the ids and searches, which opens the plan.
pub async fn plan<'p>(page: &'p Page, ids: &[String]) -> Locator<'p> {
    paste(page, &ids.join("\n")).await;
    page.click("button", "Search").await;
    page.role("region", names::PLAN).await
}

pub async fn set_limit(page: &Page, credits: u32) {
    let field = page.role("spinbutton", names::CREDIT_LIMIT).await;
    field.fill(&credits.to_string()).await;
}

pub async fn press_start(page: &Page) {
    page.role_like("button", names::START).await.click().await;
}

/// Plans and starts, with room for failures.
pub async fn start(page: &Page, ids: &[String]) {
    plan(page, ids).await;
    set_limit(page, 1_000).await;
    press_start(page).await;
}

pub async fn press_pause(page: &Page) {
    page.click("button", names::PAUSE).await;
    until_state(page, RunState::Halted).await;
}

/// Presses Resume or Continue.
pub async fn go_on(page: &Page, api: &FakeApi, ledger: &mut Ledger) {
    let button = page.role_like("button", names::GO_ON).await;
    let address = page.url().await;
    let asked = api.exchanges().len();
    ledger.told_to_go_on(api);
    button.click().await;
    // It may have stopped again already.
    eventually("the run to go on", async || {
        api.exchanges().len() > asked
            || state(page).await != RunState::Halted
            || page.url().await != address
    })
    .await;
}

/// Whether there were failed groups to retry. They are retried.
pub async fn retry_failed(page: &Page, api: &FakeApi, ledger: &mut Ledger) -> bool {
    let found = page.all_like("button", names::RETRY_FAILED).await;
    let [button] = &found[..] else {
        return false;
    };
    let asked = api.exchanges().len();
    ledger.told_to_retry(api);
    button.click().await;
    eventually("the failed groups to be asked for", async || {
        api.exchanges().len() > asked
    })
    .await;
    true
}

/// Watches the run until so many more requests were sent, and does what it asks for: goes on after a stop, and retries at
/// the end. Returns whether nothing is left to do.
pub async fn advance(page: &Page, api: &FakeApi, ledger: &mut Ledger, requests: usize) -> bool {
    let target = api.exchanges().len().saturating_add(requests);
    let mut ends = 0;
    eventually_within(DEADLINE, "more of the run", async || {
        if api.exchanges().len() >= target {
            return true;
        }
        match state(page).await {
            RunState::Running | RunState::Planned => ends = 0,
            RunState::Halted => go_on(page, api, ledger).await,
            RunState::Over if retry_failed(page, api, ledger).await => ends = 0,
            RunState::Over => ends += 1,
        }
        ends > 5
    })
    .await;
    ends > 5
}

/// Watches the run to its very end.
pub async fn finish(page: &Page, api: &FakeApi, ledger: &mut Ledger) {
    assert!(advance(page, api, ledger, usize::MAX).await);
}

/// The ids of [`rows::rows_for_runs`] without any row.
pub fn empty(ids: &[String]) -> Vec<String> {
    let mut empty = ids.to_vec();
    empty.retain(|id| rows::rows_for_runs(id).is_empty());
    empty
}

/// Waits until a video is shown, among others.
pub async fn until_video(page: &Page, id: &str) {
    eventually(&format!("the video {id}"), async || {
        videos(page).await.iter().any(|other| other == id)
    })
    .await;
}

/// Problems in the browser's log that the faults of a run cause.
pub fn tolerate_faults(page: &Page) {
    for part in [
        "status of 402",
        "status of 429",
        "status of 500",
        "net::ERR_",
    ] {
        page.tolerate_problem(part);
    }
}

/// Watches the run to its very end: everything is stored, and nothing was asked for twice.
pub async fn finish_all(page: &Page, api: &FakeApi, mut ledger: Ledger, ids: &[String]) {
    finish(page, api, &mut ledger).await;
    ledger.check(api);
    stored::assert_complete(page, api, ids).await;
}
