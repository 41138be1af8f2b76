//! Covers that their server refuses until they are signed.

use super::*;

/// All covers that have been loaded or tried are there.
pub const LOADED: &str = "
    document.querySelectorAll('article').length > 0
        && [...document.querySelectorAll('article .media')].slice(0, 3)
            .every((it) => it.querySelector('img')?.naturalWidth > 0)";

#[tokio::test]
async fn a_proxy_signs_them_by_itself_and_the_next_visit_asks_for_none() {
    with_companions()
        .run(async |env| {
            env.cdn.only_signed_covers();
            env.api.companion().covers_as(CoverShape::Pairs);
            let all = ids(10);
            let address = format!("/?video_ids={}", all.join(","));
            let page = env.open(&address).await;
            page.expect_problem("status of 403");
            page.until("the covers", LOADED).await;
            for request in env.api.companion().requests(Call::Covers) {
                let covers = request.param("cover_urls").unwrap().split(',').count();
                assert!((1..=10).contains(&covers), "{covers} covers");
                assert_eq!(request.header("authorization"), None);
            }
            let sizes = "const it = document.querySelector('article img');
                return [it.width > 0, it.getAttribute('width'), it.loading, it.decoding, it.referrerPolicy]";
            let sizes = page.run(sizes, vec![]).await;
            assert_eq!(sizes, json!([true, "180", "lazy", "async", "no-referrer"]));
            page.screenshot("covers-signed").await;
            let asked = calls(&env.api, Call::Covers);
            page.reload().await;
            page.until("the covers", LOADED).await;
            assert_eq!(calls(&env.api, Call::Covers), asked);
            // The player has the cover that could be loaded.
            card(&page, &all[0])
                .await
                .role("button", "Play video")
                .await
                .click()
                .await;
            page.until(
                "the poster",
                "document.querySelector('video')?.poster.includes('X-Tos-Signature')",
            )
            .await;
            page.tolerate_problem("status of 403");
            page.click("button", "Close player").await;
            // In a tab that stays open until tomorrow they are signed again.
            page.run("const { now } = Date; Date.now = () => now() + 90_000_000", vec![])
                .await;
            page.click("button", "Table").await;
            page.role_like("columnheader", "^GMV").await;
            page.click("button", "Cards").await;
            eventually("a request", async || calls(&env.api, Call::Covers) > asked).await;
            page.until("the covers", LOADED).await;
        })
        .await;
}

#[tokio::test]
async fn a_refusal_ends_it_with_one_line_and_placeholders() {
    with_companions()
        .run(async |env| {
            env.cdn.only_signed_covers();
            let refused = Fault::status(404, "Not Found");
            env.api.companion().always(Call::Covers, refused);
            let page = env.open(&format!("/?video_ids={}", ids(3).join(","))).await;
            page.expect_problem("status of 403");
            page.expect_problem("status of 404");
            page.until(
                "the placeholders",
                "document.querySelectorAll('article .media__none').length === 3",
            )
            .await;
            let first = card(&page, &rows::id(1)).await;
            assert!(!first.text().await.contains("refused"));
            for scheme in ["light", "dark"] {
                page.prefer(scheme, true).await;
                page.screenshot(&format!("covers-placeholders-{scheme}"))
                    .await;
                page.check_accessibility(&format!("placeholders, {scheme}"))
                    .await;
            }
            page.click("button", "Settings").await;
            page.until_text("Covers are not available").await;
            page.click("button", "Close").await;
            // Others are not asked for.
            search(&page, &rows::id(4)).await;
            until_videos(&page, &[rows::id(4)]).await;
            page.until(
                "the placeholder",
                "document.querySelectorAll('article .media__none').length === 1",
            )
            .await;
            assert_eq!(calls(&env.api, Call::Covers), 1);
        })
        .await;
}

#[tokio::test]
async fn with_ones_own_key_it_takes_a_click_that_is_remembered() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            env.cdn.only_signed_covers();
            let page = open_with_key(env, "/").await;
            page.expect_problem("status of 403");
            search(&page, &ids(2).join(" ")).await;
            page.until_text("reported free, not documented").await;
            assert_eq!(calls(&env.api, Call::Covers), 0);
            page.screenshot("covers-offer").await;
            page.click("button", "Load covers").await;
            page.until("the covers", LOADED).await;
            page.until_gone("button", "Load covers").await;
            assert_eq!(calls(&env.api, Call::Covers), 1);
            search(&page, &rows::id(3)).await;
            until_videos(&page, &[rows::id(3)]).await;
            page.until("the cover", LOADED).await;
            assert_eq!(calls(&env.api, Call::Covers), 2);
            assert_credits(&env.api, 2);
            // Also at the next visit.
            page.goto("/").await;
            page.click("button", "Settings").await;
            enter_key(&page, KEY).await;
            search(&page, &rows::id(4)).await;
            until_videos(&page, &[rows::id(4)]).await;
            page.until("the cover", LOADED).await;
            assert!(page.all_like("button", "^Load covers").await.is_empty());
            // It can be taken back.
            page.click("button", "Settings").await;
            page.click("checkbox", "Load covers with my key").await;
            page.screenshot("settings-covers").await;
            page.click("button", "Close").await;
            let asked = calls(&env.api, Call::Covers);
            search(&page, &rows::id(5)).await;
            until_videos(&page, &[rows::id(5)]).await;
            page.role("button", "Load covers").await;
            assert_eq!(calls(&env.api, Call::Covers), asked);
        })
        .await;
}

/// What was refused with one key may be signed with another.
#[tokio::test]
async fn another_key_signs_what_was_refused() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            env.cdn.only_signed_covers();
            let refused = Fault::status(403, "Forbidden");
            env.api.companion().always(Call::Covers, refused);
            let page = open_with_key(env, "/").await;
            page.expect_problem("status of 403");
            search(&page, &ids(2).join(" ")).await;
            page.click("button", "Load covers").await;
            page.until_gone("button", "Load covers").await;
            page.until(
                "the placeholders",
                "document.querySelectorAll('article .media__none').length === 2",
            )
            .await;
            page.click("button", "Settings").await;
            page.until_text("Covers are not available").await;
            env.api.companion().always(Call::Covers, None);
            page.click("button", "Forget key").await;
            enter_key(&page, KEY).await;
            page.until("the covers", LOADED).await;
            assert_eq!(calls(&env.api, Call::Covers), 2);
        })
        .await;
}
