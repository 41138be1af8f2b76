//! The Settings dialog in a document: the focus, the key, the data source and the language.

use clipcart::components::settings::SettingsDialog;
use clipcart::domain::deployment::Deployment;
use clipcart::i18n::Language;
use clipcart::state::covers::Covers;
use clipcart::state::saved_data::SavedData;
use clipcart::state::settings::{Settings, SettingsField, Theme};
use clipcart::state::shortcuts::Shortcuts;
use clipcart::storage::web_storage::Store;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::mounted::{Mounted, choose, fill, has_focus, send};
use crate::until;

const KEY: &str = "key-0123456789";

/// The open dialog of a deployment with this `config.json`, without anything stored.
async fn open_settings(config: &str) -> (Mounted, Settings) {
    for store in [Store::Tab, Store::Browser] {
        for key in ["key", "language", "theme", "proxy", "shortcuts", "covers"] {
            store.remove(&format!("clipcart.{key}"));
        }
    }
    let deployment = Deployment::from_json(config).unwrap();
    let settings = RwSignal::new(None);
    let page = Mounted::new(move || {
        settings.set(Some(Settings::restore(deployment)));
        provide_context(settings.get_untracked().unwrap());
        provide_context(Covers::new(settings.get_untracked().unwrap()));
        provide_context(SavedData::follow());
        provide_context(Shortcuts::restore());
        view! { <SettingsDialog /> }
    });
    let settings = settings.get_untracked().unwrap();
    open(&page, settings).await;
    (page, settings)
}

async fn open(page: &Mounted, settings: Settings) {
    settings.open();
    page.until_role("dialog", "Settings").await;
}

async fn close(page: &Mounted) {
    page.click("button", "Close");
    page.until_gone("dialog", "Settings").await;
    until("the end of its contents", || {
        page.roles("combobox").is_empty()
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_agreement_to_load_covers_can_be_given_and_taken_back() {
    let (page, settings) = open_settings("{}").await;
    let agreed = || page.input("checkbox", "Load covers with my key").checked();
    assert!(!agreed());
    page.click("checkbox", "Load covers with my key");
    until("a stored agreement", || {
        Store::Browser.get("clipcart.covers").is_some()
    })
    .await;
    close(&page).await;
    open(&page, settings).await;
    assert!(agreed());
    page.click("checkbox", "Load covers with my key");
    until("none", || Store::Browser.get("clipcart.covers").is_none()).await;
    assert!(!agreed());
    drop(page);
    // A proxy signs by itself, and some deployments sign nothing.
    for config in [
        r#"{"api": {"mode": "proxy"}, "covers": "/c"}"#,
        r#"{"covers": ""}"#,
    ] {
        let (page, _) = open_settings(config).await;
        assert!(
            page.all("checkbox", "Load covers with my key").is_empty(),
            "{config}"
        );
    }
}

fn submit(page: &Mounted) {
    send(&page.select("form")[0], "submit");
}

#[wasm_bindgen_test]
async fn a_key_is_saved_and_never_shown_again() {
    let (page, settings) = open_settings("{}").await;
    let field = page.input("textbox", "API key");
    assert!(has_focus(&field));
    assert!(field.class_list().contains("masked"));
    fill(&field, &format!("  {KEY} "));
    until("a trimmed key", || field.value() == KEY).await;
    submit(&page);
    page.until_gone("dialog", "Settings").await;
    assert!(
        settings
            .key
            .get_untracked()
            .is_some_and(|key| key.reveal() == KEY)
    );
    assert_eq!(Store::Tab.get("clipcart.key"), None);

    open(&page, settings).await;
    assert!(page.text().contains("A key is set."));
    let field = page.input("textbox", "API key");
    assert_eq!(field.value(), "");
    assert!(has_focus(&field));
    page.click("checkbox", "Keep for this tab, even after a reload");
    assert_eq!(Store::Tab.get("clipcart.key").as_deref(), Some(KEY));
    page.click("button", "Forget key");
    page.until_text("The key was forgotten.").await;
    page.until_gone("button", "Forget key").await;
    assert!(has_focus(&field));
    assert_eq!(
        (settings.key.get_untracked(), Store::Tab.get("clipcart.key")),
        (None, None)
    );
}

#[wasm_bindgen_test]
async fn what_was_not_saved_is_gone_with_the_dialog() {
    let (page, settings) = open_settings("{}").await;
    fill(&page.input("textbox", "API key"), KEY);
    page.click("button", "Show key");
    let hide = page.until_role("button", "Hide key").await;
    assert!(
        !page
            .role("textbox", "API key")
            .class_list()
            .contains("masked")
    );
    close(&page).await;
    assert!(!hide.is_connected());
    open(&page, settings).await;
    assert_eq!(page.input("textbox", "API key").value(), "");
    page.role("button", "Show key");
    assert_eq!(settings.key.get_untracked(), None);
}

#[wasm_bindgen_test]
async fn a_key_that_cannot_be_one_is_refused() {
    let (page, settings) = open_settings("{}").await;
    let field = page.input("textbox", "API key");
    for key in ["two words", "ключ", ""] {
        fill(&field, key);
        submit(&page);
        page.until_text("Enter a key, without").await;
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert!(has_focus(&field));
        fill(&field, KEY);
        until("the end of the problem", || {
            !page.text().contains("Enter a key, without")
        })
        .await;
    }
    assert!(settings.is_open.get_untracked());
}

#[wasm_bindgen_test]
async fn a_proxy_can_be_chosen_and_needs_no_key() {
    let (page, settings) = open_settings("{}").await;
    assert!(page.input("radio", "KeyAPI, directly").checked());
    page.click("radio", "A proxy");
    page.until_gone("textbox", "API key").await;
    let address = page.input("textbox", "Proxy address");
    assert_eq!(address.value(), "/api");
    fill(&address, "http://insecure.example");
    page.until_text("Enter a path of this site").await;
    fill(&address, "/elsewhere");
    until("the end of the problem", || {
        !page.text().contains("Enter a path of this site")
    })
    .await;
    assert!(
        page.role("textbox", "Proxy address")
            .is_same_node(Some(&address))
    );
    assert_eq!(settings.source.get_untracked().base(), "/elsewhere");
    page.click("radio", "KeyAPI, directly");
    page.until_role("textbox", "API key").await;
    page.until_gone("textbox", "Proxy address").await;
}

#[wasm_bindgen_test]
async fn a_source_that_the_deployment_fixes_is_shown() {
    let (page, _) = open_settings(r#"{"api": {"mode": "proxy", "base": "/gateway"}}"#).await;
    assert!(page.roles("radio").is_empty() && page.all("textbox", "API key").is_empty());
    for text in ["A proxy", "/gateway", "Set by"] {
        assert!(page.text().contains(text), "{text} in {}", page.text());
    }
}

#[wasm_bindgen_test]
async fn language_and_theme_are_chosen_and_stored() {
    let (page, settings) = open_settings("{}").await;
    settings.set_language(Language::English);
    choose(&page.role("combobox", "Theme"), "dark");
    assert_eq!(settings.theme.get_untracked(), Theme::Dark);
    assert_eq!(
        Store::Browser.get("clipcart.theme").as_deref(),
        Some("dark")
    );
    choose(&page.role("combobox", "Theme"), "");
    assert_eq!(settings.theme.get_untracked(), Theme::System);
    assert_eq!(Store::Browser.get("clipcart.theme"), None);
    choose(&page.role("combobox", "Language"), "zh");
    assert_eq!(settings.language.get_untracked(), Language::Chinese);
    assert_eq!(
        Store::Browser.get("clipcart.language").as_deref(),
        Some("zh")
    );
    // The app draws the dialog anew then, and the list has the focus.
    assert_eq!(
        settings.first_field.get_untracked(),
        SettingsField::Language
    );
    settings.close();
    page.until_gone("dialog", "Settings").await;
    until("the usual first field", || {
        settings.first_field.get_untracked() == SettingsField::Key
    })
    .await;
    settings.set_language(Language::Chinese);
    open(&page, settings).await;
    let list = page.role("combobox", "Language");
    assert!(has_focus(&list));
    assert_eq!(list.unchecked_ref::<HtmlSelectElement>().value(), "zh");
    settings.set_language(Language::English);
    Store::Browser.remove("clipcart.language");
}

#[wasm_bindgen_test]
async fn shortcuts_can_be_switched_off() {
    let (page, _) = open_settings("{}").await;
    let switch = page.input("checkbox", "Single-key shortcuts");
    assert!(switch.checked());
    switch.click();
    assert_eq!(
        Store::Browser.get("clipcart.shortcuts").as_deref(),
        Some("off")
    );
    switch.click();
    assert_eq!(Store::Browser.get("clipcart.shortcuts"), None);
}
