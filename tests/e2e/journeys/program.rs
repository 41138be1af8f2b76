//! The desk's own program: when it is loaded, what it takes over, and what is said when it can't be had.

use super::acts::*;
use super::desk::{asked, told, until_desk, until_order};
use crate::harness::{Browser, Page, Setup, eventually};
use crate::support::rows;

/// What the desk's wasm and its script say somewhere, and no other file.
const WASM: &str = "Nothing passes the filter";
const SCRIPT: &str = "The desk did not start";

/// The files of the desk that this page has asked for.
async fn fetched(page: &Page) -> u64 {
    let script = "return performance.getEntriesByType('resource').filter((it) => /\\/desk-/.test(it.name)).length";
    page.run(script, vec![]).await.as_u64().unwrap_or_default()
}

#[tokio::test]
async fn it_comes_when_it_is_wanted_and_does_what_was_pressed() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(told());
            let page = env.open(&asked("")).await;
            until_videos(&page, &ids(4)).await;
            assert_eq!(fetched(&page).await, 0);
            page.check_accessibility("plain cards").await;
            page.click("button", "Sort and filter").await;
            page.role_like("checkbox", "^US").await.click().await;
            until_videos(&page, &[rows::id(1), rows::id(3)]).await;
            page.until_url("region=US").await;
            assert_eq!(fetched(&page).await, 2);
            // Who has used it has it from then on, in the order and with the filter of the address.
            page.goto(&asked("")).await;
            until_desk(&page).await;
            until_videos(&page, &ids(4)).await;
            page.click("button", "Export").await;
            page.role("dialog", "Export results").await;
            page.click("button", "Close").await;
            // Another language draws all anew, and keeps the view.
            page.click("button", "Table").await;
            until_order(&page, "1234").await;
            page.click("button", "Settings").await;
            choose(&page, "Language", "zh").await;
            page.click("button", "关闭").await;
            page.role("button", "表格").await;
            page.role("columnheader", "视频").await;
            until_order(&page, "1234").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn export_on_plain_cards_opens_its_dialog() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&asked("")).await;
            until_videos(&page, &ids(4)).await;
            page.click("button", "Export").await;
            page.role("dialog", "Export results").await;
        })
        .await;
}

#[tokio::test]
async fn pages_that_the_tab_has_are_looked_at_together() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(15);
            let address = format!(
                "/?video_ids={}&page_num=1&page_size=10&view=table",
                all.join(",")
            );
            let page = env.open(&address).await;
            until_desk(&page).await;
            assert!(page.all_role("checkbox").await.len() >= 10);
            page.click("link", "Next").await;
            let together = page
                .role("checkbox", "Show all 2 loaded pages together")
                .await;
            assert_eq!(together.js("it.checked").await, false);
            let lines = async || page.role("region", "Summary").await.text().await;
            eventually("the second page", async || {
                lines().await.contains("Videos\n5")
            })
            .await;
            together.click().await;
            eventually("both pages", async || lines().await.contains("Videos\n15")).await;
            page.until_url("pages=all").await;
            page.screenshot("pages-together").await;
            page.reload().await;
            eventually("both pages again", async || {
                lines().await.contains("Videos\n15")
            })
            .await;
            page.click("button", "Cards").await;
            eventually("all cards, in the order asked", async || {
                let shown = videos(&page).await;
                shown.len() >= 12 && all.starts_with(&shown)
            })
            .await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_link_to_several_pages_says_so_where_there_is_one() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&asked("&view=table&pages=all")).await;
            page.until_text("This tab has loaded one of them").await;
            page.check_accessibility("one page of several").await;
        })
        .await;
}

#[tokio::test]
async fn once_it_can_be_had_again_it_is() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(told());
            let page = env.open(&asked("")).await;
            until_videos(&page, &ids(4)).await;
            env.site.fail_once("_bg.wasm");
            page.click("button", "Table").await;
            page.until_alert("could not be loaded").await;
            page.click("button", "Try again").await;
            until_order(&page, "1234").await;
            let table = page.role("button", "Table").await;
            table.until_focused().await;
            page.expect_problem("The desk did not start");
            page.tolerate_problem("503");
            page.tolerate_problem("integrity");
        })
        .await;
}

#[tokio::test]
async fn what_is_not_as_published_does_not_run_and_the_cards_stay() {
    for word in [WASM, SCRIPT] {
        Setup::proxy(Browser::Chromium)
            .run(async |env| {
                env.site.tamper(word);
                let page = env.open(&asked("")).await;
                until_videos(&page, &ids(4)).await;
                page.click("button", "Table").await;
                page.until_alert("could not be loaded").await;
                until_videos(&page, &ids(4)).await;
                page.role("button", "Try again").await;
                page.tolerate_problem("integrity");
                page.tolerate_problem("The desk did not start");
                page.check_accessibility("no desk").await;
            })
            .await;
    }
}
