//! Covers that fail to load.

use super::actions::*;
use crate::harness::{Browser, Page, Setup};
use crate::support::latch::Latch;
use crate::support::rows;

/// Waits until a card has a placeholder in place of its cover.
pub async fn until_placeholder(page: &Page) {
    page.until(
        "the placeholder",
        "document.querySelector('article .media__none')",
    )
    .await;
}

#[tokio::test]
async fn a_refused_cover_leaves_a_placeholder_and_moves_nothing() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let height = async |page: &Page| {
                let card = card(page, &rows::id(1)).await;
                card.js("it.getBoundingClientRect().height").await
            };
            let address = format!("/?video_ids={}", rows::id(1));
            let page = env.open(&address).await;
            page.until(
                "the cover",
                "document.querySelector('article img')?.naturalWidth > 0",
            )
            .await;
            let with_cover = height(&page).await;
            env.cdn.covers(403);
            page.reload().await;
            until_placeholder(&page).await;
            page.expect_problem("status of 403");
            assert_eq!(height(&page).await, with_cover);
            assert!(
                page.layout_shift().await < 0.05,
                "{}",
                page.layout_shift().await
            );
            for asked in env.cdn.requests_to("volces.com") {
                assert_eq!(asked.header("referer"), None);
                assert_eq!(asked.header("cookie"), None);
            }
        })
        .await;
}

#[tokio::test]
async fn a_cover_refused_after_its_card_is_gone_troubles_nobody() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.cdn.hold_covers(latch.clone());
            let all = ids(2).join(",");
            let page = env.open(&format!("/?video_ids={all}&page_size=1")).await;
            until_videos(&page, &ids(1)).await;
            latch.reached().await;
            page.click("link", "Next").await;
            until_videos(&page, &ids(2)[1..]).await;
            env.cdn.covers(403);
            latch.open();
            until_placeholder(&page).await;
            page.expect_problem("status of 403");
            // After another request the page has received the other failure, too.
            page.run_async("await fetch('config.json')", vec![]).await;
        })
        .await;
}
