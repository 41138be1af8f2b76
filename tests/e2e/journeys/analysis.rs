//! Analyzing results: a sorted table, a filter, a comparison, a shared link, the other language.

use super::actions::*;
use crate::harness::{Browser, Page, Setup};
use crate::support::rows;
use serde_json::{Value, json};

/// Rows that differ in what journeys sort and filter by. The sales of the third are unknown.
pub fn four_rows() -> Vec<Value> {
    let row = |n: u64, fields: &[(&str, Value)]| rows::row_with(&rows::id(n), fields);
    vec![
        row(
            1,
            &[
                ("video_desc", json!("Blue teapot")),
                ("region", json!("US")),
                ("total_views_cnt", json!(1_000)),
                ("total_video_sale_cnt", json!(10)),
                ("total_video_sale_gmv_amt", json!(200.0)),
                ("create_time", json!("1751328000")),
            ],
        ),
        row(
            2,
            &[
                ("video_desc", json!("Red Teapot")),
                ("region", json!("GB")),
                ("total_views_cnt", json!(4_000)),
                ("total_video_sale_cnt", json!(40)),
                ("total_video_sale_gmv_amt", json!(100.0)),
                ("create_time", json!("1753920000")),
            ],
        ),
        row(
            3,
            &[
                ("video_desc", json!("=Green lamp")),
                ("region", json!("US")),
                ("total_views_cnt", json!(2_000)),
                ("total_video_sale_cnt", json!(-1)),
                ("total_video_sale_gmv_amt", json!(-1)),
                ("create_time", json!("1756598400")),
            ],
        ),
        row(
            4,
            &[
                ("video_desc", json!("茶壶")),
                ("hash_tag", json!("#茶壶 #kitchen")),
                ("region", json!("")),
                ("total_views_cnt", json!(3_000)),
                ("total_video_sale_cnt", json!(0)),
                ("total_video_sale_gmv_amt", json!(0)),
                ("create_time", json!("1759190400")),
            ],
        ),
    ]
}

/// A URL that searches for the four videos.
pub fn results_url(view: &str) -> String {
    format!(
        "/?video_ids={}&page_num=1&page_size=10{view}",
        ids(4).join(",")
    )
}

/// The last digit of each video's id, in the order of the table's rows.
pub async fn table_order(page: &Page) -> String {
    let script = "
        const rows = [...document.querySelectorAll('tr[aria-rowindex]')];
        rows.sort((a, b) => a.ariaRowIndex - b.ariaRowIndex);
        return rows.map((row) => row.querySelector('input').value.at(-1)).join('');";
    page.run(script, vec![])
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// Waits until the table's rows are these videos, by the last digits of their ids.
pub async fn until_order(page: &Page, order: &str) {
    crate::harness::eventually(&format!("the order {order}"), async || {
        table_order(page).await == order
    })
    .await;
}

/// Scrolls up, where the view bar is not covered.
pub async fn scroll_to_top(page: &Page) {
    page.run("window.scrollTo(0, 0)", vec![]).await;
}

/// Waits until the results are shown with their summary.
pub async fn until_results(page: &Page) {
    page.role("region", "Summary").await;
}

async fn core(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("")).await;
            until_videos(&page, &ids(4)).await;
            // The export worker is loaded on demand.
            let fetched = "performance.getEntriesByType('resource').filter((it) => /export_worker/.test(it.name)).length";
            assert_eq!(page.run(&format!("return {fetched}"), vec![]).await, 0);
            page.click("button", "Table").await;
            until_order(&page, "1234").await;
            page.role("columnheader", "GMV")
                .await
                .role("button", "GMV")
                .await
                .click()
                .await;
            // Unknown comes last in both directions.
            until_order(&page, "1243").await;
            page.until_url("cc_sort=-gmv").await;
            page.role("columnheader", "GMV")
                .await
                .role_like("button", "^GMV")
                .await
                .click()
                .await;
            until_order(&page, "4213").await;
            page.role("searchbox", "Find in results")
                .await
                .fill("teapot")
                .await;
            until_order(&page, "21").await;
            page.until_url("cc_q=teapot").await;
            page.role("checkbox", "Compare Blue teapot")
                .await
                .click()
                .await;
            page.role("checkbox", "Compare Red Teapot")
                .await
                .click()
                .await;
            page.click("button", "Compare (2)").await;
            page.role_like("columnheader", "Red Teapot").await;
            page.until_url("cc_view=compare").await;
            // A colleague who opens the link pays a credit and sees the same.
            let address = page.url().await;
            let other = env.open(&address).await;
            other.role_like("columnheader", "Blue teapot").await;
            other.click("button", "Table").await;
            until_order(&other, "21").await;
            page.back().await;
            until_order(&page, "21").await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn table_filter_comparison_and_link_in_chromium() {
    core(Browser::Chromium).await;
}

#[tokio::test]
async fn table_filter_comparison_and_link_in_firefox() {
    core(Browser::Firefox).await;
}

#[tokio::test]
async fn table_filter_comparison_and_link_in_webkit() {
    core(Browser::WebKit).await;
}

#[tokio::test]
async fn filter_export_and_language_keep_the_results() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("")).await;
            until_results(&page).await;
            until_videos(&page, &ids(4)).await;
            page.check_accessibility("cards").await;
            page.click("button", "Filter").await;
            page.role_like("checkbox", "^United States")
                .await
                .click()
                .await;
            until_videos(&page, &[rows::id(1), rows::id(3)]).await;
            page.until_url("cc_region=US").await;
            // Another visit starts with the order and the filter of its own URL.
            page.goto(&results_url("")).await;
            until_videos(&page, &ids(4)).await;
            page.click("button", "Export").await;
            page.role("dialog", "Export results").await;
            page.click("button", "Close").await;
            page.click("button", "Table").await;
            until_order(&page, "1234").await;
            page.role("button", "Table").await.until_focused().await;
            // Another language draws the page anew and keeps the view.
            page.click("button", "Settings").await;
            choose(&page, "Language", "zh").await;
            page.click("button", "关闭").await;
            page.role("button", "表格").await;
            page.role("columnheader", "视频").await;
            until_order(&page, "1234").await;
            assert_credits(&env.api, 1);
        })
        .await;
}
