//! Naming products: what is said while it stops, and where there is no such call; and that its credits count at once.

use clipcart::components::results::product_names::ProductNames;
use clipcart::domain::search::error::{ApiNote, SearchError};
use clipcart::domain::videos::response::CacheStatus;
use clipcart::state::credits;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::results::{WithResults, rows};
use crate::until;

/// Results whose products can be named.
async fn open() -> WithResults {
    let open = WithResults::new(&[rows(2)], || view! { <ProductNames /> }).await;
    open.products.skip_look_up();
    open.page.until_role("button", "Name 2 products").await;
    open
}

#[wasm_bindgen_test]
async fn stop_is_confirmed_while_the_request_is_on_its_way() {
    let open = open().await;
    let (page, products) = (&open.page, open.products);
    products.progress.set(Some((0, 2)));
    page.until_text("Naming products: 0 of 2").await;
    page.click("button", "Stop");
    page.until_text("Stopping").await;
    assert!(page.roles("button").is_empty());
    products.progress.set(None);
    products.is_stopping.set(false);
    page.until_role("button", "Name 2 products").await;
    assert!(!page.text().contains("Stopping"));
}

#[wasm_bindgen_test]
async fn where_there_is_no_such_call_one_quiet_line_replaces_the_button() {
    let open = open().await;
    let (page, products) = (&open.page, open.products);
    let note = ApiNote {
        code: Some(404),
        ..ApiNote::default()
    };
    products.error.set(Some(SearchError::Refused(note)));
    page.until_text("could not be fetched").await;
    assert_eq!(page.roles("alert").len(), 1);
    products.is_unavailable.set(true);
    page.until_text("Product names are not available here. A credit may have been used")
        .await;
    assert!(page.roles("alert").is_empty());
    assert!(page.roles("button").is_empty());
    products.name_all();
    assert_eq!(products.progress.get_untracked(), None);
    // The next search has the line alone.
    products.error.set(None);
    until("the line alone", || !page.text().contains("credit")).await;
    assert!(
        page.text()
            .contains("Product names are not available here.")
    );
}

#[wasm_bindgen_test]
async fn credits_of_today_follow_each_answer() {
    let owner = Owner::new();
    owner.set();
    let today = Memo::new(move |_| credits::today());
    let before = today.get_untracked();
    credits::count(CacheStatus::Api);
    assert_eq!(today.get_untracked(), before + 1);
    credits::count(CacheStatus::Cache);
    assert_eq!(today.get_untracked(), before + 1);
}
