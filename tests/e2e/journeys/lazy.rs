//! Views and panels whose code is in files of their own: when these are loaded, and what if they can't be.

use super::actions::*;
use crate::harness::{Browser, Page, Setup, TestEnv, eventually, key};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;

const NOT_LOADED: &str = "This part of the page could not be loaded";

/// A text that only the file with the code of the charts has.
const CHARTS: &str = "image/svg+xml";

/// The files of this kind that the page has fetched: `table`, `charts`, `panels` or `runs`.
fn fetched(env: &TestEnv, kind: &str) -> usize {
    let part = format!("/split_{kind}-");
    let requests = env.site.requests();
    requests
        .iter()
        .filter(|request| request.path.contains(&part))
        .count()
}

fn link_to(view: &str) -> String {
    format!("/?video_ids={}&cc_view={view}", ids(3).join(","))
}

async fn until_chart(page: &Page) {
    page.role("slider", "Data points").await;
}

#[tokio::test]
async fn the_first_visit_loads_none_and_results_load_all() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.role("button", "Settings").await;
            let kinds = ["table", "charts", "panels", "runs"];
            assert_eq!(kinds.map(|kind| fetched(env, kind)), [0, 0, 0, 0]);
            search(&page, &ids(3).join(" ")).await;
            until_videos(&page, &ids(3)).await;
            eventually("all code", async || {
                kinds.iter().all(|kind| fetched(env, kind) == 1)
            })
            .await;
            // Each once.
            page.click("button", "Charts").await;
            until_chart(&page).await;
            page.click("button", "Table").await;
            page.role_like("columnheader", "^GMV").await;
            assert_eq!(kinds.map(|kind| fetched(env, kind)), [1, 1, 1, 1]);
        })
        .await;
}

#[tokio::test]
async fn a_link_to_a_view_loads_its_code_while_the_response_is_on_its_way() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            let page = env.open(&link_to("charts")).await;
            eventually("the code", async || fetched(env, "charts") == 1).await;
            latch.open();
            until_chart(&page).await;
        })
        .await;
}

/// A download that stalls hides no results.
#[tokio::test]
async fn results_are_cards_until_the_view_is_there() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("/split_", latch.clone());
            let page = env.open(&link_to("charts")).await;
            until_videos(&page, &ids(3)).await;
            page.until_text("This view is still loading").await;
            page.check_accessibility("view loading").await;
            page.screenshot("view-loading").await;
            card(&page, &ids(3)[1])
                .await
                .role("button", "Compare")
                .await
                .click()
                .await;
            page.click("button", "Compare (1)").await;
            until_videos(&page, &ids(3)).await;
            page.click("button", "Table").await;
            until_videos(&page, &ids(3)).await;
            latch.open();
            page.role_like("columnheader", "^GMV").await;
            until_videos(&page, &[]).await;
            assert_credits(&env.api, 1);
        })
        .await;
}

async fn try_again(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            env.site.lose("/split_");
            let page = env.open(&link_to("charts")).await;
            page.until_alert(NOT_LOADED).await;
            page.check_accessibility("view-not-loaded").await;
            page.screenshot("view-not-loaded").await;
            // The rest of the page works.
            page.click("button", "Cards").await;
            until_videos(&page, &ids(3)).await;
            page.click("button", "Export").await;
            page.until_alert(NOT_LOADED).await;
            page.screenshot("dialog-not-loaded").await;
            // The focus stays in the dialog.
            let dialog = page.role("dialog", "Export results").await;
            page.role("button", "Try again")
                .await
                .js("it.focus()")
                .await;
            page.press(&[key::ENTER]).await;
            dialog.until_focus_within().await;
            page.until_alert(NOT_LOADED).await;
            page.press(&[key::ESCAPE]).await;
            page.until_gone("dialog", "Export results").await;
            page.click("button", "Charts").await;
            page.until_alert(NOT_LOADED).await;
            page.click("button", "Try again").await;
            page.until_alert(NOT_LOADED).await;
            env.site.restore();
            page.click("button", "Try again").await;
            until_chart(&page).await;
            page.click("button", "Export").await;
            page.role("button", "Download").await;
            assert_credits(&env.api, 1);
            page.tolerate_problem("404");
            page.tolerate_problem("integrity");
            page.tolerate_problem("console.error");
        })
        .await;
}

#[tokio::test]
async fn what_could_not_be_loaded_can_be_tried_again_in_chromium() {
    try_again(Browser::Chromium).await;
}

#[tokio::test]
async fn what_could_not_be_loaded_can_be_tried_again_in_firefox() {
    try_again(Browser::Firefox).await;
}

#[tokio::test]
async fn what_could_not_be_loaded_can_be_tried_again_in_webkit() {
    try_again(Browser::WebKit).await;
}

/// A host that does not know the type, and a copy in the browser's cache that is wrong.
#[tokio::test]
async fn neither_another_type_nor_a_wrong_copy_in_the_cache_matters() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.site.untyped("/split_");
            env.site.tamper(CHARTS);
            let page = env.open(&link_to("charts")).await;
            page.until_alert(NOT_LOADED).await;
            env.site.restore();
            page.click("button", "Try again").await;
            until_chart(&page).await;
            page.click("button", "Table").await;
            page.role_like("columnheader", "^GMV").await;
            page.tolerate_problem("integrity");
            page.tolerate_problem("console.error");
        })
        .await;
}

/// Code that differs from the published one in one byte does not run.
async fn refused(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            env.site.tamper(CHARTS);
            let page = env.open(&link_to("charts")).await;
            page.until_alert(NOT_LOADED).await;
            page.click("button", "Table").await;
            page.role_like("columnheader", "^GMV").await;
            page.tolerate_problem("integrity");
            page.tolerate_problem("console.error");
        })
        .await;
}

#[tokio::test]
async fn changed_code_is_refused_in_chromium() {
    refused(Browser::Chromium).await;
}

#[tokio::test]
async fn changed_code_is_refused_in_firefox() {
    refused(Browser::Firefox).await;
}

#[tokio::test]
async fn changed_code_is_refused_in_webkit() {
    refused(Browser::WebKit).await;
}
