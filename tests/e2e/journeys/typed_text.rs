//! What was typed is never lost.

use super::actions::*;
use crate::harness::{Browser, Setup, key};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

#[tokio::test]
async fn before_wasm_it_wins_over_the_address() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("_bg.wasm", latch.clone());
            let page = env.open(&format!("/?video_ids={}", rows::id(1))).await;
            latch.reached().await;
            let typed = format!("mine {}", rows::id(2));
            static_ids_field(&page).await.type_text(&typed).await;
            latch.open();
            page.until_text("1 ID recognized").await;
            until_videos(&page, &ids(1)).await;
            assert_eq!(ids_field(&page).await.value().await, typed);
            page.click("button", "Search").await;
            until_videos(&page, &ids(2)[1..]).await;
            assert_credits(&env.api, 2);
        })
        .await;
}

/// The URL of the sample becomes a query for all of it, which does not replace what was typed.
#[tokio::test]
async fn before_wasm_it_wins_over_the_sample_too() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("_bg.wasm", latch.clone());
            let page = env.open("/?sample=1").await;
            latch.reached().await;
            static_ids_field(&page).await.type_text(&rows::id(1)).await;
            latch.open();
            page.until_text("28 videos").await;
            assert_eq!(ids_field(&page).await.value().await, rows::id(1));
        })
        .await;
}

#[tokio::test]
async fn the_skip_link_keeps_it_and_the_request_under_way() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            search(&page, &rows::id(1)).await;
            latch.reached().await;
            let typed = ids(3).join(" ");
            open_form(&page).await.fill(&typed).await;
            let skip = page.role("link", "Skip to results").await;
            skip.js("it.focus()").await;
            page.press(&[key::ENTER]).await;
            page.role("region", "Results").await.until_focused().await;
            page.role("progressbar", "Fetching data from KeyAPI…").await;
            latch.open();
            until_videos(&page, &ids(1)).await;
            assert_eq!(ids_field(&page).await.value().await, typed);
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_change_of_language_keeps_it_and_what_is_wrong_with_the_link() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env
                .open(&format!("/?video_ids={}&page_num=0", rows::id(1)))
                .await;
            page.until_alert("page_num=0").await;
            page.click("button", "Settings").await;
            choose(&page, "Language", "zh").await;
            page.press(&[key::ESCAPE]).await;
            page.role("button", "查询").await;
            page.until_alert("page_num=0").await;

            page.goto(&format!("/?video_ids={}", rows::id(1))).await;
            until_videos(&page, &ids(1)).await;
            let typed = format!("{} hello", rows::id(2));
            let field = open_form(&page).await;
            field.fill(&typed).await;
            page.click("button", "设置").await;
            choose(&page, "语言", "en").await;
            page.press(&[key::ESCAPE]).await;
            page.until_text("1 ID recognized").await;
            assert_eq!(ids_field(&page).await.value().await, typed);
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
        })
        .await;
}
