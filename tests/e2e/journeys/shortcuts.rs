//! Single-key shortcuts: what each does, and when none does anything.

use super::actions::*;
use crate::harness::{Browser, Page, Setup, TestEnv, key};
use crate::support::rows;

const MODES: [Browser; 3] = [Browser::Chromium, Browser::Firefox, Browser::WebKit];

/// Opens a page with `count` cards. None of them has the focus.
async fn open_cards(env: &TestEnv, count: u64) -> std::sync::Arc<Page> {
    env.api.set_rows(reachable_rows(env, &ids(count)));
    let page = env
        .open(&format!("/?video_ids={}", ids(count).join(",")))
        .await;
    until_videos(&page, &ids(count)).await;
    page
}

/// Waits until the card of the nth video has the focus.
async fn until_at(page: &Page, n: u64) {
    card(page, &rows::id(n)).await.until_focused().await;
}

/// Asserts that no shortcut has done anything.
async fn assert_nothing_done(page: &Page, state: &str) {
    let address = page.url().await;
    assert!(!address.contains("selected"), "{state}: {address}");
    let help = page.all_named("dialog", "Help").await;
    assert!(help.is_empty(), "{state}: Help is open");
    let players = page.all_named("button", "Close player").await;
    assert!(players.is_empty(), "{state}: a player is open");
}

async fn each_key_does_its_own(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            let page = open_cards(env, 3).await;
            // Without a focused card, Space is the browser's.
            page.press_key(key::SPACE).await;
            page.press_key('c').await;
            assert_nothing_done(&page, "on no card").await;

            page.press_key('j').await;
            until_at(&page, 1).await;
            page.press_key('j').await;
            until_at(&page, 2).await;
            let ring = "getComputedStyle(it).outlineStyle !== 'none'";
            let second = card(&page, &rows::id(2)).await;
            assert_eq!(second.js(ring).await, true, "the focus is not visible");
            page.press_key('k').await;
            page.press_key('k').await;
            until_at(&page, 1).await;
            for _ in 0..4 {
                page.press_key('j').await;
            }
            until_at(&page, 3).await;
            let third = card(&page, &rows::id(3)).await;
            let seen = "it.getBoundingClientRect().top < innerHeight && it.getBoundingClientRect().bottom > 0";
            assert_eq!(third.js(seen).await, true, "the card is out of sight");

            page.press_key(key::SPACE).await;
            until_playing(&page).await;
            assert_eq!(third.js("!!it.querySelector('video')").await, true);
            page.press_key(key::SPACE).await;
            page.until_gone("button", "Close player").await;
            third.until_focus_within().await;
            // On the button to play, Space presses that button.
            let play = third.role("button", "Play video").await;
            play.js("it.focus()").await;
            play.until_focused().await;
            page.press_key(key::SPACE).await;
            until_playing(&page).await;
            third.until_focus_within().await;

            // Selecting leaves the card as it is: the clip plays on, the focus stays.
            page.press_key('c').await;
            page.role("button", "Compare (1)").await;
            page.until_url(&format!("cc_selected={}", rows::id(3))).await;
            assert_eq!(third.js("!!it.querySelector('video')").await, true);
            third.until_focus_within().await;
            page.press_key('k').await;
            until_at(&page, 2).await;
            page.press_key('c').await;
            page.role("button", "Compare (2)").await;
            page.press_key('c').await;
            page.role("button", "Compare (1)").await;
            until_at(&page, 2).await;

            page.press_key('/').await;
            ids_field(&page).await.until_focused().await;
            let typed = ids_field(&page).await.value().await;
            assert_eq!(typed, ids(3).join("\n"), "the key was typed as well");
            page.run("document.activeElement.blur()", vec![]).await;
            page.until("no focus", "document.activeElement === document.body")
                .await;
            // The keys continue from the last card.
            page.press_key('j').await;
            until_at(&page, 3).await;
            page.press_key('?').await;
            page.role("dialog", "Help").await;
            page.press_key(key::ESCAPE).await;
            page.until_gone("dialog", "Help").await;
            until_at(&page, 3).await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn each_key_does_its_own_in_chromium() {
    each_key_does_its_own(MODES[0]).await;
}

#[tokio::test]
async fn each_key_does_its_own_in_firefox() {
    each_key_does_its_own(MODES[1]).await;
}

#[tokio::test]
async fn each_key_does_its_own_in_webkit() {
    each_key_does_its_own(MODES[2]).await;
}

/// All shortcuts. A card comes first, for those that need one.
const ALL_KEYS: &str = "jc ?/k";

async fn none_fires_while_typing(browser: Browser) {
    Setup::direct(browser)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Try sample data").await;
            page.role("button", "Leave sample data").await;
            let field = open_form(&page).await;
            field.fill("").await;
            page.type_keys(ALL_KEYS).await;
            assert_eq!(field.value().await, ALL_KEYS);
            field.until_focused().await;
            advanced_field(&page, "Page").await.click().await;
            page.type_keys(ALL_KEYS).await;
            advanced_field(&page, "Page").await.until_focused().await;
            assert_nothing_done(&page, "in the form").await;

            page.click("button", "Settings").await;
            key_field(&page).await.fill("").await;
            page.type_keys(ALL_KEYS).await;
            assert_eq!(key_field(&page).await.value().await, ALL_KEYS);
            page.role("combobox", "Theme").await.js("it.focus()").await;
            page.type_keys("jc?/k").await;
            page.role("button", "Close").await.js("it.focus()").await;
            page.type_keys("jc?/k").await;
            assert_nothing_done(&page, "in a dialog").await;
            page.press(&[key::ESCAPE]).await;
            page.until_gone("dialog", "Settings").await;
            page.press(&['?']).await;
            page.role("dialog", "Help").await;
        })
        .await;
}

#[tokio::test]
async fn none_fires_while_typing_in_chromium() {
    none_fires_while_typing(MODES[0]).await;
}

#[tokio::test]
async fn none_fires_while_typing_in_firefox() {
    none_fires_while_typing(MODES[1]).await;
}

#[tokio::test]
async fn none_fires_while_typing_in_webkit() {
    none_fires_while_typing(MODES[2]).await;
}

#[tokio::test]
async fn none_fires_with_a_modifier_or_while_a_word_is_composed() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = open_cards(env, 2).await;
            page.press(&['j']).await;
            until_at(&page, 1).await;
            for held in [key::CONTROL, key::ALT, key::META, key::SHIFT] {
                for pressed in ['c', 'k', 'j'] {
                    page.press(&[held, pressed]).await;
                }
            }
            page.press(&[key::SHIFT, key::SPACE]).await;
            until_at(&page, 1).await;
            assert_nothing_done(&page, "with a modifier").await;

            // The events of keys that an input method takes, and of forms that the browser fills in.
            let script = "
                const on = document.activeElement;
                const send = (options) => {
                    for (const key of 'c? j/') {
                        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
                        on.dispatchEvent(event);
                        if (event.defaultPrevented) throw new Error(`${key} was taken`);
                    }
                };
                send({ isComposing: true });
                send({ keyCode: 229 });
                on.dispatchEvent(new Event('keydown', { bubbles: true }));
                const taken = new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true });
                on.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
                on.dispatchEvent(taken);";
            page.run(script, vec![]).await;
            until_at(&page, 1).await;
            assert_nothing_done(&page, "while composing").await;

            // A link keeps Space. Other shortcuts work on it.
            let card = card(&page, &rows::id(1)).await;
            card.role_like("link", "Open on TikTok").await.js("it.focus()").await;
            page.press(&[key::SPACE]).await;
            page.press(&['/']).await;
            ids_field(&page).await.until_focused().await;
            assert!(page.all_named("button", "Close player").await.is_empty());
        })
        .await;
}

#[tokio::test]
async fn no_more_are_selected_than_can_be_compared() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = open_cards(env, 7).await;
            for n in 1..=6 {
                page.press_key('j').await;
                until_at(&page, n).await;
                page.press_key('c').await;
                page.role("button", &format!("Compare ({n})")).await;
            }
            page.press_key('j').await;
            page.press_key('c').await;
            let full = "document.querySelector('.toast').textContent";
            page.until("a notice", &format!("{full} !== ''")).await;
            // It disappears by itself.
            page.until("no notice", &format!("{full} === ''")).await;
            page.until_url(&format!("cc_selected={}", ids(6).join(",")))
                .await;
        })
        .await;
}

#[tokio::test]
async fn they_can_be_switched_off_and_stay_so() {
    const NAME: &str = "Single-key shortcuts";
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = open_cards(env, 2).await;
            page.click("button", "Settings").await;
            page.click("checkbox", NAME).await;
            page.click("button", "Close").await;
            for reloaded in [false, true] {
                if reloaded {
                    page.reload().await;
                    until_videos(&page, &ids(2)).await;
                }
                page.type_keys("j?c/").await;
                assert_nothing_done(&page, "switched off").await;
                for field in page.all_named("textbox", "Video IDs or links").await {
                    assert!(!field.has_focus().await);
                }
            }
            page.click("button", "Help").await;
            page.until_text("Single keys are turned off in Settings.")
                .await;
            page.press(&[key::ESCAPE]).await;
            page.role("button", "Help").await.until_focused().await;
            page.click("button", "Settings").await;
            page.click("checkbox", NAME).await;
            page.click("button", "Close").await;
            page.press(&['j']).await;
            until_at(&page, 1).await;
        })
        .await;
}

#[tokio::test]
async fn help_lists_keys_and_metrics() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "Help").await;
            let help = page.role("dialog", "Help").await;
            for text in ["Go to the video IDs", "Next card", "Space", "Ctrl"] {
                help.until_text(text).await;
            }
            let rate = help.role_like("row", "^Engagement rate").await;
            let rows = help.all_role("row").await;
            assert_eq!(rows.len(), 24, "a header and every metric");
            assert_eq!(
                rate.js("[...it.cells].map((cell) => cell.textContent)")
                    .await,
                serde_json::json!([
                    "Engagement rate",
                    "(likes + comments + shares) ÷ views",
                    "percent",
                    "yes"
                ])
            );
            let price = help.role_like("row", "^Price per unit").await;
            price.until_text("not applicable").await;
            for (width, scheme) in [(1280, "light"), (320, "dark")] {
                page.resize(width, 740).await;
                page.prefer(scheme, false).await;
                page.check_accessibility(&format!("Help, {width} px, {scheme}"))
                    .await;
                assert_eq!(page.sideways().await, serde_json::Value::Null);
                page.screenshot(&format!("help-{width}-{scheme}")).await;
            }
        })
        .await;
}

#[tokio::test]
async fn help_is_in_chinese_too() {
    Setup::direct(Browser::Chromium)
        .language("zh-CN")
        .run(async |env| {
            let page = env.open("/").await;
            page.click("button", "帮助").await;
            page.role("dialog", "帮助")
                .await
                .until_text("越高越好")
                .await;
            for (width, scheme) in [(1280, "dark"), (360, "light")] {
                page.resize(width, 740).await;
                page.prefer(scheme, false).await;
                page.screenshot(&format!("help-zh-{width}-{scheme}")).await;
            }
        })
        .await;
}
