//! What the browser has saved: how much, for how long, that it can be deleted, and the notice where it cannot be saved.

use clipcart::components::results::storage_notice::StorageNotice;
use clipcart::components::settings::SettingsDialog;
use clipcart::domain::deployment::Deployment;
use clipcart::domain::saving::{Keep, StorageStatus};
use clipcart::state::saved_data::SavedData;
use clipcart::state::settings::Settings;
use clipcart::state::shortcuts::Shortcuts;
use clipcart::storage::response_cache;
use clipcart::storage::web_storage::Store;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::mounted::{Mounted, choose};
use crate::storage::fresh::{Fresh, answer, opened, records};
use crate::until;

/// The Settings dialog, with two saved answers.
async fn dialog() -> (Mounted, Settings, Fresh) {
    let fresh = opened().await;
    for url in ["/a", "/b"] {
        response_cache::put(url, answer(&"x".repeat(600_000))).await;
    }
    let settings = RwSignal::new(None);
    let page = Mounted::new(move || {
        settings.set(Some(Settings::restore(Deployment::default())));
        provide_context(settings.get_untracked().unwrap());
        provide_context(SavedData::follow());
        provide_context(Shortcuts::restore());
        view! { <SettingsDialog /> }
    });
    let settings = settings.get_untracked().unwrap();
    settings.open();
    page.until_role("dialog", "Settings").await;
    (page, settings, fresh)
}

#[wasm_bindgen_test]
async fn how_much_is_saved_is_up_to_date() {
    let (page, _, _fresh) = dialog().await;
    page.until_text("Now: 2 responses, 1.2 MB.").await;
    response_cache::put("/c", answer(&"x".repeat(300_000))).await;
    page.until_text("Now: 3 responses, 1.5 MB.").await;
}

/// A little is not nothing, and nothing is.
#[wasm_bindgen_test]
async fn the_size_is_rounded_up() {
    let (page, _, _fresh) = dialog().await;
    response_cache::clear().await;
    page.until_text("Now: 0 responses, 0 MB.").await;
    response_cache::put("/c", answer("{}")).await;
    page.until_text("Now: 1 response, 0.1 MB.").await;
}

#[wasm_bindgen_test]
async fn all_is_deleted_after_a_second_press() {
    let (page, _, _fresh) = dialog().await;
    page.click("button", "Delete all");
    page.until_role("button", "Cancel").await.click();
    page.until_role("button", "Delete all").await.click();
    page.until_role("button", "Delete all saved data").await;
    assert_eq!(response_cache::total().0, 2);
    page.click("button", "Delete all saved data");
    page.until_text("Deleted.").await;
    page.until_text("Now: 0 responses").await;
    page.until_role("button", "Delete all").await;
    until("the deletion", || response_cache::total().0 == 0).await;
    assert_eq!(records("answers").await.len(), 0);
}

#[wasm_bindgen_test]
async fn how_long_data_is_kept_is_chosen_and_stored() {
    let (page, _, _fresh) = dialog().await;
    let list = page.role("combobox", "Keep data in this browser");
    assert_eq!(list.unchecked_ref::<HtmlSelectElement>().value(), "always");
    let shown = || list.unchecked_ref::<HtmlSelectElement>().value();
    // What would delete something takes a second press.
    choose(&list, "90");
    page.until_text("deletes saved data at once").await;
    assert_eq!(response_cache::keep(), Keep::Always);
    page.click("button", "Cancel");
    until("the choice before", || shown() == "always").await;
    page.until_gone("button", "Delete and keep less").await;
    choose(&list, "90");
    page.until_role("button", "Delete and keep less")
        .await
        .click();
    until("the choice", || response_cache::keep() == Keep::Days90).await;
    page.until_gone("button", "Delete and keep less").await;
    // Longer again deletes nothing.
    choose(&list, "always");
    until("the longer one", || response_cache::keep() == Keep::Always).await;
    choose(&list, "90");
    page.until_role("button", "Delete and keep less")
        .await
        .click();
    until("the choice", || response_cache::keep() == Keep::Days90).await;
    assert_eq!(Store::Browser.get("clipcart.keep").as_deref(), Some("90"));
}

#[wasm_bindgen_test]
async fn who_saves_nothing_is_not_told_so_as_a_problem() {
    let (page, _, _fresh) = dialog().await;
    choose(
        &page.role("combobox", "Keep data in this browser"),
        "memory",
    );
    page.until_role("button", "Delete and keep less")
        .await
        .click();
    until("memory", || {
        response_cache::status() == StorageStatus::Memory
    })
    .await;
    page.until_text("Now: 0 responses").await;
    assert!(!page.text().contains("Not saved on this computer"));
}

#[wasm_bindgen_test]
async fn results_that_are_not_saved_have_a_notice() {
    let _fresh = opened().await;
    let saved = RwSignal::new(None);
    let page = Mounted::new(move || {
        saved.set(Some(SavedData::follow()));
        provide_context(saved.get_untracked().unwrap());
        view! { <StorageNotice /> }
    });
    let status = saved.get_untracked().unwrap().status;
    assert_eq!(page.text(), "");
    for (not_saved, text) in [
        (StorageStatus::Unavailable, "the browser does not allow it"),
        (StorageStatus::Blocked, "another tab with an older version"),
        (StorageStatus::Newer, "a newer version of ClipCart"),
        (StorageStatus::Full, "the browser's storage is full"),
    ] {
        status.set(not_saved);
        page.until_text(text).await;
        assert_eq!(page.roles("status").len(), 1);
        for saved in [StorageStatus::Memory, StorageStatus::Saving] {
            status.set(saved);
            until("no notice", || page.text().is_empty()).await;
        }
    }
}

#[wasm_bindgen_test]
async fn the_pace_of_searches_is_chosen() {
    let (page, settings, _fresh) = dialog().await;
    let list = page.role("combobox", "Requests at once");
    assert_eq!(list.unchecked_ref::<HtmlSelectElement>().value(), "1");
    choose(&list, "4");
    until("four", || settings.parallel_requests() == 4).await;
    let restored = Settings::restore(Deployment::default());
    assert_eq!(restored.parallel_requests(), 4);
    choose(&list, "1");
    until("one", || settings.parallel_requests() == 1).await;
}
