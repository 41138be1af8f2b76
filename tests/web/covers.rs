//! Covers that their server refused: what waits for the user, and what is stored.

use clipcart::components::results::load_covers::LoadCovers;
use clipcart::components::ui::cover_picture::{CoverPicture, Placeholder};
use clipcart::domain::deployment::Deployment;
use clipcart::domain::deployment::api_key::ApiKey;
use clipcart::domain::videos::covers::SignedCover;
use clipcart::domain::videos::links::MediaUrl;
use clipcart::platform::page;
use clipcart::state::covers::Covers;
use clipcart::state::settings::Settings;
use clipcart::storage::companions::{Kind, put_all};
use clipcart::storage::web_storage::Store;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, send};
use crate::storage::fresh::opened;
use crate::until;

const COVER: &str = "https://echosell-images.tos-ap-southeast-1.volces.com/cover/1.jpeg";

/// A cover and the offer above it, in direct mode with a key.
fn page(cover: &'static str) -> Mounted {
    Store::Browser.remove("clipcart.covers");
    Mounted::new(move || {
        let settings = Settings::restore(Deployment::default());
        settings.key.set(ApiKey::new("key-0123456789"));
        provide_context(settings);
        let covers = Covers::new(settings);
        provide_context(covers);
        // As the page does, once it has loaded the code.
        Effect::new(move || {
            covers.due.track();
            covers.sign();
        });
        view! {
            <LoadCovers />
            <CoverPicture url=MediaUrl::https(cover) placeholder=Placeholder::default() />
        }
    })
}

async fn store_signed(url: &str, age: u64) {
    let signed = SignedCover {
        url: MediaUrl::https(url).unwrap(),
        signed_at: page::now() - age,
    };
    let json = serde_json::to_string(&signed).unwrap();
    put_all(Kind::Covers, &[(COVER.to_owned(), json)]).await;
}

#[wasm_bindgen_test]
async fn with_ones_own_key_nothing_is_signed_before_a_click() {
    let _fresh = opened().await;
    let page = page(COVER);
    assert!(page.roles("button").is_empty());
    send(&page.select("img")[0], "error");
    page.until_role("button", "Load covers").await;
    assert!(page.text().contains("reported free, not documented"));
    assert!(page.select("img").is_empty());
}

#[wasm_bindgen_test]
async fn a_cover_of_another_host_is_no_reason_to_ask() {
    let _fresh = opened().await;
    let page = page("https://covers.example/1.jpeg");
    send(&page.select("img")[0], "error");
    until("the placeholder", || page.select("img").is_empty()).await;
    assert!(page.roles("button").is_empty());
}

#[wasm_bindgen_test]
async fn a_stored_address_is_used_for_twenty_hours() {
    let _fresh = opened().await;
    let signed = "https://signed.example/1.jpeg?X-Sign=1";
    store_signed(signed, 19 * 3_600).await;
    let shown = page(COVER);
    send(&shown.select("img")[0], "error");
    until("the signed cover", || {
        let src = shown
            .select("img")
            .first()
            .and_then(|it| it.get_attribute("src"));
        src.as_deref() == Some(signed)
    })
    .await;
    assert!(shown.roles("button").is_empty());
    // If that is refused as well, there is nothing left to try.
    send(&shown.select("img")[0], "error");
    until("the placeholder", || shown.select("img").is_empty()).await;

    store_signed(signed, 21 * 3_600).await;
    let outdated = page(COVER);
    send(&outdated.select("img")[0], "error");
    outdated.until_role("button", "Load covers").await;
}
