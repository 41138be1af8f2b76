//! The main job with the keyboard alone.

use std::collections::BTreeMap;

use super::actions::*;
use crate::harness::{Browser, KEY, Locator, Page, Setup, key};
use crate::support::rows;

/// Presses Tab until the element has the focus, which must be visible.
pub async fn tab_to(page: &Page, role: &str, name: &str) {
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
            // Opens "Advanced", which is closed.
            tab_to(&page, "button", "Search").await;
            page.press(&[key::TAB]).await;
            page.press(&[key::ENTER]).await;
            tab_to(&page, "spinbutton", "Page size").await;
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

/// A figure is no stop: to play, a link for each product, all metrics, a longer caption, the creator, TikTok, to compare.
#[tokio::test]
async fn a_card_has_few_stops() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            open_sample_page(&page).await;
            let cards = "return [...document.querySelectorAll('article')].map((card) => [card.id, card.querySelectorAll('.sale').length])";
            let cards = page.run(cards, vec![]).await;
            let cards: Vec<(String, usize)> = serde_json::from_value(cards).unwrap();
            assert!(cards.len() >= 7, "{cards:?}");
            page.run("document.querySelector('.media__play').focus()", vec![]).await;
            let mut stops: BTreeMap<String, Vec<String>> = BTreeMap::new();
            let focused = "
                const focused = document.activeElement;
                return [focused.closest('article')?.id ?? '', focused.textContent.trim()]";
            // Through all cards, and out of the last one.
            for _ in 0..20 * cards.len() {
                let stop = page.run(focused, vec![]).await;
                let (card, name): (String, String) = serde_json::from_value(stop).unwrap();
                if card.is_empty() {
                    break;
                }
                stops.entry(card).or_default().push(name);
                page.press(&[key::TAB]).await;
            }
            assert_eq!(stops.len(), cards.len(), "{stops:?}");
            for (card, products) in cards {
                let stops = &stops[&card];
                // Each product has its link, and a button that copies its id.
                assert!(stops.len() <= 6 + 2 * products, "{card}: {stops:?}");
                assert!(stops.iter().any(|name| name == "All metrics"), "{card}: {stops:?}");
            }
        })
        .await;
}
