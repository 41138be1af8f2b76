//! A run against an API where everything fails once, in a browser that is killed again and again: nothing is lost, and
//! nothing is paid for twice.

use std::time::Duration;

use super::super::actions::*;
use super::ledger::Ledger;
use super::steps::*;
use super::{names, stored};
use crate::harness::{Browser, Page, Setup, TestEnv};
use crate::support::fake_api::{Fault, RetryAfter};
use crate::support::recorded::RecordedRequest;
use crate::support::rows;

const KILLS: usize = 20;

/// How long the API takes for an answer: long enough for a kill to find one on its way, and for the run to last until the
/// last kill.
const ANSWER: Duration = Duration::from_millis(300);

/// Of the random moments. Another one gives other moments.
const SEED: u64 = 11;

/// Pseudo-random numbers (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// Each group fails in its own way when it is asked for the first time. Groups whose first id has the same rest fail alike;
/// only one hangs, since that takes as long as the time limit.
fn in_turn(request: &RecordedRequest, attempt: usize) -> Option<Fault> {
    let first = request.param("video_ids")?.split(',').next()?;
    let group = (rows::number(first)? - 1) / 10;
    let page = request.param("page_num")?;
    match (group % 8, page, attempt) {
        (0, "1", 0) => Some(Fault::too_fast(Some(RetryAfter::exposed("1")))),
        (1, "2", 0) => Some(Fault::too_fast(None)),
        (7, "1", 0 | 1) => Some(Fault::too_fast(None)),
        (2, "1", 0) => Some(Fault::status(500, "internal server error")),
        (3, "2", 0) => Some(Fault::ResetConnection),
        (4, "1", 0) if group == 4 => Some(Fault::Hang),
        (5, "1", 0) => Some(Fault::EmptyBody),
        (6, "1", 0) => Some(Fault::status(402, "apiKey quota is not enough")),
        _ => None,
    }
}

/// The harness itself: what a page has stored is there after the kill, and no other browser ends.
#[tokio::test]
async fn a_kill_ends_this_browser_and_keeps_its_profile() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let other = env.open("/").await;
            let profile = env.new_profile().await;
            let store = "
                const opened = indexedDB.open('kill-test', 1);
                opened.onupgradeneeded = () => opened.result.createObjectStore('numbers');
                await new Promise((done) => { opened.onsuccess = done; });
                const change = opened.result.transaction('numbers', 'readwrite');
                const numbers = change.objectStore('numbers');
                const had = numbers.count();
                numbers.put(1, Math.random());
                await new Promise((done) => { change.oncomplete = done; });
                return had.result;";
            for round in 0..3 {
                let page = env.open_in_profile(&profile, "/").await;
                assert_eq!(page.run_async(store, vec![]).await, round);
                page.kill_browser().await;
            }
            assert_eq!(other.run("return 1 + 1", vec![]).await, 2);
        })
        .await;
}

#[tokio::test]
async fn every_failure_in_turn() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(300);
            env.api.rows_by(rows::rows_for_runs);
            env.api.faults_by(in_turn);
            let mut ledger = Ledger::default();
            let page = env.blank().await;
            page.hurry().await;
            tolerate_faults(&page);
            page.goto("/").await;
            start(&page, &all).await;
            finish(&page, &env.api, &mut ledger).await;
            assert_all_is_there(&page, env, &all, &ledger).await;
            assert_waits(env);
        })
        .await;
}

#[tokio::test]
async fn twenty_kills() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(300);
            env.api.rows_by(rows::rows_for_runs);
            env.api.faults_by(in_turn);
            env.api.answer_after(ANSWER);
            let profile = env.new_profile().await;
            let mut ledger = Ledger::default();
            let mut dice = Dice(SEED);
            for round in 0..=KILLS {
                let page = env.blank_in_profile(&profile).await;
                page.hurry().await;
                tolerate_faults(&page);
                page.goto("/").await;
                match round {
                    0 => start(&page, &all).await,
                    _ => {
                        page.until_text(names::UNFINISHED).await;
                        go_on(&page, &env.api, &mut ledger).await;
                    }
                }
                if round == KILLS {
                    finish(&page, &env.api, &mut ledger).await;
                    assert_all_is_there(&page, env, &all, &ledger).await;
                    break;
                }
                let requests = 1 + dice.below(2) as usize;
                let over = advance(&page, &env.api, &mut ledger, requests).await;
                assert!(!over, "the run ended before kill {round}");
                // No condition: the moment is to be any.
                tokio::time::sleep(ANSWER / 100 * dice.below(100) as u32).await;
                page.kill_browser().await;
                ledger.killed(&env.api);
            }
        })
        .await;
}

async fn assert_all_is_there(page: &Page, env: &TestEnv, all: &[String], ledger: &Ledger) {
    stored::assert_complete(page, &env.api, all).await;
    ledger.check(&env.api);
    let none = empty(all).len();
    page.until_text(&names::without_data(none)).await;
    assert!(!page.text().await.contains(names::FAILED));
}

/// After a 429 with Retry-After no request follows earlier than it says.
fn assert_waits(env: &TestEnv) {
    let all = env.api.exchanges();
    let mut waits = 0;
    for two in all.windows(2) {
        let first = two[0].page.0.split(',').next().and_then(rows::number);
        let says_when = first.is_some_and(|n| (n - 1) / 10 % 8 == 0);
        if two[0].is_refused(429) && says_when {
            let wait = two[1].at - two[0].at;
            // Timers of browsers may be some milliseconds early.
            assert!(wait >= Duration::from_millis(950), "only {wait:?}");
            waits += 1;
        }
    }
    assert!(waits > 0);
}
