//! Files in the form: the button, what a drop is, the choice of a column, and what went wrong.

use clipcart::components::search::query_form::QueryForm;
use clipcart::domain::deployment::Deployment;
use clipcart::domain::imports::ImportedColumns;
use clipcart::domain::imports::columns::IdColumn;
use clipcart::domain::imports::file::{FileProblem, ImportedFile};
use clipcart::domain::query::url::ParsedUrl;
use clipcart::platform::boot::BootFormState;
use clipcart::state::form::Form;
use clipcart::state::imported::Imported;
use clipcart::state::open_file::{FileStatus, OpenFile};
use clipcart::state::saved_data::SavedData;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    DataTransfer, DragEvent, DragEventInit, Element, File, FilePropertyBag, HtmlTextAreaElement,
};

use crate::mounted::{Mounted, has_focus};
use crate::until;

const A: &str = "7521783049722285367";

fn form() -> (Mounted, OpenFile) {
    let open_file = RwSignal::new(None);
    let page = Mounted::new(move || {
        let url = ParsedUrl::default();
        let settings = Settings::restore(Deployment::default());
        provide_context(settings);
        let search = Search::new(settings, ViewState::from_url(), &url);
        provide_context(search);
        provide_context(Imported::new(search));
        provide_context(SavedData::follow());
        let form = Form::new(settings, &url, &BootFormState::default());
        provide_context(form);
        open_file.set(Some(OpenFile::new(form)));
        provide_context(open_file.get_untracked().unwrap());
        view! { <QueryForm /> }
    });
    (page, open_file.get_untracked().unwrap())
}

fn field(page: &Mounted) -> HtmlTextAreaElement {
    page.role("textbox", "Video IDs or links").unchecked_into()
}

/// A file of two columns that could both be it, and a third.
fn read(column: Option<usize>) -> ImportedFile {
    let names = ["Video link", "Second"];
    let ids = column.map_or("", |_| A);
    let columns = match column {
        None => ImportedColumns::default(),
        Some(_) => ImportedColumns::new(
            vec!["Creator".to_owned(), "Note".to_owned()],
            [(A.parse().unwrap(), vec!["anna".to_owned()])],
        ),
    };
    let candidates = names.into_iter().enumerate();
    ImportedFile {
        rows: 312,
        candidates: candidates
            .map(|(index, name)| IdColumn {
                index,
                name: name.to_owned(),
            })
            .collect(),
        column,
        ids: ids.to_owned(),
        columns,
        ..ImportedFile::default()
    }
}

fn status(page: &Mounted) -> String {
    page.select(".opened-file [role=status]")[0]
        .text_content()
        .unwrap()
}

#[wasm_bindgen_test]
async fn a_file_fills_the_form_and_says_what_it_has() {
    let (page, open_file) = form();
    page.role("button", "Open file…");
    assert_eq!(status(&page), "");
    open_file.name.set("products.csv".to_owned());
    // The user has to choose first.
    open_file.show(read(None));
    page.until_role("button", "Second").await;
    assert_eq!(status(&page), "products.csv · 312 rows");
    assert_eq!(field(&page).value(), "");

    open_file.show(read(Some(0)));
    until("the ids", || field(&page).value() == A).await;
    until("the column", || {
        status(&page)
            == "products.csv · 312 rows · IDs from column “Video link” · also: Creator, Note"
    })
    .await;
    let chosen = page.role("button", "Video link");
    assert_eq!(chosen.get_attribute("aria-pressed").unwrap(), "true");

    page.click("button", "Remove");
    until("the empty field", || field(&page).value().is_empty()).await;
    until("no file", || status(&page).is_empty()).await;
    assert!(open_file.form.imported.get_untracked().is_none());
    assert!(has_focus(&page.role("button", "Open file…")));
}

#[wasm_bindgen_test]
async fn what_was_edited_stays_when_the_file_is_removed() {
    let (page, open_file) = form();
    open_file.show(read(Some(0)));
    until("the ids", || field(&page).value() == A).await;
    field(&page).set_value("7190508362273735722");
    crate::mounted::send(&field(&page), "input");
    page.until_role("button", "Remove").await.click();
    until("no file", || status(&page).is_empty()).await;
    assert_eq!(field(&page).value(), "7190508362273735722");
}

#[wasm_bindgen_test]
async fn what_went_wrong_is_an_alert() {
    let (page, open_file) = form();
    open_file.name.set("photo.png".to_owned());
    for (status, text) in [
        (FileStatus::NotLoaded, "photo.png: The part of ClipCart"),
        (
            FileStatus::Failed(FileProblem::Encrypted),
            "photo.png: The file has a password",
        ),
    ] {
        open_file.status.set(status);
        page.until_text(text).await;
    }
    page.click("button", "Remove");
    until("no alert", || !page.text().contains("photo.png")).await;
}

/// An event of dragging a file or a text.
fn drag(target: &Element, kind: &str, data: &DataTransfer) -> DragEvent {
    let options = DragEventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    options.set_data_transfer(Some(data));
    let event = DragEvent::new_with_event_init_dict(kind, &options).unwrap();
    target.dispatch_event(&event).unwrap();
    event
}

#[wasm_bindgen_test]
async fn a_file_can_be_dropped_on_the_field_and_text_as_ever() {
    let (page, open_file) = form();
    let text = DataTransfer::new().unwrap();
    text.set_data("text/plain", A).unwrap();
    for kind in ["dragenter", "dragover", "drop"] {
        let event = drag(&field(&page), kind, &text);
        assert!(!event.default_prevented(), "{kind}");
    }
    assert_eq!(open_file.status.get_untracked(), FileStatus::Idle);

    let files = DataTransfer::new().unwrap();
    let parts = Array::of1(&A.into());
    let file = File::new_with_str_sequence_and_options(&parts, "ids.txt", &FilePropertyBag::new());
    files.items().add_with_file(&file.unwrap()).unwrap();
    for kind in ["dragenter", "dragover"] {
        assert!(drag(&field(&page), kind, &files).default_prevented());
        page.until_text("Drop a TXT, CSV, TSV or Excel file").await;
    }
    assert!(drag(&field(&page), "drop", &files).default_prevented());
    until("no highlight", || !page.text().contains("Drop a TXT")).await;
    assert_eq!(open_file.name.get_untracked(), "ids.txt");
    // The tests have no worker.
    page.until_text("ids.txt: The part of ClipCart").await;
}
