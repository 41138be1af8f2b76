//! Two tabs of one browser: they share what is stored, and never run the same run at once.

use super::super::actions::*;
use super::ledger::Ledger;
use super::steps::*;
use super::stopping::start_held;
use super::{names, stored};
use crate::harness::{Browser, Setup, eventually};
use crate::support::latch::Latch;
use crate::support::rows;

async fn one_runs_and_the_other_watches(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            let page = env.open("/").await;
            let first = page.tab().await;
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            let address = page.url().await;
            let sent = env.api.requests().len();

            let second = page.new_tab(&address).await;
            page.until_text(names::OTHER_TAB).await;
            // It shows what the first one has got, and sends nothing itself.
            until_video(&page, &rows::id(1)).await;
            assert!(page.all_like("button", names::START).await.is_empty());
            assert_credits(&env.api, sent);
            latch.open();
            // New answers come by themselves.
            until_video(&page, &rows::id(11)).await;
            page.switch_to(&first).await;
            let mut ledger = Ledger::default();
            finish(&page, &env.api, &mut ledger).await;
            page.switch_to(&second).await;
            eventually("the notice to go", async || {
                !page.text().await.contains(names::OTHER_TAB)
            })
            .await;
            ledger.check(&env.api);
            stored::assert_complete(&page, &env.api, &ids(30)).await;
        })
        .await;
}

#[tokio::test]
async fn in_chromium() {
    one_runs_and_the_other_watches(Browser::FullChromium).await;
}

/// The tab that runs is closed: the other one can go on.
#[tokio::test]
async fn the_other_one_takes_over() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            let address = page.url().await;
            let first = page.tab().await;
            let second = page.new_tab(&address).await;
            page.until_text(names::OTHER_TAB).await;
            page.switch_to(&first).await;
            page.close_tab(&second).await;
            latch.abandoned().await;
            let mut ledger = Ledger::default();
            ledger.killed(&env.api);
            latch.open();
            until_state(&page, RunState::Halted).await;
            assert!(!page.text().await.contains(names::OTHER_TAB));
            go_on(&page, &env.api, &mut ledger).await;
            finish_all(&page, &env.api, ledger, &ids(30)).await;
        })
        .await;
}

/// Two different runs at once are two runs.
#[tokio::test]
async fn another_run_is_not_held_up() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            let first = page.tab().await;
            let others: Vec<String> = (101..=120).map(rows::id).collect();
            page.new_tab("/").await;
            start(&page, &others).await;
            until_over(&page).await;
            until_video(&page, &others[0]).await;
            latch.open();
            page.switch_to(&first).await;
            let mut ledger = Ledger::default();
            finish(&page, &env.api, &mut ledger).await;
            ledger.check(&env.api);
            let all = [ids(30), others].concat();
            stored::assert_complete(&page, &env.api, &all).await;
        })
        .await;
}
