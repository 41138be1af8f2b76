//! Each state of a run: accessibility, a phone of 320 px, Chinese, and the keyboard alone.

use super::super::actions::*;
use super::super::chinese::assert_chinese;
use super::super::keyboard::tab_to;
use super::ledger::Ledger;
use super::names;
use super::steps::*;
use crate::harness::{Browser, Page, Setup, TestEnv, key};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

/// Leads a run through its states, and calls `check` in each with its name.
async fn through_states(env: &TestEnv, page: &Page, check: impl AsyncFn(&str)) {
    let latch = Latch::closed();
    let held = latch.clone();
    env.api.rows_by(rows::rows_for_runs);
    env.api.faults_by(move |request, attempt| {
        let (asked, page) = (request.param("video_ids")?, request.param("page_num")?);
        let is_of = |n| asked.contains(&rows::id(n));
        match (page, attempt) {
            _ if is_of(11) => Some(Fault::Slow(held.clone())),
            ("1", 0) if is_of(21) => Some(Fault::status(402, "额度不足")),
            ("1", 0) if is_of(31) => Some(Fault::status(500, "服务器内部错误")),
            _ => None,
        }
    });
    tolerate_faults(page);
    let mut ledger = Ledger::default();
    plan(page, &ids(40)).await;
    check("plan").await;
    set_limit(page, 1_000).await;
    press_start(page).await;
    latch.reached().await;
    page.role("progressbar", names::PROGRESS).await;
    check("running").await;
    press_pause(page).await;
    check("paused").await;
    latch.open();
    go_on(page, &env.api, &mut ledger).await;
    until_state(page, RunState::Halted).await;
    check("stopped").await;
    page.goto("/").await;
    page.until_text(names::UNFINISHED).await;
    check("unfinished").await;
    // To the plan, and on from there.
    page.click("button", "Continue").await;
    page.role_like("button", r"^Continue \(≥").await;
    check("continued").await;
    go_on(page, &env.api, &mut ledger).await;
    until_over(page).await;
    page.until_text(names::FAILED).await;
    // The last ten have failed.
    page.until_text(&names::without_data(empty(&ids(30)).len()))
        .await;
    check("finished").await;
    assert!(retry_failed(page, &env.api, &mut ledger).await);
    finish(page, &env.api, &mut ledger).await;
    ledger.check(&env.api);
}

#[tokio::test]
async fn are_accessible_and_fit_a_phone() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            through_states(env, &page, async |state| {
                for scheme in ["light", "dark"] {
                    page.prefer(scheme, true).await;
                    page.check_accessibility(&format!("run, {state}, {scheme}"))
                        .await;
                }
                page.screenshot(&format!("run-{state}")).await;
                page.resize(320, 800).await;
                let over = page.sideways().await;
                assert!(over.is_null(), "{state}: {over}");
                page.check_accessibility(&format!("run, {state}, 320 px"))
                    .await;
                page.screenshot(&format!("run-{state}-320")).await;
                page.resize(1280, 900).await;
            })
            .await;
        })
        .await;
}

/// Where one request was enough to begin, and may not have brought all.
#[tokio::test]
async fn the_offer_of_the_rest_fits_a_phone() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.rows_by(rows::rows_for_runs);
            let page = env.open("/").await;
            search(&page, &ids(10).join("\n")).await;
            page.until_text("There may be more rows").await;
            for scheme in ["light", "dark"] {
                page.prefer(scheme, true).await;
                page.check_accessibility(&format!("the rest, {scheme}"))
                    .await;
                page.screenshot(&format!("rest-{scheme}")).await;
            }
            page.resize(320, 800).await;
            let over = page.sideways().await;
            assert!(over.is_null(), "{over}");
            page.screenshot("rest-320").await;
        })
        .await;
}

/// The run is led in English, and looked at in Chinese: a change of language keeps it.
#[tokio::test]
async fn are_chinese() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            // The made-up captions are English.
            let rows = |id: &str| {
                let mut rows = rows::rows_for_runs(id);
                for row in &mut rows {
                    row["video_desc"] = "一条文案".into();
                    row["hash_tag"] = "#好物 ".into();
                }
                rows
            };
            through_states(env, &page, async |state| {
                env.api.rows_by(rows);
                page.click("button", "Settings").await;
                choose(&page, "Language", "zh").await;
                page.press(&[key::ESCAPE]).await;
                page.role("button", "设置").await;
                assert_chinese(&page, &format!("run, {state}")).await;
                page.screenshot(&format!("run-{state}-zh")).await;
                page.click("button", "设置").await;
                choose(&page, "语言", "en").await;
                page.press(&[key::ESCAPE]).await;
                page.role("button", "Settings").await;
            })
            .await;
        })
        .await;
}

/// The only button whose name matches is reached by Tab and pressed.
async fn press_by_key(page: &Page, pattern: &str) {
    let button = page.role_like("button", pattern).await;
    let name = button.js("it.ariaLabel ?? it.textContent.trim()").await;
    tab_to(page, "button", name.as_str().unwrap()).await;
    page.press(&[key::ENTER]).await;
}

#[tokio::test]
async fn need_no_pointer() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            let held = latch.clone();
            env.api.faults_by(move |request, _| {
                let is_second = request.param("video_ids")?.contains(&rows::id(11));
                is_second.then(|| Fault::Slow(held.clone()))
            });
            paste(&page, &ids(20).join("\n")).await;
            tab_to(&page, "textbox", "Video IDs or links").await;
            page.press(&[key::CONTROL, key::ENTER]).await;
            page.role("region", names::PLAN).await;
            // The focus is in the plan, not lost.
            page.until("the focus", "document.activeElement !== document.body")
                .await;
            tab_to(&page, "spinbutton", names::CREDIT_LIMIT).await;
            page.press(&[key::CONTROL, 'a']).await;
            page.type_keys("9").await;
            press_by_key(&page, names::START).await;
            latch.reached().await;
            press_by_key(&page, "^Pause$").await;
            until_state(&page, RunState::Halted).await;
            page.until("the focus", "document.activeElement !== document.body")
                .await;
            press_by_key(&page, names::GO_ON).await;
            latch.open();
            until_over(&page).await;
            until_video(&page, &rows::id(11)).await;
            // Two full groups have an empty second page each.
            assert_credits(&env.api, 4);
        })
        .await;
}
