//! The main job in every browser: paste, search, play, share, page, reload.

use super::actions::*;
use crate::harness::{Browser, KEY, Setup};

async fn main_job(browser: Browser) {
    Setup::direct(browser)
        .run(async |env| {
            let all = ids(3);
            env.api.set_rows(reachable_rows(env, &all));
            let page = open_with_key(env, "/").await;

            let pasted = format!(
                "{}，https://www.tiktok.com/@shop/video/{}?lang=en {} {} vm.tiktok.com/ZM1abc/ abc",
                all[0], all[1], all[2], all[0]
            );
            ids_field(&page).await.type_text(&pasted).await;
            for count in [
                "3 IDs recognized",
                "1 duplicate removed",
                "2 items not recognized",
            ] {
                page.until_text(count).await;
            }
            advanced_field(&page, "Page size").await.fill("2").await;
            page.until_text("1 credit").await;
            assert_credits(&env.api, 0);
            page.click("button", "Search").await;
            until_videos(&page, &all[..2]).await;
            assert_credits(&env.api, 1);
            let asked = &env.api.requests()[0];
            assert_eq!(asked.param("video_ids"), Some(all.join(",").as_str()));
            assert_eq!(
                asked.header("authorization"),
                Some(format!("Bearer {KEY}").as_str())
            );
            assert_eq!(asked.header("referer"), None);
            assert_eq!(asked.header("cookie"), None);
            page.screenshot("main-job").await;

            let first = card(&page, &all[0]).await;
            for metric in ["GMV", "Units", "Views", "Engagement rate"] {
                first.until_text(metric).await;
            }
            first.role("link", "Open on TikTok").await;
            first.role("button", "Play video").await.click().await;
            until_playing(&page).await;

            page.click("button", "Copy link").await;
            page.until_text("Link copied.").await;
            let shared = page.url().await;
            for part in ["video_ids=", "page_num=1", "page_size=2"] {
                assert!(shared.contains(part), "{shared}");
            }
            if browser.is_chromium() {
                page.allow_clipboard().await;
                assert_eq!(page.clipboard().await, shared);
            }

            page.click("link", "Next").await;
            until_videos(&page, &all[2..]).await;
            page.until_url("page_num=2").await;
            page.until_text("Page 2").await;
            page.until_gone("link", "Next").await;
            assert_credits(&env.api, 2);

            page.back().await;
            until_videos(&page, &all[..2]).await;
            page.until_url("page_num=1").await;
            assert_credits(&env.api, 2);

            page.reload().await;
            until_videos(&page, &all[..2]).await;
            assert_eq!(
                open_form(&page)
                    .await
                    .value()
                    .await
                    .matches("75217830")
                    .count(),
                3
            );
            assert_credits(&env.api, 2);

            let other = env.open(&shared).await;
            other.until_alert("A KeyAPI key is needed").await;
            assert_credits(&env.api, 2);
            other.click("button", "Add API key").await;
            enter_key(&other, KEY).await;
            other.click("button", "Run search").await;
            until_videos(&other, &all[..2]).await;
            assert_credits(&env.api, 3);
        })
        .await;
}

#[tokio::test]
async fn in_chromium() {
    main_job(Browser::FullChromium).await;
}

#[tokio::test]
async fn in_firefox() {
    main_job(Browser::Firefox).await;
}

#[tokio::test]
async fn in_webkit() {
    main_job(Browser::WebKit).await;
}

/// The site's server adds the key, as with `KEYAPI_KEY=… make run`. The page has no key.
#[tokio::test]
async fn through_the_sites_own_proxy() {
    Setup::served_key(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            search(&page, &ids(1)[0]).await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
            let sent = env.site.requests();
            assert!(
                sent.iter()
                    .all(|request| request.header("authorization").is_none())
            );
            let source = page
                .run("return document.documentElement.outerHTML", vec![])
                .await;
            assert!(!source.to_string().contains(KEY));
        })
        .await;
}
