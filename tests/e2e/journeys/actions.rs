//! What many journeys do. Elements are found by the names that people and assistive tools use.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::harness::{KEY, Locator, Page, TestEnv, eventually};
use crate::support::contract::assert_request_matches_contract;
use crate::support::fake_api::FakeApi;
use crate::support::rows;

/// Waits until the program has replaced the static page: a field found before would be gone.
pub async fn until_started(page: &Page) {
    page.until("the program", "!document.getElementById('boot-page')")
        .await;
}

/// The field for ids and links. After a search it is folded away: see [`open_form`].
pub async fn ids_field(page: &Page) -> Locator<'_> {
    until_started(page).await;
    static_ids_field(page).await
}

/// The same while the program is held back.
pub async fn static_ids_field(page: &Page) -> Locator<'_> {
    page.role("textbox", "Video IDs or links").await
}

/// Opens the form if it is folded, and returns the field for ids and links.
pub async fn open_form(page: &Page) -> Locator<'_> {
    until_started(page).await;
    const NAMES: &str = "^(Video IDs or links|视频 ID 或链接)$";
    const EDIT: &str = "^(Edit( search)?|编辑(查询)?)$";
    eventually("the form", async || {
        if !page.all_like("textbox", NAMES).await.is_empty() {
            return true;
        }
        if let [edit, ..] = &page.all_like("button", EDIT).await[..] {
            edit.click().await;
        }
        false
    })
    .await;
    page.role_like("textbox", NAMES).await
}

/// The API key's field, in the open Settings.
pub async fn key_field(page: &Page) -> Locator<'_> {
    page.role("textbox", "API key").await
}

/// Opens the page and enters the key.
pub async fn open_with_key(env: &TestEnv, address: &str) -> Arc<Page> {
    let page = env.open(address).await;
    page.click("button", "Settings").await;
    enter_key(&page, KEY).await;
    page
}

/// Types the key into the open Settings and saves it.
pub async fn enter_key(page: &Page, key: &str) {
    key_field(page).await.fill(key).await;
    page.click("button", "Save").await;
    page.until_gone("dialog", "Settings").await;
}

/// Replaces the ids in the form all at once, as a paste does.
pub async fn paste(page: &Page, text: &str) {
    let script = "
        const [field, text] = arguments;
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    let field = open_form(page).await;
    page.run(script, vec![field.reference(), text.into()]).await;
}

/// Replaces the ids in the form, and searches.
pub async fn search(page: &Page, pasted: &str) {
    open_form(page).await.fill(pasted).await;
    page.click("button", "Search").await;
}

/// A field under "Advanced", which is opened for it.
pub async fn advanced_field<'p>(page: &'p Page, name: &str) -> Locator<'p> {
    until_started(page).await;
    static_advanced_field(page, name).await
}

/// The same while the program is held back.
pub async fn static_advanced_field<'p>(page: &'p Page, name: &str) -> Locator<'p> {
    let is_open = "return document.getElementById('page-num').closest('details').open";
    if page.run(is_open, vec![]).await != true {
        let summary = "[...document.querySelectorAll('summary')].find((it) => it.textContent.includes('Advanced'))";
        page.until("the form's summary", &format!("!!{summary}"))
            .await;
        page.run(&format!("{summary}.click()"), vec![]).await;
    }
    page.role("spinbutton", name).await
}

/// Opens the first page of the sample, as one request.
pub async fn open_sample_page(page: &Page) {
    page.goto("/?sample=1").await;
    page.until_url("video_ids=").await;
    let whole = page.url().await;
    page.goto(&format!("{whole}&page_num=1&page_size=10")).await;
    page.until_text("Page 1").await;
}

/// Chooses an option of a select by its value.
pub async fn choose(page: &Page, name: &str, value: &str) {
    let field = page.role("combobox", name).await;
    let script = "
        const [field, value] = arguments;
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(script, vec![field.reference(), value.into()])
        .await;
}

/// Waits until exactly these videos are shown, in this order.
pub async fn until_videos(page: &Page, ids: &[String]) {
    eventually(&format!("the videos {ids:?}"), async || {
        videos(page).await == ids
    })
    .await;
}

/// The ids of the cards, in their order.
pub async fn videos(page: &Page) -> Vec<String> {
    let script = r#"
        const results = [...document.querySelectorAll("article[aria-label]")];
        return results.map((card) => card.id.match(/\d{15,20}/)?.[0]);
    "#;
    let found = page.run(script, vec![]).await;
    let ids = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    ids.map(str::to_owned).collect()
}

/// The card of a video.
pub async fn card<'p>(page: &'p Page, id: &str) -> Locator<'p> {
    eventually(&format!("the card of {id}"), async || {
        videos(page).await.iter().any(|other| other == id)
    })
    .await;
    for card in page.all_role("article").await {
        if card.attribute("id").await == Some(format!("video-{id}")) {
            return card;
        }
    }
    panic!("the card of {id} has gone");
}

/// Waits until the only clip on the page plays.
pub async fn until_playing(page: &Page) {
    page.until(
        "the clip to play",
        "document.querySelectorAll('video').length === 1 && document.querySelector('video').currentTime > 0.2",
    )
    .await;
}

/// Rows with clips and covers that this journey's browser can load.
pub fn reachable_rows(env: &TestEnv, ids: &[String]) -> Vec<Value> {
    let cdn = env.cdn.url();
    let row = |id: &String| match env.browser() {
        browser if browser.is_chromium() => rows::row(id),
        _ => rows::row_with(
            id,
            &[
                (
                    "play_addr",
                    json!(rows::play_addr(&format!("{cdn}/{id}.mp4"), u32::MAX)),
                ),
                ("reflow_cover", json!(format!("{cdn}/{id}.png"))),
            ],
        ),
    };
    ids.iter().map(row).collect()
}

/// The first `count` ids.
pub fn ids(count: u64) -> Vec<String> {
    (1..=count).map(rows::id).collect()
}

/// Asserts how many credits were spent, and that every request matches the contract.
#[track_caller]
pub fn assert_credits(api: &FakeApi, spent: usize) {
    let requests = api.requests();
    requests.iter().for_each(assert_request_matches_contract);
    assert_eq!(requests.len(), spent, "credits spent: {requests:#?}");
}

/// Opens the player of a video's card.
pub async fn play(page: &Page, id: &str) {
    card(page, id)
        .await
        .role("button", "Play video")
        .await
        .click()
        .await;
}
