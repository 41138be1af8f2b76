//! The desk as an analyst uses it, in every browser: a table in order, a filter, a comparison, a link.

use super::acts::*;
use crate::harness::{Browser, Page, Setup};
use crate::support::rows;
use serde_json::{Value, json};

/// Rows that differ in what journeys sort and filter by. Of the third nothing is known to be sold.
pub fn told() -> Vec<Value> {
    let told = |n: u64, fields: &[(&str, Value)]| rows::row_with(&rows::id(n), fields);
    vec![
        told(
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
        told(
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
        told(
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
        told(
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

/// An address that asks for the told videos.
pub fn in_query_order(more: &str) -> String {
    format!(
        "/?video_ids={}&page_num=1&page_size=10{more}",
        ids(4).join(",")
    )
}

/// The last digit of each video's id, row by row as they stand.
pub async fn table_order(page: &Page) -> String {
    let script = "
        const rows = [...document.querySelectorAll('tr[aria-rowindex]')];
        rows.sort((a, b) => a.ariaRowIndex - b.ariaRowIndex);
        return rows.map((row) => row.querySelector('input').ariaLabel.at(-1)).join('');";
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

/// Goes up to the desk's bar, which the page's own bar would cover otherwise.
pub async fn to_top(page: &Page) {
    page.run("window.scrollTo(0, 0)", vec![]).await;
}

/// Waits until the desk's own program shows the result.
pub async fn until_desk(page: &Page) {
    page.role("region", "Summary").await;
}

async fn core(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            env.api.set_rows(told());
            let page = env.open(&asked("")).await;
            until_videos(&page, &ids(4)).await;
            // The cards need none of the desk.
            let fetched = "performance.getEntriesByType('resource').filter((it) => /desk|export/.test(it.name)).length";
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
            page.until_url("sort=-gmv").await;
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
            page.until_url("q=teapot").await;
            page.role("checkbox", &format!("Compare {}", rows::id(1)))
                .await
                .click()
                .await;
            page.role("checkbox", &format!("Compare {}", rows::id(2)))
                .await
                .click()
                .await;
            page.click("button", "Compare (2)").await;
            page.role_like("columnheader", "Red Teapot").await;
            page.until_url("view=compare").await;
            // A colleague opens the link; the answer costs a credit of theirs, and nothing else differs.
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
