//! The focus stays where the user works, and never falls back to the start of the page.

use super::actions::*;
use crate::harness::{Browser, KEY, Page, Setup, key};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

/// Presses a button with the keyboard.
async fn press(page: &Page, name: &str) {
    page.role("button", name).await.js("it.focus()").await;
    page.press(&[key::ENTER]).await;
}

async fn until_in_results(page: &Page) {
    page.role("region", "Results")
        .await
        .until_focus_within()
        .await;
}

#[tokio::test]
async fn it_goes_from_the_missing_key_to_the_results() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", rows::id(1))).await;
            press(&page, "Add API key").await;
            key_field(&page).await.until_focused().await;
            page.type_keys(KEY).await;
            page.press(&[key::ENTER]).await;
            page.until_gone("dialog", "Settings").await;
            page.role("button", "Run search").await;
            let results = page.role("region", "Results").await;
            let settings = page.role("button", "Settings").await;
            crate::harness::eventually("focus in the page", async || {
                let within = results.js("it.contains(document.activeElement)").await;
                within == true || settings.has_focus().await
            })
            .await;
            press(&page, "Run search").await;
            until_videos(&page, &ids(1)).await;
            until_in_results(&page).await;
        })
        .await;
}

#[tokio::test]
async fn it_stays_in_the_results_while_they_change() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            search(&page, &rows::id(1)).await;
            latch.reached().await;
            press(&page, "Cancel").await;
            page.until_alert("The search was cancelled").await;
            until_in_results(&page).await;
            env.api.next(Fault::code(500, "oops"));
            press(&page, "Try again").await;
            page.until_alert("The API had an internal error").await;
            until_in_results(&page).await;
            press(&page, "Try again").await;
            until_videos(&page, &ids(1)).await;
            until_in_results(&page).await;
            let renewed = rows::row_with(&rows::id(1), &[("video_desc", "Renewed".into())]);
            env.api.set_rows([renewed]);
            press(&page, "Refresh").await;
            page.until_text("Renewed").await;
            until_in_results(&page).await;
        })
        .await;
}

#[tokio::test]
async fn it_stays_in_the_card_when_tiktoks_player_comes() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows([rows::documented()]);
            let id = "7521783049722285367";
            let page = env.open(&format!("/?video_ids={id}")).await;
            until_videos(&page, &[id.to_owned()]).await;
            press(&page, "Play video").await;
            page.until_alert("This clip's link expired").await;
            card(&page, id).await.until_focus_within().await;
            press(&page, "Use TikTok player").await;
            page.until("the frame", "document.querySelector('iframe')")
                .await;
            card(&page, id).await.until_focus_within().await;
        })
        .await;
}
