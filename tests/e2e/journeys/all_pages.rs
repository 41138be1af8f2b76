//! The loaded pages of a search, looked at together.

use super::actions::*;
use super::analysis::{results_url, until_results};
use crate::harness::{Browser, Setup, eventually};

#[tokio::test]
async fn loaded_pages_are_shown_together() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(10);
            let address = format!(
                "/?video_ids={}&page_num=1&page_size=6&cc_view=table",
                all.join(",")
            );
            let page = env.open(&address).await;
            until_results(&page).await;
            assert!(page.all_role("checkbox").await.len() >= 6);
            page.click("link", "Next").await;
            let together = page
                .role("checkbox", "Show all 2 loaded pages together")
                .await;
            assert_eq!(together.js("it.checked").await, false);
            let summary = async || page.role("region", "Summary").await.text().await;
            eventually("the second page", async || {
                summary().await.contains("Videos\n4")
            })
            .await;
            together.click().await;
            eventually("both pages", async || {
                summary().await.contains("Videos\n10")
            })
            .await;
            page.until_url("cc_pages=all").await;
            page.screenshot("pages-together").await;
            page.reload().await;
            eventually("both pages again", async || {
                summary().await.contains("Videos\n10")
            })
            .await;
            page.click("button", "Cards").await;
            eventually("all cards in the input order", async || {
                let shown = videos(&page).await;
                shown == all
            })
            .await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_link_to_all_pages_says_that_one_is_loaded() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&results_url("&cc_view=table&cc_pages=all")).await;
            page.until_text("This browser has saved one of them").await;
            page.check_accessibility("one page of several").await;
        })
        .await;
}
