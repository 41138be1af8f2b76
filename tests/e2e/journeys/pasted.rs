//! What people paste and open that could cost a credit for nothing.

use super::actions::*;
use crate::harness::{Browser, Setup};
use crate::support::rows;

/// Rounded by a spreadsheet: it has 15 digits of an id.
const ROUNDED: &str = "7521783049722290000";

#[tokio::test]
async fn ids_that_look_rounded_are_used_only_when_the_user_says_so() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let pasted = format!("{ROUNDED} {}", rows::id(1));
            ids_field(&page).await.fill(&pasted).await;
            page.until_text("1 ID recognized").await;
            page.until_text("real IDs rarely end in 000").await;
            page.click("checkbox", "Use IDs that look rounded").await;
            page.until_text("2 IDs recognized").await;
            page.click("button", "Search").await;
            until_videos(&page, &[ROUNDED.to_owned(), rows::id(1)]).await;
            // What was allowed was that text.
            open_form(&page)
                .await
                .fill(&format!("{pasted} {}", rows::id(2)))
                .await;
            page.until_text("2 IDs recognized").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_link_with_an_id_that_looks_rounded_waits_for_a_click() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={ROUNDED}")).await;
            page.until_text("keep only 15 to 17 digits").await;
            assert_credits(&env.api, 0);
            page.click("button", "Search").await;
            until_videos(&page, &[ROUNDED.to_owned()]).await;
            assert_credits(&env.api, 1);
            // Its response is saved.
            page.reload().await;
            until_videos(&page, &[ROUNDED.to_owned()]).await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_link_that_was_copied_from_html_runs_as_it_is_meant() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let link = format!("/?video_ids={}&amp;page_num=2&amp;page_size=5", rows::id(1));
            let page = env.open(&link).await;
            page.until_text("Page 2").await;
            let request = env.api.requests().pop().expect("a request");
            assert_eq!(request.param("page_num"), Some("2"));
            assert_eq!(request.param("page_size"), Some("5"));
        })
        .await;
}

#[tokio::test]
async fn a_misspelled_parameter_is_said_and_nothing_is_sent() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env
                .open(&format!("/?video_ids={}&pageNum=2", rows::id(1)))
                .await;
            page.until_alert("Is it meant to be “page_num”?").await;
            assert_credits(&env.api, 0);
        })
        .await;
}

/// WeChat adds `from` to the links that it opens; old links have names without a prefix.
#[tokio::test]
async fn parameters_of_others_do_not_change_the_view_and_old_links_open() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let id = rows::id(1);
            let added = "from=singlemessage&isappinstalled=0";
            let page = env
                .open(&format!("/?video_ids={id}&cc_view=table&{added}"))
                .await;
            page.role_like("columnheader", "^GMV").await;
            page.goto(&format!("/?video_ids={id}&view=table&{added}"))
                .await;
            page.role_like("columnheader", "^GMV").await;
            page.click("button", "Cards").await;
            until_videos(&page, &[id]).await;
            assert_credits(&env.api, 1);
        })
        .await;
}
