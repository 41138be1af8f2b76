//! The core of each call in every browser: covers that are refused and signed, products that are named, and a paste from
//! a phone.

use super::links::{PASTED, one_link};
use super::products::own_products;
use super::*;

/// The fake CDN has the names of its hosts in Chromium only: elsewhere covers are refused, signed and kept, but signed ones
/// cannot be loaded either.
async fn covers(browser: Browser) {
    with_companions_in(browser)
        .run(async |env| {
            env.cdn.only_signed_covers();
            let until_tried = async |page: &Page| match browser {
                Browser::Chromium => page.until("the covers", super::covers::LOADED).await,
                _ => {
                    let tried = "document.querySelectorAll('article .media__none').length === 3";
                    page.until("the placeholders", tried).await;
                }
            };
            let page = env.open(&format!("/?video_ids={}", ids(3).join(","))).await;
            page.tolerate_problem("status of 403");
            until_tried(&page).await;
            eventually("a request", async || calls(&env.api, Call::Covers) > 0).await;
            until_tried(&page).await;
            let requests = env.api.companion().requests(Call::Covers);
            let signed = requests
                .iter()
                .map(|it| it.param("cover_urls").unwrap().split(',').count());
            assert_eq!(signed.sum::<usize>(), 3);
            // They are kept.
            page.reload().await;
            until_tried(&page).await;
            assert_eq!(calls(&env.api, Call::Covers), requests.len());
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn covers_in_chromium() {
    covers(Browser::Chromium).await;
}

#[tokio::test]
async fn covers_in_firefox() {
    covers(Browser::Firefox).await;
}

#[tokio::test]
async fn covers_in_webkit() {
    covers(Browser::WebKit).await;
}

async fn names(browser: Browser) {
    with_companions_in(browser)
        .run(async |env| {
            let all = ids(4);
            own_products(env, &all);
            let page = env.open(&format!("/?video_ids={}", all.join(","))).await;
            until_videos(&page, &all).await;
            page.until_text("up to 1 credit").await;
            page.click("button", "Name 4 products").await;
            let first = card(&page, &all[0]).await;
            for part in [
                "Made-up product 1729422228922143700",
                "rating",
                "Expected commission",
            ] {
                first.until_text(part).await;
            }
            page.until_gone("button", "Name 4 products").await;
            assert_eq!(calls(&env.api, Call::Products), 1);
            // They are kept.
            page.reload().await;
            page.until_text("Made-up product 1729422228922143703").await;
            assert_eq!(calls(&env.api, Call::Products), 1);
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn names_in_chromium() {
    names(Browser::Chromium).await;
}

#[tokio::test]
async fn names_in_firefox() {
    names(Browser::Firefox).await;
}

#[tokio::test]
async fn names_in_webkit() {
    names(Browser::WebKit).await;
}

async fn phone_paste(browser: Browser) {
    Setup::served_key(browser)
        .run(async |env| {
            one_link(env);
            let page = env.open("/").await;
            page.tolerate_problem("status of 404");
            paste(&page, PASTED).await;
            page.until_text("from vm.tiktok.com/ZMaBc1").await;
            page.until_text("TikTok doesn't know it").await;
            page.until_text("1 ID recognized").await;
            assert_eq!(calls(&env.api, Call::Links), 2);
            assert_credits(&env.api, 0);
            page.click("button", "Search").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn phone_paste_in_chromium() {
    phone_paste(Browser::Chromium).await;
}

#[tokio::test]
async fn phone_paste_in_firefox() {
    phone_paste(Browser::Firefox).await;
}

#[tokio::test]
async fn phone_paste_in_webkit() {
    phone_paste(Browser::WebKit).await;
}
