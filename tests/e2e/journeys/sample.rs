//! The sample data: everything works without a key and without a network.

use std::collections::BTreeSet;

use serde_json::Value;

use super::actions::*;
use crate::harness::{Browser, Setup, eventually};
use crate::support::latch::Latch;

async fn sample_plays(browser: Browser) {
    Setup::direct(browser)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Try sample data").await;
            page.until_text("Sample data").await;
            page.until("cards", "document.querySelectorAll('article').length > 4")
                .await;
            page.screenshot("sample").await;
            let cards = page.all_role("article").await;
            cards[0].role("button", "Play video").await.click().await;
            until_playing(&page).await;
            assert_credits(&env.api, 0);
            assert!(env.cdn.requests().is_empty());
        })
        .await;
}

/// A first-time visitor sees what naming products gives, and that these are made up.
#[tokio::test]
async fn has_named_products_that_are_never_stored() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            open_sample_page(&page).await;
            let first = page.all_role("article").await.remove(0);
            for part in [
                "Sample product 1",
                "$26.99–$32.99",
                "commission 15",
                "rating 4.8",
                "Expected commission",
            ] {
                first.until_text(part).await;
            }
            assert!(page.all_like("button", "^Name ").await.is_empty());
            page.click("button", "Table").await;
            for name in [
                "Product",
                "Price(?! per)",
                "Commission rate",
                "Expected commission",
            ] {
                page.role_like("columnheader", &format!("^{name}")).await;
            }
            page.until_text("Sample product 2").await;
            page.screenshot("sample-table").await;
            page.click("button", "Charts").await;
            page.until_text("Sample data").await;
            page.until(
                "labels",
                "[...document.querySelectorAll('.chart__name')]
                .some((it) => it.textContent.endsWith('· Sample product 1'))",
            )
            .await;
            page.screenshot("sample-charts").await;
            // They are apart from what is paid for.
            let stored = page
                .run_async(
                    "
                return new Promise((done) => {
                    const opened = indexedDB.open('clipcart');
                    opened.onsuccess = () => {
                        const store = opened.result.transaction('products').objectStore('products');
                        const request = store.count();
                        request.onsuccess = () => { opened.result.close(); done(request.result); };
                    };
                });",
                    vec![],
                )
                .await;
            assert_eq!(stored, 0);
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn plays_in_chromium() {
    sample_plays(Browser::Chromium).await;
}

#[tokio::test]
async fn plays_in_firefox() {
    sample_plays(Browser::Firefox).await;
}

#[tokio::test]
async fn plays_in_webkit() {
    sample_plays(Browser::WebKit).await;
}

#[tokio::test]
async fn has_enough_to_see_everything() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            open_sample_page(&page).await;
            let (mut videos_seen, mut regions, mut text) = (BTreeSet::new(), BTreeSet::new(), String::new());
            let mut placeholders = 0;
            for number in 1.. {
                page.until_text(&format!("Page {number}")).await;
                page.until_text("Sample data").await;
                videos_seen.extend(videos(&page).await);
                text += &page.text().await;
                let missing = "return document.querySelectorAll('article .media__none').length";
                placeholders += page.run(missing, vec![]).await.as_u64().unwrap();
                let shown = page.run("return [...document.querySelectorAll('.facts__region')].map((it) => it.textContent)", vec![]).await;
                let items = shown.as_array().into_iter().flatten().filter_map(Value::as_str);
                regions.extend(items.map(str::to_owned));
                if page.all_named("link", "Next").await.is_empty() {
                    break;
                }
                page.click("link", "Next").await;
            }
            assert!(videos_seen.len() >= 24, "{} videos", videos_seen.len());
            assert!(placeholders > 0, "no video without a cover");
            assert!(regions.len() >= 5, "{regions:?}");
            assert!(regions.contains("United States (US)"), "{regions:?}");
            for part in ["products", "—", "$0"] {
                assert!(text.contains(part), "{part}");
            }
            assert_credits(&env.api, 0);
            assert!(env.cdn.requests().is_empty());
            let origins = "return performance.getEntriesByType('resource').map((it) => new URL(it.name).origin)";
            let origins = page.run(origins, vec![]).await;
            for origin in origins.as_array().unwrap() {
                assert!(origin == env.site.url() || origin == "null", "{origin}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_sample_link_can_be_shared_and_left() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            open_sample_page(&page).await;
            page.click("link", "Next").await;
            page.until_text("Page 2").await;
            let shown = videos(&page).await;
            page.allow_clipboard().await;
            page.click("button", "Copy link").await;
            page.until_text("Link copied.").await;
            let shared = page.clipboard().await;

            let other = env.open(&shared).await;
            until_videos(&other, &shown).await;
            other.until_text("Sample data").await;
            other.click("button", "Leave sample data").await;
            other.role("button", "Try sample data").await;
            until_videos(&other, &[]).await;
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn a_malformed_link_into_it_keeps_its_good_part() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let good = "7549855549139976193";
            let link = format!("/?sample=1&video_ids={good},hello&page_num=abc");
            let page = env.open(&link).await;
            page.until_alert("Part of this link could not be read")
                .await;
            for fault in ["hello", "page_num=abc"] {
                page.until_alert(fault).await;
            }
            page.until_text("Sample data").await;
            let kept = ids_field(&page).await.value().await;
            assert!(kept.contains(good), "{kept}");
            assert!(page.url().await.ends_with(&link), "{}", page.url().await);
            advanced_field(&page, "Page").await.fill("1").await;
            search(&page, good).await;
            until_videos(&page, &[good.to_owned()]).await;
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn can_be_tried_again_when_it_did_not_come() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            env.site.fail_once("sample/videos.json");
            let page = env.open("/").await;
            page.click("button", "Try sample data").await;
            page.until_alert("The sample data could not be loaded")
                .await;
            page.expect_problem("status of 503");
            page.click("button", "Try again").await;
            eventually("the sample", async || !videos(&page).await.is_empty()).await;
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn works_offline_once_loaded() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            open_sample_page(&page).await;
            page.offline(true).await;
            page.click("link", "Next").await;
            page.until_text("Page 2").await;
            page.offline(false).await;
            // Covers, and the code of views, that were not loaded before fail to load.
            page.tolerate_problem("ERR_INTERNET_DISCONNECTED");
            page.tolerate_problem("Failed to fetch");
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn its_loading_can_be_cancelled() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("sample/videos.json", latch.clone());
            let page = env.open("/?sample=1").await;
            latch.reached().await;
            page.click("button", "Cancel").await;
            page.until_alert("The search was cancelled").await;
            assert!(page.alert_text().await.contains("No credit was used"));
            latch.open();
            page.click("button", "Try again").await;
            eventually("the sample", async || !videos(&page).await.is_empty()).await;
        })
        .await;
}
