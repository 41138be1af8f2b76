//! What only a browser can show: `Intl`'s wording, the static page taken over, the small stores, and
//! components in a document.
#![cfg(target_arch = "wasm32")]

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Document, Element};

#[path = "web/boot.rs"]
mod boot;
#[path = "web/card.rs"]
mod card;
#[path = "web/cards.rs"]
mod cards;
#[path = "web/charts.rs"]
mod charts;
#[path = "web/compare.rs"]
mod compare;
#[path = "web/cover_picture.rs"]
mod cover_picture;
#[path = "web/covers.rs"]
mod covers;
#[path = "web/developer.rs"]
mod developer;
#[path = "web/export.rs"]
mod export;
#[path = "web/filter.rs"]
mod filter;
#[path = "web/form.rs"]
mod form;
#[path = "web/formats.rs"]
mod formats;
#[path = "web/help.rs"]
mod help;
#[path = "web/ids_field.rs"]
mod ids_field;
#[path = "web/lock.rs"]
mod lock;
#[path = "web/mounted.rs"]
mod mounted;
#[path = "web/open_file.rs"]
mod open_file;
#[path = "web/product_names.rs"]
mod product_names;
#[path = "web/results.rs"]
mod results;
#[path = "web/runs.rs"]
mod runs;
#[path = "web/saved_data.rs"]
mod saved_data;
#[path = "web/settings.rs"]
mod settings;
#[path = "web/storage.rs"]
mod storage;
#[path = "web/summary.rs"]
mod summary;
#[path = "web/table.rs"]
mod table;
#[path = "web/text_ruler.rs"]
mod text_ruler;
#[path = "web/ui.rs"]
mod ui;
#[path = "web/virtual_rows.rs"]
mod virtual_rows;

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn find(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Waits until it holds, for ten seconds at most.
async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let window = web_sys::window().unwrap();
    let end = js_sys::Date::now() + 10_000.0;
    while !holds() {
        assert!(js_sys::Date::now() < end, "{what} did not come");
        let turn = Promise::new(&mut |resolve, _| {
            window.set_timeout_with_callback(&resolve).unwrap();
        });
        JsFuture::from(turn).await.unwrap();
    }
}
