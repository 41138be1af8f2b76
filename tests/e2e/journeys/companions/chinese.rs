//! What is said in Chinese while links are resolved, and where a call is refused.

use super::links::{PASTED, one_link};
use super::products::own_products;
use super::*;

#[tokio::test]
async fn a_search_that_waits_for_links() {
    Setup::served_key(Browser::Chromium)
        .language("zh-CN")
        .run(async |env| {
            one_link(env);
            let latch = Latch::closed();
            env.site.hold("/api/resolve", latch.clone());
            let page = env.open("/").await;
            page.tolerate_problem("status of 404");
            open_form(&page).await.fill(PASTED).await;
            latch.reached().await;
            page.until_text("正在解析短链接：0/2").await;
            page.click("button", "查询").await;
            page.until_text("短链接解析完成后即开始查询。").await;
            looks(&page, "links-search-waits-zh").await;
            latch.open();
            until_videos(&page, &ids(1)).await;
        })
        .await;
}

#[tokio::test]
async fn names_that_fail_and_that_are_not_available() {
    with_companions()
        .language("zh-CN")
        .run(async |env| {
            let all = ids(2);
            own_products(env, &all);
            let used_up = Fault::status(402, "Usage Limit Exceeded");
            env.api.companion().next(Call::Products, used_up);
            let missing = Fault::status(404, "Not Found");
            env.api.companion().always(Call::Products, missing);
            let page = env.open(&format!("/?video_ids={}", all.join(","))).await;
            page.expect_problem("status of 402");
            page.expect_problem("status of 404");
            page.click("button", "获取 2 个商品的名称").await;
            page.until_alert("未能获取商品名称").await;
            looks(&page, "naming-failed-zh").await;
            page.click("button", "获取 2 个商品的名称").await;
            page.until_text("此处无法获取商品名称。").await;
            looks(&page, "naming-unavailable-zh").await;
            page.click("button", "设置").await;
            page.until_text("暂时无法获取商品名称").await;
            looks(&page, "settings-refused-zh").await;
        })
        .await;
}
