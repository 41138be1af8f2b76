//! The Settings dialog: focus, the key, language, theme.

use super::actions::*;
use crate::harness::{Browser, KEY, Page, Setup, key};
use crate::support::rows;

#[tokio::test]
async fn the_focus_goes_in_and_comes_back() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let inside = "document.activeElement.closest('dialog[open]')";
            for close in ["Escape", "Close"] {
                page.click("button", "Settings").await;
                key_field(&page).await.until_focused().await;
                // The page behind is inert: the focus moves in the dialog and to the browser's toolbar.
                for _ in 0..15 {
                    page.press(&[key::TAB]).await;
                    page.until(
                        "focus in the dialog",
                        &format!("{inside} || document.activeElement === document.body"),
                    )
                    .await;
                }
                match close {
                    "Escape" => page.press(&[key::ESCAPE]).await,
                    _ => page.click("button", "Close").await,
                }
                page.until_gone("dialog", "Settings").await;
                page.role("button", "Settings").await.until_focused().await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_key_is_masked_trimmed_and_never_filled_in() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Settings").await;
            let field = key_field(&page).await;
            // Browsers fill in fields of type password, and save their values, even if told not to.
            assert_eq!(field.js("it.type").await, "text");
            assert_eq!(
                field.attribute("autocomplete").await.as_deref(),
                Some("off")
            );
            let shown = "getComputedStyle(it).webkitTextSecurity";
            assert_eq!(field.js(shown).await, "disc");
            field.type_text(&format!("  {KEY} ")).await;
            page.click("button", "Show key").await;
            assert_eq!(field.js(shown).await, "none");
            page.click("button", "Hide key").await;
            assert_eq!(field.js(shown).await, "disc");
            page.click("button", "Save").await;
            page.until_gone("dialog", "Settings").await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            let sent = env.api.requests()[0]
                .header("authorization")
                .map(str::to_owned);
            assert_eq!(sent, Some(format!("Bearer {KEY}")));

            page.click("button", "Settings").await;
            page.until_text("A key is set.").await;
            assert_eq!(key_field(&page).await.value().await, "");
            page.click("button", "Forget key").await;
            page.until_text("The key was forgotten.").await;
            page.click("button", "Close").await;
            page.click("button", "Refresh").await;
            page.until_alert("A KeyAPI key is needed").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_key_that_cannot_be_one_is_refused() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Settings").await;
            for bad in ["two words", "ключ", ""] {
                key_field(&page).await.fill(bad).await;
                page.click("button", "Save").await;
                page.until_alert("Enter a key, without").await;
                key_field(&page).await.until_focused().await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_key_that_was_not_saved_is_gone_with_the_dialog() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            for close in ["Escape", "Close"] {
                page.click("button", "Settings").await;
                key_field(&page).await.fill(KEY).await;
                page.click("button", "Show key").await;
                match close {
                    "Escape" => page.press(&[key::ESCAPE]).await,
                    _ => page.click("button", "Close").await,
                }
                page.until_gone("dialog", "Settings").await;
                page.click("button", "Settings").await;
                assert_eq!(key_field(&page).await.value().await, "", "{close}");
                page.role("button", "Show key").await;
                page.press(&[key::ESCAPE]).await;
                page.until_gone("dialog", "Settings").await;
            }
            search(&page, &rows::id(1)).await;
            page.until_alert("A KeyAPI key is needed").await;
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn the_build_as_it_is_leaves_the_choice_of_the_source() {
    Setup::direct(Browser::Chromium)
        .config(|_| None)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Settings").await;
            let direct = page.role_like("radio", "^KeyAPI, directly").await;
            assert_eq!(direct.js("it.checked").await, true);
            page.role_like("radio", "^A proxy").await;
            key_field(&page).await;
        })
        .await;
}

#[tokio::test]
async fn where_data_comes_from_is_read_only_when_the_deployment_says_it() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Settings").await;
            let dialog = page.role("dialog", "Settings").await;
            dialog.until_text("Set by the site's administrator").await;
            dialog.until_text(env.api.url()).await;
            assert!(dialog.all_role("radio").await.is_empty());
        })
        .await;
}

#[tokio::test]
async fn where_it_says_nothing_a_proxy_can_be_chosen_and_no_key_is_asked_for() {
    Setup::direct(Browser::Chromium)
        .config(|_| Some("{}".to_owned()))
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Settings").await;
            key_field(&page).await;
            let proxy = page.role_like("radio", "proxy").await;
            proxy.click().await;
            let address = page.role("textbox", "Proxy address").await;
            // The dialog was not drawn anew: the option still has the focus.
            proxy.until_focused().await;
            address.fill("http://insecure.example").await;
            page.press(&[key::TAB]).await;
            page.until_alert("Enter a path of this site").await;
            address.fill("/elsewhere").await;
            page.press(&[key::TAB]).await;
            assert!(page.all_named("textbox", "API key").await.is_empty());
            page.click("button", "Close").await;
            search(&page, &rows::id(1)).await;
            crate::harness::eventually("the request", async || {
                let asked = env.site.requests();
                asked
                    .iter()
                    .any(|it| it.path == "/elsewhere/v1/tiktok/video/products/analytics")
            })
            .await;
            page.role("button", "Open Settings").await;
            page.tolerate_problem("status of 404");
            page.reload().await;
            page.click("button", "Settings").await;
            assert_eq!(
                page.role("textbox", "Proxy address").await.value().await,
                "/elsewhere"
            );
            page.role_like("radio", "directly").await.click().await;
            key_field(&page).await;
        })
        .await;
}

#[tokio::test]
async fn language_and_theme_are_chosen_and_remembered() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.prefer("light", false).await;
            assert!(luminance(&page).await > 0.5);
            page.click("button", "Settings").await;
            choose(&page, "Theme", "dark").await;
            page.until("a dark page", &format!("({LUMINANCE}) < 0.3"))
                .await;
            choose(&page, "Language", "zh").await;
            page.role("combobox", "语言").await;
            page.press(&[key::ESCAPE]).await;
            page.role("button", "查询").await;
            page.until(
                "the language said",
                "document.documentElement.lang.startsWith('zh')",
            )
            .await;
            page.reload().await;
            page.role("button", "查询").await;
            assert!(luminance(&page).await < 0.3);
            page.click("button", "设置").await;
            choose(&page, "语言", "en").await;
            choose(&page, "Theme", "").await;
            page.until("a light page", &format!("({LUMINANCE}) > 0.5"))
                .await;
            page.press(&[key::ESCAPE]).await;
            page.role("button", "Search").await;
        })
        .await;
}

async fn click_beside(browser: Browser) {
    Setup::direct(browser)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Settings").await;
            let dialog = page.role("dialog", "Settings").await;
            // On its upper edge, which is a part of it.
            let edge = dialog.js("[it.offsetLeft + 20, it.offsetTop + 5]").await;
            let [x, y] = [0, 1].map(|index| edge[index].as_i64().unwrap());
            page.point_at(x, y).await;
            page.click_here().await;
            page.role("dialog", "Settings").await;
            page.point_at(x, 3).await;
            page.click_here().await;
            page.until_gone("dialog", "Settings").await;
            page.role("button", "Settings").await.until_focused().await;
        })
        .await;
}

#[tokio::test]
async fn a_click_beside_them_closes_them_in_chromium() {
    click_beside(Browser::Chromium).await;
}

#[tokio::test]
async fn a_click_beside_them_closes_them_in_firefox() {
    click_beside(Browser::Firefox).await;
}

#[tokio::test]
async fn a_click_beside_them_closes_them_in_webkit() {
    click_beside(Browser::WebKit).await;
}

/// The lightness of the page's background, 0 to 1.
const LUMINANCE: &str = "((canvas) => {
    canvas.width = canvas.height = 1;
    const paint = canvas.getContext('2d');
    for (const element of [document.documentElement, document.body]) {
        paint.fillStyle = getComputedStyle(element).backgroundColor;
        paint.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 765;
})(document.createElement('canvas'))";

async fn luminance(page: &Page) -> f64 {
    page.run(&format!("return {LUMINANCE}"), vec![])
        .await
        .as_f64()
        .unwrap()
}
