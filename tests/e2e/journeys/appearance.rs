//! Narrow and wide windows, dark theme, Chinese, print, reduced motion, layout shift.

use serde_json::Value;

use super::actions::*;
use crate::harness::{Browser, Page, Setup};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

async fn assert_fits(page: &Page, state: &str) {
    for (width, height) in [
        (320, 640),
        (360, 740),
        (768, 1024),
        (1280, 900),
        (3840, 2160),
    ] {
        page.resize(width, height).await;
        assert_eq!(page.sideways().await, Value::Null, "{state} at {width} px");
        if width == 320 || width == 1280 {
            page.screenshot(&format!("{state}-{width}")).await;
        }
    }
}

#[tokio::test]
async fn nothing_scrolls_sideways_from_320_px_to_4k() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.role("button", "Try sample data").await;
            assert_fits(&page, "start").await;
            let long = "https://www.tiktok.com/@a/photo/".to_owned() + &"x".repeat(300);
            ids_field(&page)
                .await
                .fill(&format!("{long} {}", "9".repeat(200)))
                .await;
            page.click("button", "Search").await;
            page.alert_text().await;
            assert_fits(&page, "problems").await;

            let wide = rows::row_with(
                &rows::id(1),
                &[
                    ("video_desc", "W".repeat(400).into()),
                    ("hash_tag", format!("#{}", "w".repeat(200)).into()),
                    ("total_views_cnt", 999_999_999_999_u64.into()),
                    ("total_video_sale_gmv_amt", 99_999_999_999.5.into()),
                ],
            );
            env.api
                .set_rows(std::iter::once(wide).chain(ids(6)[1..].iter().map(|id| rows::row(id))));
            search(&page, &ids(6).join(" ")).await;
            until_videos(&page, &ids(6)).await;
            assert_fits(&page, "results").await;
            page.click("button", "Settings").await;
            page.role("dialog", "Settings").await;
            assert_fits(&page, "settings").await;
            page.click("button", "Close").await;
            env.api.next(Fault::code(1, &"trouble".repeat(60)));
            page.click("button", "Refresh").await;
            page.alert_text().await;
            assert_fits(&page, "failure").await;
        })
        .await;
}

#[tokio::test]
async fn the_static_page_is_chinese_before_the_program_is_there() {
    Setup::proxy(Browser::Chromium)
        .language("zh-CN")
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("_bg.wasm", latch.clone());
            let page = env.open("/").await;
            latch.reached().await;
            page.role("textbox", "视频 ID 或链接").await;
            page.role("button", "查询").await;
            latch.open();
            page.role("button", "试用示例数据").await;
        })
        .await;
}

#[tokio::test]
async fn nothing_moves_for_those_who_prefer_stillness() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.prefer("light", true).await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            search(&page, &rows::id(1)).await;
            latch.reached().await;
            page.role_like("progressbar", ".").await;
            let moving = "return document.getAnimations().filter((it) => it.playState === 'running')\
                          .map((it) => it.animationName ?? it.transitionProperty)";
            assert_eq!(page.run(moving, vec![]).await, Value::Array(vec![]));
            latch.open();
            until_videos(&page, &ids(1)).await;
        })
        .await;
}

#[tokio::test]
async fn printed_it_is_the_results() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", ids(3).join(","))).await;
            until_videos(&page, &ids(3)).await;
            page.print_media(true).await;
            page.screenshot("printed").await;
            let text = page.text().await;
            assert!(text.contains("GMV"), "{text}");
            let visible = "return [...document.querySelectorAll('button')].filter((it) => it.checkVisibility()).length";
            assert_eq!(page.run(visible, vec![]).await, 0, "buttons on paper");
        })
        .await;
}

#[tokio::test]
async fn nothing_jumps_when_the_program_takes_over_or_an_answer_comes() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.role("button", "Try sample data").await;
            assert_still(&page, "the start").await;
            page.goto(&format!("/?video_ids={}", ids(3).join(",")))
                .await;
            until_videos(&page, &ids(3)).await;
            assert_still(&page, "a link's results").await;
            page.goto("/?sample=1").await;
            page.until_text("Sort by").await;
            assert_still(&page, "the sample").await;
            // The measurement works: this pushes the page down.
            page.run(
                "document.body.prepend(document.createElement('div'));
                 document.body.firstChild.style.height = '300px'",
                vec![],
            )
            .await;
            assert!(page.layout_shift().await > GOOD);
        })
        .await;
}

/// The highest good value.
const GOOD: f64 = 0.1;

async fn assert_still(page: &Page, state: &str) {
    let shift = page.layout_shift().await;
    assert!(shift < GOOD, "{state}: {shift}");
}
