//! The URL as the state: Back, Forward, reload, and which of two responses is shown.

use super::actions::*;
use super::errors::POSSIBLE;
use crate::harness::{Browser, Setup};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

#[tokio::test]
async fn back_and_forward_are_free_and_bring_form_and_results() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let [a, b, c] = [rows::id(1), rows::id(2), rows::id(3)];
            for id in [&a, &b, &c] {
                search(&page, id).await;
                until_videos(&page, std::slice::from_ref(id)).await;
            }
            assert_credits(&env.api, 3);
            for id in [&b, &a] {
                page.back().await;
                until_videos(&page, std::slice::from_ref(id)).await;
                assert!(open_form(&page).await.value().await.contains(id.as_str()));
            }
            page.back().await;
            page.role("button", "Try sample data").await;
            until_videos(&page, &[]).await;
            for id in [&a, &b, &c] {
                page.forward().await;
                until_videos(&page, std::slice::from_ref(id)).await;
                assert!(open_form(&page).await.value().await.contains(id.as_str()));
                page.until_url(id).await;
            }
            assert_credits(&env.api, 3);
        })
        .await;
}

#[tokio::test]
async fn a_query_is_paid_for_once_until_refreshed() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            search(&page, &rows::id(2)).await;
            until_videos(&page, &ids(2)[1..]).await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            page.until_text("no credit used").await;
            assert_credits(&env.api, 2);
            env.api.set_rows([rows::row_with(
                &rows::id(1),
                &[("video_desc", "Renewed".into())],
            )]);
            page.click("button", "Refresh").await;
            page.until_text("Renewed").await;
            assert_credits(&env.api, 3);
            page.reload().await;
            page.until_text("Renewed").await;
            assert_credits(&env.api, 3);
        })
        .await;
}

#[tokio::test]
async fn a_newer_query_aborts_the_older_one() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            search(&page, &rows::id(1)).await;
            latch.reached().await;
            page.role_like("progressbar", ".").await;
            search(&page, &rows::id(2)).await;
            until_videos(&page, &ids(2)[1..]).await;
            latch.abandoned().await;
            latch.open();
            // The older response would have arrived before the response to this request.
            page.run_async("await fetch('config.json')", vec![]).await;
            until_videos(&page, &ids(2)[1..]).await;
            page.until_url(&rows::id(2)).await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_search_can_be_cancelled() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            search(&page, &rows::id(1)).await;
            latch.reached().await;
            page.click("button", "Cancel").await;
            latch.abandoned().await;
            page.until_alert("The search was cancelled").await;
            let said = page.alert_text().await;
            assert!(said.contains(POSSIBLE), "{said}");
            page.click("button", "Try again").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_query_left_before_its_answer_is_not_run_again_unasked() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            search(&page, &rows::id(2)).await;
            latch.reached().await;
            page.back().await;
            until_videos(&page, &ids(1)).await;
            latch.abandoned().await;
            page.forward().await;
            page.until_text("Run this search?").await;
            // The request was sent, though its response was not used.
            assert!(!page.text().await.contains("Nothing was sent"));
            assert_credits(&env.api, 2);
            page.click("button", "Run search").await;
            until_videos(&page, &ids(2)[1..]).await;
            assert_credits(&env.api, 3);
        })
        .await;
}

#[tokio::test]
async fn next_ends_at_a_short_or_empty_page() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(ids(4).iter().map(|id| rows::row(id)));
            let page = env.open("/").await;
            advanced_field(&page, "Page size").await.fill("2").await;
            search(&page, &ids(4).join(" ")).await;
            until_videos(&page, &ids(4)[..2]).await;
            assert!(page.all_named("link", "Previous").await.is_empty());
            page.click("link", "Next").await;
            until_videos(&page, &ids(4)[2..]).await;
            // A full page may have a next page. This one is empty.
            page.click("link", "Next").await;
            page.until_text("This page is past the last result").await;
            page.until_gone("link", "Next").await;
            page.click("link", "Previous").await;
            until_videos(&page, &ids(4)[2..]).await;
            assert_credits(&env.api, 3);
            let next = page.role("link", "Next").await;
            let href = next.attribute("href").await.unwrap();
            assert!(href.contains("page_num=3"), "{href}");
        })
        .await;
}

/// A link that is opened in a new tab leads to what it would lead to here, whatever has changed since it was drawn.
#[tokio::test]
async fn next_carries_the_view_as_it_is_now() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let row = |(id, views): (&String, i32)| {
                rows::row_with(id, &[("total_views_cnt", views.into())])
            };
            env.api
                .set_rows(ids(4).iter().zip([40, 30, 20, 10]).map(row));
            let query = format!("video_ids={}&page_num=1&page_size=2", ids(4).join(","));
            let page = env.open(&format!("/?{query}")).await;
            until_videos(&page, &ids(2)).await;
            let next = page.role("link", "Next").await;
            let leads_on = async |part: &str| {
                page.until_url(part).await;
                let here = page.url().await;
                let href = next.attribute("href").await.unwrap();
                assert_eq!(href, here.replace("page_num=1", "page_num=2"));
            };
            choose(&page, "Sort by", "views").await;
            leads_on("cc_sort=").await;
            page.role("searchbox", "Find in results")
                .await
                .fill("made up")
                .await;
            leads_on("cc_q=made+up").await;
            card(&page, &ids(1)[0])
                .await
                .role("button", "Compare")
                .await
                .click()
                .await;
            leads_on("cc_selected=").await;
            page.click("button", "Table").await;
            leads_on("cc_view=table").await;
            page.back().await;
            until_videos(&page, &ids(2)).await;
            leads_on("cc_selected=").await;
            let other = env.open(&next.attribute("href").await.unwrap()).await;
            until_videos(&other, &ids(4)[2..]).await;
            other.role("button", "Remove filter: “made up”").await;
        })
        .await;
}

/// Tabs, bookmarks and history entries are told apart by it.
#[tokio::test]
async fn the_title_says_what_is_shown() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows([
                rows::row_with(&rows::id(1), &[("video_desc", "Blue teapot".into())]),
                rows::row_with(&rows::id(2), &[("video_desc", "Red teapot".into())]),
                rows::row_with(&rows::id(3), &[("video_desc", "".into())]),
            ]);
            let page = env.open("/").await;
            let until_title = async |title: &str| {
                page.until(
                    &format!("the title {title:?}"),
                    &format!("document.title === {title:?}"),
                )
                .await;
            };
            until_title("ClipCart: what TikTok videos sell").await;
            search(&page, &ids(2).join(" ")).await;
            until_title("Blue teapot and 1 more · ClipCart").await;
            page.click("button", "Table").await;
            until_title("Blue teapot and 1 more · Table · ClipCart").await;
            page.click("button", "Charts").await;
            until_title("Blue teapot and 1 more · Charts: Ranking · ClipCart").await;
            let find = page.role("searchbox", "Find in results").await;
            find.fill("red").await;
            until_title("Blue teapot and 1 more · Charts: Ranking · “red” · ClipCart").await;
            search(&page, &rows::id(3)).await;
            until_title(&format!(
                "Video {} · Charts: Ranking · ClipCart",
                rows::id(3)
            ))
            .await;
            page.back().await;
            until_title("Blue teapot and 1 more · Charts: Ranking · “red” · ClipCart").await;
            page.back().await;
            until_title("Blue teapot and 1 more · Table · ClipCart").await;
            page.click("button", "Settings").await;
            choose(&page, "Language", "zh").await;
            until_title("Blue teapot，另有 1 条 · 表格 · ClipCart").await;
        })
        .await;
}
