//! Accessibility of every state of the page, in both themes.

use super::actions::*;
use crate::harness::{Browser, Page, Setup, key};
use crate::support::fake_api::proxied::Proxied;
use crate::support::fake_api::{Fault, RetryAfter};
use crate::support::latch::Latch;
use crate::support::rows;

async fn check(page: &Page, state: &str) {
    for scheme in ["light", "dark"] {
        page.prefer(scheme, true).await;
        page.check_accessibility(&format!("{state}, {scheme}"))
            .await;
        page.screenshot(&format!("state-{state}-{scheme}")).await;
    }
}

#[tokio::test]
async fn the_form_and_the_dialog_are_accessible() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.role("button", "Try sample data").await;
            check(&page, "start").await;
            advanced_field(&page, "Page").await.fill("0").await;
            search(&page, "hello").await;
            page.until_alert("The page must be").await;
            check(&page, "problems").await;
            advanced_field(&page, "Page").await.fill("1").await;
            search(&page, &rows::id(1)).await;
            page.until_alert("A KeyAPI key is needed").await;
            check(&page, "key-needed").await;
            page.click("button", "Add API key").await;
            key_field(&page).await.until_focused().await;
            check(&page, "settings").await;
            page.press(&[key::ESCAPE]).await;
            page.goto(&format!("/?video_ids={},hello&page_num=0", rows::id(1)))
                .await;
            page.until_alert("Part of this link").await;
            check(&page, "malformed-link").await;
        })
        .await;
}

#[tokio::test]
async fn results_are_accessible() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            let id = "7521783049722285367";
            let second = rows::row_with(
                &rows::id(1),
                &[("product_id", "1729000000000000009".into())],
            );
            env.api
                .set_rows([rows::documented(), rows::row(&rows::id(1)), second]);
            search(&page, &format!("{id} {} {}", rows::id(1), rows::id(2))).await;
            latch.reached().await;
            page.role_like("progressbar", ".").await;
            check(&page, "loading").await;
            latch.open();
            until_videos(&page, &[id.to_owned(), rows::id(1)]).await;
            check(&page, "results").await;
            card(&page, id)
                .await
                .role("button", "Play video")
                .await
                .click()
                .await;
            page.until_alert("expired").await;
            check(&page, "expired").await;
            page.click("button", "Use TikTok player").await;
            page.until("the frame", "document.querySelector('iframe')")
                .await;
            check(&page, "tiktok-player").await;
            card(&page, &rows::id(1))
                .await
                .role("button", "Play video")
                .await
                .click()
                .await;
            until_playing(&page).await;
            check(&page, "playing").await;
            env.api.next(Fault::BadRows(vec!["no row".into()]));
            page.click("button", "Refresh").await;
            page.until_text("1 row could not be read").await;
            check(&page, "unreadable-row").await;
            let odd = rows::row_with(&rows::id(1), &[("total_views_cnt", "many".into())]);
            env.api.next(Fault::BadRows(vec![odd]));
            page.click("button", "Refresh").await;
            page.until_text("1 value could not be read").await;
            check(&page, "odd-value").await;
            env.api.set_rows([]);
            page.click("button", "Refresh").await;
            page.until_text("No data for these videos").await;
            check(&page, "empty").await;
        })
        .await;
}

#[tokio::test]
async fn failures_are_accessible() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let limit = Proxied::Refuses {
                status: 429,
                message: "spent",
                retry_after: Some(RetryAfter::exposed("40000")),
            };
            let cases = [
                ("daily-limit", limit.into()),
                ("stranger", Proxied::SignInPage(401).into()),
                ("server", Fault::code(500, "oops")),
                ("undocumented", Fault::code(77, "oops")),
                ("quota", Fault::code(402, "quota")),
                ("not-json", Fault::NotJson),
                (
                    "too-fast",
                    Fault::too_fast(Some(RetryAfter::exposed("600"))),
                ),
            ];
            page.expect_problem("status of 401");
            page.expect_problem("status of 429");
            for (index, (state, fault)) in cases.into_iter().enumerate() {
                env.api.next(fault);
                search(&page, &rows::id(index as u64)).await;
                page.role_like("button", "^Try again").await;
                check(&page, state).await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_sample_is_accessible() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Try sample data").await;
            page.until_text("Sort by").await;
            check(&page, "sample").await;
            page.resize(320, 640).await;
            check(&page, "sample-320").await;
        })
        .await;
}
