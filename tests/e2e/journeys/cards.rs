//! What a card shows, and how it shows unknown values.

use serde_json::{Value, json};

use super::actions::*;
use super::covers::until_placeholder;
use crate::harness::{Browser, Page, Setup, key};
use crate::support::rows;

const ID: &str = "7521783049722285367";

#[tokio::test]
async fn the_documented_example_has_the_documented_metrics() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows([rows::documented()]);
            let page = env.open(&format!("/?video_ids={ID}")).await;
            let card = card(&page, ID).await;
            let shown = [
                ("GMV", "$133.6K"),
                ("Units", "4,479"),
                ("Views", "33.6M"),
                ("Likes", "920.7K"),
                ("Comments", "3,926"),
                ("Shares", "6,213"),
                ("Saves", "51.4K"),
                ("GPM", "$3.97"),
                ("Price per unit", "$29.83"),
                ("Units per 1,000 views", "0.133"),
                ("Engagement rate", "2.77%"),
                ("Save rate", "0.153%"),
            ];
            for (name, value) in shown {
                assert_eq!(metric(&card, name).await, value, "{name}");
            }
            let text = card.text().await;
            for part in [
                "2:44",
                "United States (US)",
                "SmallBusiness",
                "he made our entire week FR 🥹",
                "est.",
            ] {
                assert!(text.contains(part), "{part} in {text}");
            }
            let links = [
                (
                    "Open on TikTok",
                    format!("https://www.tiktok.com/@_/video/{ID}"),
                ),
                (
                    "Creator",
                    "https://www.tiktok.com/share/user/7190508362273735722".to_owned(),
                ),
                (
                    "Product 1729422228922143703",
                    "https://shop.tiktok.com/view/product/1729422228922143703?region=US&locale=en"
                        .to_owned(),
                ),
            ];
            for (name, address) in links {
                let link = card.role("link", name).await;
                assert_eq!(link.attribute("href").await, Some(address));
                assert!(link.attribute("rel").await.unwrap().contains("noreferrer"));
            }
            // One stop has every exact value with its formula, for keys and touch.
            card.js("it.querySelector('summary').focus()").await;
            page.press(&[key::ENTER]).await;
            for (exact, formula) in [
                ("33,635,675 views", "How often the video was played"),
                (
                    "$133,621.60",
                    "Gross merchandise value in US$, estimated by KeyAPI",
                ),
                (
                    "$3.97262 per 1,000 views",
                    "GMV per 1,000 views = GMV ÷ views × 1,000",
                ),
                ("$29.8329 per unit", "GMV ÷ units"),
                ("2.7675%", "(likes + comments + shares) ÷ views"),
                ("164 seconds", "How long the video is"),
            ] {
                card.until_text(exact).await;
                card.until_text(formula).await;
            }
        })
        .await;
}

/// A metric's value, by its name.
async fn metric(card: &crate::harness::Locator<'_>, name: &str) -> String {
    let script = format!(
        "[...it.querySelectorAll('dt')].find((dt) => dt.firstChild.textContent.trim() === {})\
         ?.nextElementSibling.firstChild.textContent.trim()",
        json!(name)
    );
    let value = card.js(&script).await;
    value.as_str().unwrap_or("absent").to_owned()
}

#[tokio::test]
async fn several_products_of_a_video_are_one_card_and_never_a_sum() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let id = rows::id(1);
            let product = |product: &str, units: u32| {
                rows::row_with(
                    &id,
                    &[
                        ("product_id", json!(product)),
                        ("total_video_sale_cnt", json!(units)),
                    ],
                )
            };
            env.api.set_rows([
                product("1729000000000000001", 111),
                product("1729000000000000002", 224),
            ]);
            let page = env.open(&format!("/?video_ids={id}")).await;
            until_videos(&page, std::slice::from_ref(&id)).await;
            let card = card(&page, &id).await;
            card.role("link", "Product 1729000000000000001").await;
            card.role("link", "Product 1729000000000000002").await;
            card.until_text("2 products").await;
            card.until_text("Not totaled").await;
            let text = card.text().await;
            assert!(
                text.contains("111") && text.contains("224") && !text.contains("335"),
                "{text}"
            );
        })
        .await;
}

#[tokio::test]
async fn unknown_is_a_dash_and_never_nought() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let id = rows::id(1);
            let unknown = [
                ("total_views_cnt", json!(-1)),
                ("total_digg_cnt", Value::Null),
                ("total_video_sale_cnt", json!(0)),
                ("total_video_sale_gmv_amt", json!(0)),
                ("reflow_cover", json!("")),
                ("video_desc", json!("")),
            ];
            env.api.set_rows([rows::row_with(&id, &unknown)]);
            let page = env.open(&format!("/?video_ids={id}")).await;
            let card = card(&page, &id).await;
            let shown = [
                ("Views", "—"),
                ("Likes", "—"),
                ("Units", "0"),
                ("GMV", "$0.00"),
                ("GPM", "—"),
                ("Price per unit", "—"),
                ("Units per 1,000 views", "—"),
                ("Engagement rate", "—"),
            ];
            for (name, value) in shown {
                assert_eq!(metric(&card, name).await, value, "{name}");
            }
            card.until_text("No cover").await;
            card.until_text("No caption").await;
            let text = card.text().await;
            assert!(!text.contains("NaN") && !text.contains('∞'), "{text}");
        })
        .await;
}

#[tokio::test]
async fn hostile_text_stays_text_and_hostile_addresses_lead_nowhere() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let id = rows::id(1);
            let hostile = [
                (
                    "video_desc",
                    json!("<img src=x onerror=\"window.hacked=1\">"),
                ),
                ("hash_tag", json!("#<b>bold</b> #ok")),
                ("play_addr", json!("javascript:window.hacked=1")),
                ("reflow_cover", json!("http://insecure.example/cover.png")),
                ("product_id", json!("../../evil?x=")),
                ("user_id", json!("../evil")),
            ];
            env.api.set_rows([rows::row_with(&id, &hostile)]);
            let page = env.open(&format!("/?video_ids={id}")).await;
            let card = card(&page, &id).await;
            card.until_text("<img src=x onerror=").await;
            until_placeholder(&page).await;
            let links = card
                .js("[...it.querySelectorAll('a')].map((a) => a.href)")
                .await;
            for link in links.as_array().unwrap() {
                let link = link.as_str().unwrap();
                let allowed = [
                    "https://www.tiktok.com/",
                    "https://shop.tiktok.com/view/product/",
                ];
                assert!(
                    allowed.iter().any(|start| link.starts_with(start)),
                    "{link}"
                );
                assert!(!link.contains("/evil"), "{link}");
            }
            card.role("button", "Play video").await.click().await;
            page.until_alert("isn't a secure https link").await;
            assert_eq!(
                page.run("return window.hacked ?? null", vec![]).await,
                Value::Null
            );
        })
        .await;
}

#[tokio::test]
async fn a_long_caption_is_clamped_until_asked_for() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let id = rows::id(1);
            let caption = "A caption that goes on and on. ".repeat(20);
            env.api
                .set_rows([rows::row_with(&id, &[("video_desc", json!(caption))])]);
            let page = env.open(&format!("/?video_ids={id}")).await;
            let card = card(&page, &id).await;
            let height = async || {
                card.js("it.getBoundingClientRect().height")
                    .await
                    .as_f64()
                    .unwrap()
            };
            let clamped = height().await;
            card.role("button", "Show more").await.click().await;
            let less = card.role("button", "Show less").await;
            assert_eq!(
                less.attribute("aria-expanded").await.as_deref(),
                Some("true")
            );
            assert!(height().await > clamped);
            less.click().await;
            card.role("button", "Show more").await;
            assert_eq!(height().await, clamped);
        })
        .await;
}

/// A tip can be read at leisure: it stays under the pointer, and Escape closes it and nothing else.
async fn tip(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            env.api.set_rows([rows::documented()]);
            let page = env.open(&format!("/?video_ids={ID}")).await;
            card(&page, ID).await;
            let tip = "document.querySelector('[role=tooltip]')";
            point_at(&page, "document.querySelector('.metrics--lead .metric dd')").await;
            page.until(
                "a tip",
                &format!("{tip}?.textContent.includes('$133,621.60')"),
            )
            .await;
            // Before the pointer has rested, it passes through the tip to what is below.
            page.until(
                "a tip that can be hovered",
                &format!("getComputedStyle({tip}).pointerEvents === 'auto'"),
            )
            .await;
            point_at(&page, tip).await;
            page.until(
                "the pointer on the tip",
                &format!("{tip}?.matches(':hover')"),
            )
            .await;
            page.press_key(key::ESCAPE).await;
            page.until("no tip", &format!("!{tip}")).await;
            page.until("the card", "document.querySelector('article')")
                .await;
        })
        .await;
}

/// Moves the mouse to the middle of an element.
async fn point_at(page: &Page, element: &str) {
    let script = format!(
        "const element = {element};
         element.scrollIntoView({{ block: 'center' }});
         const box = element.getBoundingClientRect();
         return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)"
    );
    let at = page.run(&script, vec![]).await;
    page.point_at(at[0].as_i64().unwrap(), at[1].as_i64().unwrap())
        .await;
}

#[tokio::test]
async fn a_tip_stays_under_the_pointer_in_chromium() {
    tip(Browser::Chromium).await;
}

#[tokio::test]
async fn a_tip_stays_under_the_pointer_in_firefox() {
    tip(Browser::Firefox).await;
}

#[tokio::test]
async fn a_tip_stays_under_the_pointer_in_webkit() {
    tip(Browser::WebKit).await;
}

#[tokio::test]
async fn dates_are_in_the_order_of_the_readers_region() {
    for (language, day) in [("en-GB", "30 Jun 2025"), ("en-US", "Jun 30, 2025")] {
        Setup::proxy(Browser::Chromium)
            .language(language)
            .run(async |env| {
                env.api.set_rows([rows::documented()]);
                let page = env.open(&format!("/?video_ids={ID}")).await;
                card(&page, ID).await.until_text(day).await;
            })
            .await;
    }
}
