//! Products with their names, for a credit for each ten.

use super::*;

/// Videos whose products are all different.
pub fn own_products(env: &TestEnv, ids: &[String]) {
    let row = |(n, id): (u64, &String)| {
        let product = (1_729_422_228_922_143_700_u64 + n).to_string();
        rows::row_with(id, &[("product_id", Value::from(product))])
    };
    env.api.set_rows((0..).zip(ids).map(row));
}

#[tokio::test]
async fn are_named_once_for_the_price_that_was_said() {
    with_companions()
        .run(async |env| {
            env.api.companion().products_as(ProductShape::CoverJson);
            let all = ids(4);
            own_products(env, &all);
            let address = format!("/?video_ids={}", all.join(","));
            let page = env.open(&address).await;
            until_videos(&page, &all).await;
            page.until_text("up to 1 credit").await;
            assert_eq!(calls(&env.api, Call::Products), 0);
            page.screenshot("products-offer").await;
            play(&page, &all[0]).await;
            until_playing(&page).await;
            page.run(
                "document.querySelector('video').dataset.mark = 'the same'",
                vec![],
            )
            .await;
            page.click("button", "Name 4 products").await;
            let first = card(&page, &all[0]).await;
            first
                .until_text("Made-up product 1729422228922143700")
                .await;
            for part in ["commission", "rating", "$", "Expected commission"] {
                first.until_text(part).await;
            }
            page.until_gone("button", "Name 4 products").await;
            page.until(
                "the same clip",
                "document.querySelector('video').dataset.mark === 'the same'",
            )
            .await;
            page.click("button", "Close player").await;
            page.screenshot("products-named").await;
            page.check_accessibility("products").await;
            let asked = env.api.companion().requests(Call::Products);
            assert_eq!(asked.len(), 1);
            assert_eq!(asked[0].param("product_ids").unwrap().split(',').count(), 4);

            // By words and in the table.
            page.role("searchbox", "Find in results")
                .await
                .fill("product 1729422228922143702")
                .await;
            until_videos(&page, &all[2..3]).await;
            page.role("searchbox", "Find in results")
                .await
                .fill("")
                .await;
            page.click("button", "Table").await;
            let names = [
                "Product",
                "Price(?! per)",
                "Commission rate",
                "Expected commission",
            ];
            for name in names {
                page.role_like("columnheader", &format!("^{name}")).await;
            }
            page.prefer("dark", true).await;
            page.screenshot("products-table").await;

            // Compared.
            let compare = format!(
                "{address}&cc_view=compare&cc_selected={}",
                all[..2].join(",")
            );
            page.goto(&compare).await;
            let table = page.role("table", "Compare").await;
            table
                .until_text("Made-up product 1729422228922143701")
                .await;
            page.screenshot("products-compared").await;
            page.back().await;

            // In a file.
            page.run(CATCH, vec![]).await;
            open_export(&page).await;
            pick(&page, "CSV").await;
            page.click("button", "Download").await;
            let (_, _, csv) = file(&page, 1).await;
            assert_eq!(
                column(&csv, "product_name")[0],
                "Made-up product 1729422228922143700"
            );
            let number = |name: &str| column(&csv, name)[0].parse::<f64>().unwrap();
            let expected = number("gmv") * number("commission_rate");
            assert!((number("expected_commission") - expected).abs() < 0.01);

            // They are kept.
            page.reload().await;
            page.until_text("Made-up product 1729422228922143700").await;
            assert_eq!(calls(&env.api, Call::Products), 1);
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_failure_says_what_it_cost_and_the_rest_can_be_named() {
    with_companions()
        .run(async |env| {
            let all = ids(2);
            own_products(env, &all);
            let refused = Fault::status(402, "Usage Limit Exceeded");
            env.api.companion().next(Call::Products, refused);
            let page = env.open(&format!("/?video_ids={}", all.join(","))).await;
            until_videos(&page, &all).await;
            page.expect_problem("status of 402");
            page.click("button", "Name 2 products").await;
            page.until_alert("The product names could not be fetched.")
                .await;
            page.until_alert("Usage Limit Exceeded").await;
            looks(&page, "naming-failed").await;
            // One bad row hides no other.
            env.api.companion().bad_row(json!({"product_id": null}));
            page.click("button", "Name 2 products").await;
            page.until_text("Made-up product 1729422228922143701").await;
            page.until_text("KeyAPI has no name for 1 product.").await;
            page.until_gone("button", "Name 1 product").await;
            // It is not paid for again.
            let asked = calls(&env.api, Call::Products);
            page.reload().await;
            page.until_text("KeyAPI has no name for 1 product.").await;
            assert!(page.all_like("button", "^Name ").await.is_empty());
            assert_eq!(calls(&env.api, Call::Products), asked);
        })
        .await;
}

#[tokio::test]
async fn stop_ends_naming_after_the_request_that_is_on_its_way() {
    with_companions()
        .run(async |env| {
            let all = ids(20);
            own_products(env, &all);
            let page = env.open("/").await;
            start(&page, &all).await;
            until_over(&page).await;
            let latch = Latch::closed();
            env.api
                .companion()
                .next(Call::Products, Fault::Slow(latch.clone()));
            page.click("button", "Name 20 products").await;
            latch.reached().await;
            page.click("button", "Stop").await;
            page.until_text("Stopping when the request").await;
            looks(&page, "naming-stopping").await;
            let before = credits_today(&page).await;
            latch.open();
            page.until_text("Made-up product").await;
            page.role("button", "Name 10 products").await;
            assert_eq!(calls(&env.api, Call::Products), 1);
            // Its credit counts at once.
            let after = format!("{} credits today in this browser", before + 1);
            page.until_text(&after).await;
        })
        .await;
}

/// What the finished run says of this browser's credits.
async fn credits_today(page: &Page) -> usize {
    let script = "return document.querySelector('.run__finished').textContent
        .match(/(\\d+) credits? today in this browser/)[1]";
    let count = page.run(script, vec![]).await;
    count.as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_deployment_without_the_call_says_so_once() {
    with_companions()
        .run(async |env| {
            let all = ids(3);
            own_products(env, &all);
            let missing = Fault::status(404, "Not Found");
            env.api.companion().always(Call::Products, missing);
            let page = env
                .open(&format!("/?video_ids={}", all[..2].join(",")))
                .await;
            until_videos(&page, &all[..2]).await;
            page.expect_problem("status of 404");
            page.click("button", "Name 2 products").await;
            page.until_text("Product names are not available here. A credit may have been used")
                .await;
            page.until_gone("button", "Name 2 products").await;
            assert!(page.all_role("alert").await.is_empty());
            looks(&page, "naming-unavailable").await;
            // For the session: the next search has the line alone.
            search(&page, &all[2]).await;
            until_videos(&page, &all[2..]).await;
            page.until_text("Product names are not available here.")
                .await;
            assert!(page.all_like("button", "^Name ").await.is_empty());
            page.click("button", "Settings").await;
            page.until_text("Product names are not available: there is no such request here.")
                .await;
            looks(&page, "settings-refused").await;
            assert_eq!(calls(&env.api, Call::Products), 1);
        })
        .await;
}

#[tokio::test]
async fn in_chinese_on_a_phone() {
    with_companions()
        .language("zh-CN")
        .run(async |env| {
            let all = ids(3);
            own_products(env, &all);
            env.cdn.covers(403);
            let page = env.blank().await;
            page.resize(360, 740).await;
            page.goto(&format!("/?video_ids={}", all.join(","))).await;
            page.tolerate_problem("status of 403");
            page.click("button", "获取 3 个商品的名称").await;
            page.until_text("Made-up product").await;
            let first = card(&page, &all[0]).await;
            first.js("it.scrollIntoView()").await;
            page.screenshot("products-zh-360").await;
            page.until(
                "no sideways scrolling",
                "document.documentElement.scrollWidth <= innerWidth",
            )
            .await;
        })
        .await;
}
