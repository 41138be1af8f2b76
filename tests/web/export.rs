//! The export dialog in a document: a format has its own fields, and options last.

use clipcart::components::export::ExportButton;
use clipcart::domain::deployment::Deployment;
use clipcart::domain::export::request::Format;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::state::analysis::Analysis;
use clipcart::state::export::{Export, ExportStatus, Scope};
use clipcart::state::imported::Imported;
use clipcart::state::products::Products;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, has_focus};
use crate::until;

/// The button, where there are no results.
fn with_button() -> (Mounted, Export) {
    let export = RwSignal::new(None);
    let page = Mounted::new(move || {
        let settings = Settings::restore(Deployment::default());
        let view_state = ViewState::from_url();
        let url = ParsedUrl::read("", 0);
        let search = Search::new(settings, view_state, &url);
        let products = Products::new(settings, search);
        let analysis = Analysis::new(search, Imported::new(search), products, view_state);
        export.set(Some(Export::new(search, analysis)));
        provide_context(export.get_untracked().unwrap());
        view! { <ExportButton /> }
    });
    (page, export.get_untracked().unwrap())
}

async fn open(page: &Mounted) {
    page.click("button", "Export");
    page.until_role("dialog", "Export results").await;
}

fn radio(page: &Mounted, name: &str) -> web_sys::HtmlInputElement {
    let all = page.roles("radio").into_iter();
    let mut found = all.filter(|radio| {
        radio
            .parent_element()
            .unwrap()
            .text_content()
            .unwrap()
            .starts_with(name)
    });
    wasm_bindgen::JsCast::unchecked_into(found.next().unwrap_or_else(|| panic!("no {name}")))
}

#[wasm_bindgen_test]
async fn a_format_shows_the_fields_that_it_has() {
    let (page, export) = with_button();
    open(&page).await;
    let fieldsets = || page.select("fieldset").len();
    assert!(radio(&page, "Excel").checked());
    assert_eq!(fieldsets(), 2);
    radio(&page, "CSV").click();
    until("the fields of CSV", || fieldsets() == 3).await;
    assert!(radio(&page, "Safe").checked());
    radio(&page, "Unchanged").click();
    page.click("checkbox", "Mark the file as UTF-8 (BOM), for Excel");
    radio(&page, "Raw response").click();
    until("the fields of the raw response", || fieldsets() == 1).await;
    radio(&page, "CSV").click();
    until("the fields of CSV", || fieldsets() == 3).await;
    page.click("button", "Close");
    page.until_gone("dialog", "Export results").await;

    open(&page).await;
    assert!(radio(&page, "CSV").checked() && radio(&page, "Unchanged").checked());
    assert!(
        !page
            .input("checkbox", "Mark the file as UTF-8 (BOM), for Excel")
            .checked()
    );
    let options = export.options.get_untracked();
    assert_eq!(options.format, Some(Format::Csv));
    assert!(!options.guard_formulas && !options.bom);
}

#[wasm_bindgen_test]
async fn rows_that_there_are_none_of_cannot_be_chosen() {
    let (page, export) = with_button();
    open(&page).await;
    assert_eq!(export.options.get_untracked().scope, Scope::All);
    for name in ["All (0)", "Current view (0)", "Selected videos (0)"] {
        assert!(radio(&page, name).disabled(), "{name}");
    }
    assert!(radio(&page, "All (0)").checked());
}

#[wasm_bindgen_test]
async fn a_file_under_way_can_be_cancelled() {
    let (page, export) = with_button();
    open(&page).await;
    for close in ["Cancel", "Close"] {
        export.status.set(ExportStatus::Building(40));
        let progress = page.until_role("progressbar", "Creating the file").await;
        let value = js_sys::Reflect::get(&progress, &"value".into()).unwrap();
        assert_eq!(value, 40);
        page.click("button", close);
        page.until_gone("progressbar", "Creating the file").await;
        until("the end", || {
            export.status.get_untracked() == ExportStatus::Cancelled
        })
        .await;
        if close == "Cancel" {
            page.until_text("Cancelled. No file was created.").await;
            assert!(has_focus(&page.role("button", "Download")));
        }
    }
}

#[wasm_bindgen_test]
async fn what_went_wrong_is_an_alert() {
    let (page, export) = with_button();
    open(&page).await;
    for (status, text) in [
        (ExportStatus::NotLoaded, "could not be loaded"),
        (ExportStatus::Failed, "could not be created"),
    ] {
        export.status.set(status);
        until(text, || page.roles("alert")[0].inner_text().contains(text)).await;
    }
    // Another opening says nothing of it.
    page.click("button", "Close");
    page.until_gone("dialog", "Export results").await;
    open(&page).await;
    assert_eq!(page.roles("alert")[0].inner_text(), "");
}
