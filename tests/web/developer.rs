//! "For developers" in a document: the key is there only while it is revealed, and the response is as it came.

use clipcart::components::developer::DeveloperButton;
use clipcart::domain::deployment::Deployment;
use clipcart::domain::deployment::api_key::ApiKey;
use clipcart::domain::query::SearchQuery;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::state::clock;
use clipcart::state::page::Page;
use clipcart::state::settings::Settings;
use clipcart::storage::response_cache::{self, CachedResponse};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::Mounted;
use crate::until;

const KEY: &str = "key-0123456789";
const QUERY: &str = "video_ids=7521783049722285367&page_num=1&page_size=10";
const BODY: &str = include_str!("../fixtures/documented-example.json");

/// The button beside a page of results that was saved earlier; the settings hold a key.
async fn with_button(config: &str, is_sample: bool) -> Mounted {
    let deployment = Deployment::from_json(config).unwrap();
    let results = page(is_sample).await;
    Mounted::new(move || {
        let settings = Settings::restore(deployment);
        settings.key.set(ApiKey::new(KEY));
        provide_context(settings);
        view! { <DeveloperButton page=results /> }
    })
}

async fn page(is_sample: bool) -> Page {
    let Some(SearchQuery::Page(query)) = ParsedUrl::read(QUERY, clock::now()).query else {
        panic!("no page");
    };
    if is_sample {
        return Page::from_sample(query, BODY.to_owned()).unwrap();
    }
    let url = format!("https://api.example/?{QUERY}");
    let response = CachedResponse {
        body: BODY.into(),
        fetched_at: 1_751_301_603,
        stored_at: 1_751_301_603,
        row_count: 1,
    };
    response_cache::put(&url, response).await;
    Page::from_cache(&url, query).await.unwrap()
}

async fn open(page: &Mounted) {
    page.click("button", "For developers");
    page.until_role("dialog", "For developers").await;
}

fn code(page: &Mounted) -> String {
    page.role("region", "Request").text_content().unwrap()
}

#[wasm_bindgen_test]
async fn the_key_is_shown_in_curl_alone_and_while_it_is_revealed() {
    let page = with_button("{}", false).await;
    assert!(page.roles("region").is_empty());
    open(&page).await;
    for (language, part) in [
        ("Python", "os.environ[\"KEYAPI_KEY\"]"),
        ("JavaScript", "process.env.KEYAPI_KEY"),
        ("Rust", "std::env::var(\"KEYAPI_KEY\")"),
        ("PowerShell", "$env:KEYAPI_KEY"),
        ("cURL (cmd)", "%KEYAPI_KEY%"),
        ("cURL (bash)", "Bearer $KEYAPI_KEY"),
    ] {
        page.click("button", language);
        until(language, || code(&page).contains(part)).await;
        let pressed = page.role("button", language).get_attribute("aria-pressed");
        assert_eq!(pressed.as_deref(), Some("true"));
        let reveal = page.all("checkbox", "Reveal key").len();
        assert_eq!(reveal, usize::from(language == "cURL (bash)"), "{language}");
        assert!(!page.text().contains(KEY));
    }
    page.click("checkbox", "Reveal key");
    page.until_text(&format!("Bearer {KEY}")).await;
    page.until_text("anyone who sees it can spend your credits")
        .await;
    page.click("button", "Python");
    until("code without the key", || !page.text().contains(KEY)).await;
    page.click("button", "cURL (bash)");
    page.until_role("checkbox", "Reveal key").await;
    assert!(!page.input("checkbox", "Reveal key").checked() && !page.text().contains(KEY));

    page.click("checkbox", "Reveal key");
    page.until_text(KEY).await;
    page.click("button", "Close");
    until("the end of the key", || !page.text().contains(KEY)).await;
    open(&page).await;
    assert!(!page.text().contains(KEY));
}

#[wasm_bindgen_test]
async fn neither_a_proxy_nor_the_sample_has_a_key_to_reveal() {
    let proxy = r#"{"api": {"mode": "proxy"}}"#;
    for (config, is_sample, note) in [
        (proxy, false, "The proxy adds the key."),
        ("{}", true, "Sample data: nothing was sent."),
    ] {
        let page = with_button(config, is_sample).await;
        open(&page).await;
        assert!(page.text().contains(note));
        assert!(page.all("checkbox", "Reveal key").is_empty());
        assert_eq!(code(&page).contains("KEYAPI_KEY"), is_sample);
    }
}

#[wasm_bindgen_test]
async fn the_response_is_shown_formatted_with_what_is_known_of_it() {
    let page = with_button("{}", false).await;
    open(&page).await;
    let facts: Vec<String> = page
        .select("dialog dd")
        .iter()
        .filter_map(|fact| fact.text_content())
        .collect();
    let unknown = "unknown: saved response";
    assert_eq!(facts[1..3], [unknown, unknown]);
    assert!(facts[3].ends_with(" bytes"), "{facts:?}");
    let shown = page.role("region", "Raw response").text_content().unwrap();
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(json(&shown), json(BODY));
    page.role("button", "Copy response");
    page.role("button", "Download response");
}
