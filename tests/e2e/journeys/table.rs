//! The table: sorting by several columns, the choice of columns, thousands of rows.

use super::actions::*;
use super::analysis::{
    four_rows, results_url, scroll_to_top, table_order, until_order, until_results,
};
use crate::harness::{Browser, Locator, Page, Setup, eventually, key};
use crate::support::fake_api::Fault;
use crate::support::rows;
use serde_json::{Value, json};

async fn head<'p>(page: &'p Page, name: &str) -> Locator<'p> {
    page.role_like("columnheader", &format!("^{name}")).await
}

/// Clicks a column's header, with Shift or without.
async fn press_head(page: &Page, name: &str, shift: bool) {
    let head = head(page, name).await;
    let button = head.role_like("button", &format!("^{name}")).await;
    match shift {
        false => button.click().await,
        true => {
            let click =
                "it.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))";
            button.js(click).await;
        }
    }
}

#[tokio::test]
async fn heads_order_by_one_column_or_several_and_say_so() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("&cc_view=table")).await;
            until_order(&page, "1234").await;
            press_head(&page, "Region", false).await;
            // GB before US, the unknown region last.
            until_order(&page, "2134").await;
            assert_eq!(
                head(&page, "Region")
                    .await
                    .attribute("aria-sort")
                    .await
                    .as_deref(),
                Some("ascending")
            );
            press_head(&page, "Views", true).await;
            until_order(&page, "2314").await;
            page.until_url("cc_sort=region,-views").await;
            head(&page, "Views").await.until_text("▼2").await;
            assert_eq!(
                head(&page, "Views").await.attribute("aria-sort").await,
                None
            );
            page.check_accessibility("table in two orders").await;
            // With the keyboard, as any button.
            let button = head(&page, "Region").await;
            let button = button.role_like("button", "^Region").await;
            button.js("it.focus()").await;
            page.press(&[key::ENTER]).await;
            until_order(&page, "1324").await;
            page.press(&[key::ENTER]).await;
            until_order(&page, "1234").await;
            assert_eq!(
                head(&page, "Region").await.attribute("aria-sort").await,
                None
            );
            // The URL is written after a moment.
            let settled = async || !page.url().await.contains("sort");
            eventually("an address without an order", settled).await;
            page.reload().await;
            until_order(&page, "1234").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn columns_are_chosen_moved_and_remembered_but_a_link_keeps_its_own() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("&cc_view=table")).await;
            until_order(&page, "1234").await;
            page.click("button", "Columns").await;
            page.click("button", "Hide GMV").await;
            page.until_gone("columnheader", "GMV").await;
            page.click("button", "Show Like rate").await;
            head(&page, "Like rate").await;
            page.click("button", "Move Views up").await;
            page.until_url("cc_columns=views,units,").await;
            let moved = page.role("button", "Move Views up").await;
            eventually("Views to be the first", async || {
                moved.attribute("disabled").await.is_some()
            })
            .await;
            page.check_accessibility("choice of columns").await;
            page.screenshot("columns").await;
            // Another visit has the same columns. A link with columns of its own has those.
            page.goto(&results_url("")).await;
            until_videos(&page, &ids(4)).await;
            page.click("button", "Table").await;
            head(&page, "Like rate").await;
            page.goto(&results_url("")).await;
            until_results(&page).await;
            page.click("button", "Table").await;
            head(&page, "Like rate").await;
            page.goto(&results_url("&cc_view=table&cc_columns=saves"))
                .await;
            head(&page, "Saves").await;
            assert!(page.all_named("columnheader", "Views").await.is_empty());
            page.click("button", "Columns").await;
            page.click("button", "Reset columns").await;
            head(&page, "GMV").await;
        })
        .await;
}

#[tokio::test]
async fn a_row_leads_to_its_card() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("&cc_view=table")).await;
            page.click("button", "Show card: Red Teapot").await;
            card(&page, &rows::id(2)).await.until_focused().await;
            page.back().await;
            until_order(&page, "1234").await;
        })
        .await;
}

/// A response with more rows than KeyAPI sends, as a proxy may send.
fn many(count: u64) -> Fault {
    let row = |n| rows::row_with(&rows::id(n), &[("total_views_cnt", json!(n))]);
    Fault::DataIs(Value::Array((1..=count).map(row).collect()))
}

#[tokio::test]
async fn ten_thousand_rows_are_no_more_elements_than_two_hundred() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let mut sizes = Vec::new();
            let mut pages = Vec::new();
            for count in [200, 10_000] {
                env.api.next(many(count));
                let page = env.open("/?video_ids=7521783049722285001&cc_view=table").await;
                let sheet = page.role("region", "Table").await;
                sheet.role_like("row", &rows::id(1)).await;
                let size = page.run("return document.querySelectorAll('*').length", vec![]).await;
                sizes.push(size.as_u64().unwrap());
                pages.push(page);
            }
            assert!(sizes[0].abs_diff(sizes[1]) < 20, "{sizes:?}");
            let page = &pages[1];
            let sheet = page.role("region", "Table").await;
            // Scrolling to the end draws the last row, and rows have their index.
            sheet.js("it.scrollTo(0, it.scrollHeight)").await;
            let last = sheet.role_like("row", &rows::id(10_000)).await;
            assert_eq!(last.attribute("aria-rowindex").await.as_deref(), Some("10001"));
            let bottom = "it.getBoundingClientRect().bottom <= it.closest('[role=region]').getBoundingClientRect().bottom + 1";
            eventually("the last row in sight", async || last.js(bottom).await == true).await;
            // Sorting scrolls to the top.
            press_head(page, "Views", false).await;
            sheet.role_like("row", &rows::id(10_000)).await;
            assert_eq!(sheet.js("it.scrollTop").await, 0);
            // The filter finds rows that are not drawn.
            page.role("searchbox", "Find in results").await.fill(&rows::id(5_000)).await;
            let digit = &rows::id(5_000)[18..];
            eventually("one row", async || table_order(page).await == digit).await;
            page.check_accessibility("ten thousand rows").await;
        })
        .await;
}

#[tokio::test]
async fn ten_thousand_cards_come_as_one_goes_down() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.next(many(10_000));
            let page = env.open("/?video_ids=7521783049722285001").await;
            card(&page, &rows::id(1)).await;
            let drawn = async || videos(&page).await.len();
            let first = drawn().await;
            assert!((12..100).contains(&first), "{first} cards at once");
            page.run("window.scrollTo(0, document.body.scrollHeight)", vec![])
                .await;
            eventually("more cards", async || drawn().await > first).await;
            scroll_to_top(&page).await;
            page.click("button", "Table").await;
            let sheet = page.role("region", "Table").await;
            sheet.js("it.scrollTo(0, it.scrollHeight)").await;
            let last = sheet.role_like("row", &rows::id(10_000)).await;
            last.role_like("button", "^Show card").await.click().await;
            card(&page, &rows::id(10_000)).await.until_focused().await;
        })
        .await;
}
