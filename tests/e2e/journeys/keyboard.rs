//! The main job with the keyboard alone.

use super::actions::*;
use crate::harness::{Browser, KEY, Locator, Page, Setup, key};
use crate::support::rows;

/// Presses Tab until the element has the focus, which must be visible.
async fn tab_to(page: &Page, role: &str, name: &str) {
    for _ in 0..80 {
        let there: Vec<Locator<'_>> = page.all_named(role, name).await;
        if let [only] = &there[..]
            && only.has_focus().await
        {
            let ring = only.js("getComputedStyle(it).outlineStyle !== 'none' || getComputedStyle(it).boxShadow !== 'none'");
            assert_eq!(ring.await, true, "{role} {name:?} shows no focus");
            return;
        }
        page.press(&[key::TAB]).await;
    }
    panic!("Tab never leads to {role} {name:?}");
}

#[tokio::test]
async fn the_main_job_needs_no_pointer() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.role("button", "Try sample data").await;
            page.press(&[key::TAB]).await;
            page.role("link", "Skip to results")
                .await
                .until_focused()
                .await;
            tab_to(&page, "button", "Settings").await;
            page.press(&[key::ENTER]).await;
            key_field(&page).await.until_focused().await;
            page.type_keys(KEY).await;
            page.press(&[key::ENTER]).await;
            page.until_gone("dialog", "Settings").await;
            page.role("button", "Settings").await.until_focused().await;

            tab_to(&page, "textbox", "Video IDs or links").await;
            page.type_keys(&ids(2).join(" ")).await;
            tab_to(&page, "spinbutton", "Page size").await;
            page.press(&[key::CONTROL, 'a']).await;
            page.type_keys("1").await;
            page.press(&[key::ENTER]).await;
            until_videos(&page, &ids(1)).await;

            tab_to(&page, "link", "Next").await;
            page.press(&[key::ENTER]).await;
            until_videos(&page, &ids(2)[1..]).await;
            tab_to(&page, "button", "Play video").await;
            page.press(&[key::SPACE]).await;
            until_playing(&page).await;
            tab_to(&page, "button", "Close player").await;
            page.press(&[key::ENTER]).await;
            page.role("button", "Play video")
                .await
                .until_focused()
                .await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn the_skip_link_leads_to_the_results() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", rows::id(1))).await;
            until_videos(&page, &ids(1)).await;
            page.run("document.activeElement?.blur()", vec![]).await;
            tab_to(&page, "link", "Skip to results").await;
            page.press(&[key::ENTER]).await;
            page.until(
                "focus on the results",
                "document.activeElement.id === 'results'",
            )
            .await;
            assert_credits(&env.api, 1);
        })
        .await;
}
