//! Unusual responses: odd types, bad rows, no rows.

use serde_json::json;

use super::actions::*;
use crate::harness::{Browser, Setup};
use crate::support::fake_api::Fault;
use crate::support::rows;

#[tokio::test]
async fn odd_types_lose_no_digit() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            env.api.set_rows([rows::documented()]);
            env.api.next(Fault::Oddities);
            search(&page, "7521783049722285367").await;
            until_videos(&page, &["7521783049722285367".to_owned()]).await;
            let card = card(&page, "7521783049722285367").await;
            let product = card.role_like("link", "Product 1729422228922143703").await;
            let href = product.attribute("href").await.unwrap();
            assert!(href.contains("/1729422228922143703"), "{href}");
            card.until_text("33.6M").await;
            // Comments, shares and saves are unknown, and so are the metrics that need them.
            assert_eq!(
                card.text().await.matches('—').count(),
                5,
                "{}",
                card.text().await
            );
        })
        .await;
}

#[tokio::test]
async fn a_bad_row_is_counted_and_hides_no_good_one() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let bad = vec![
                json!("no row"),
                json!({"video_id": "abc"}),
                json!({"total_views_cnt": 1}),
            ];
            env.api.next(Fault::BadRows(bad));
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            page.until_text("3 rows could not be read").await;
            page.run(
                "document.querySelectorAll('details').forEach((it) => (it.open = true))",
                vec![],
            )
            .await;
            page.until_text("Row 1: unexpected data format").await;
            page.until_text("no usable video_id").await;
        })
        .await;
}

#[tokio::test]
async fn no_rows_is_an_answer() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            env.api.set_rows([]);
            search(&page, &rows::id(1)).await;
            page.until_text("No data for these videos").await;
            page.until_gone("link", "Next").await;
            assert!(page.all_role("article").await.is_empty());
            search(&page, &ids(2).join(" ")).await;
            env.api.set_rows([rows::row(&rows::id(1))]);
            page.click("button", "Refresh").await;
            until_videos(&page, &ids(1)).await;
            page.until_text("No data returned for 1 ID").await;
        })
        .await;
}
