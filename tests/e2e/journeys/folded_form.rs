//! After a search the form is folded to one line, to leave room for the results.

use super::actions::*;
use crate::harness::{Browser, Page, Setup};
use crate::support::rows;

const FIELD: (&str, &str) = ("textbox", "Video IDs or links");

async fn until_folded(page: &Page) {
    page.until_gone(FIELD.0, FIELD.1).await;
}

#[tokio::test]
async fn results_begin_in_the_upper_third() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            search(&page, &ids(2).join(" ")).await;
            until_videos(&page, &ids(2)).await;
            until_folded(&page).await;
            let text = page.text().await;
            assert!(text.contains("2 IDs") && !text.contains("page 1"), "{text}");
            let results = page.role("region", "Results").await;
            let top = "it.getBoundingClientRect().top < innerHeight / 3";
            assert_eq!(results.js(top).await, true);
            page.check_accessibility("folded form").await;
            page.screenshot("folded-form").await;
        })
        .await;
}

#[tokio::test]
async fn a_click_or_the_slash_key_opens_it_with_what_was_typed() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let typed = format!("{}, {}", rows::id(2), rows::id(1));
            for by_key in [false, true] {
                search(&page, &typed).await;
                until_videos(&page, &[rows::id(2), rows::id(1)]).await;
                until_folded(&page).await;
                match by_key {
                    true => page.press_key('/').await,
                    false => drop(open_form(&page).await),
                }
                let field = ids_field(&page).await;
                field.until_focused().await;
                assert_eq!(field.value().await, typed);
            }
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn what_was_typed_and_not_sent_keeps_it_open() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", rows::id(1))).await;
            until_videos(&page, &ids(1)).await;
            open_form(&page).await.fill("hello").await;
            page.click("button", "Refresh").await;
            until_videos(&page, &ids(1)).await;
            assert_eq!(ids_field(&page).await.value().await, "hello");
            // An error keeps it open, too.
            page.click("button", "Search").await;
            page.until_alert("None of this is a video ID or link").await;
            ids_field(&page).await.until_focused().await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_malformed_link_opens_it() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env
                .open(&format!("/?video_ids={},hello", rows::id(1)))
                .await;
            page.until_alert("Part of this link could not be read")
                .await;
            ids_field(&page).await;
            search(&page, &rows::id(2)).await;
            until_videos(&page, &ids(2)[1..]).await;
            until_folded(&page).await;
            page.back().await;
            page.until_alert("Part of this link could not be read")
                .await;
            // The fault is listed. The field has the valid part.
            page.until_text("video_ids=hello").await;
            assert_eq!(ids_field(&page).await.value().await, rows::id(1));
            assert_credits(&env.api, 1);
        })
        .await;
}
