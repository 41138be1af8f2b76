//! The static page as it is shipped: what is typed into it before the program is there is kept.

use clipcart::platform::boot::{BootFormState, adopt_boot_form, restore_focus};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use crate::{document, find};

/// Puts markup at the end of the document, in place of what an earlier test left. The rest of the body
/// is the test runner's.
fn put(markup: &str) {
    let stage = find("stage").unwrap_or_else(|| {
        let stage = document().create_element("div").unwrap();
        stage.set_id("stage");
        document().body().unwrap().append_child(&stage).unwrap();
        stage
    });
    stage.set_inner_html(markup);
}

/// The shipped page's own markup.
fn static_page() {
    let page = include_str!("../../index.html");
    let from = page.find("<div id=\"boot-page\">").unwrap();
    let to = page.find("</body>").unwrap();
    put(&page[from..to]);
}

fn ids() -> HtmlTextAreaElement {
    find("video-ids").unwrap().dyn_into().unwrap()
}

fn input(id: &str) -> HtmlInputElement {
    find(id).unwrap().dyn_into().unwrap()
}

#[wasm_bindgen_test]
fn an_untouched_page_is_removed_and_nothing_was_typed() {
    static_page();
    assert_eq!(adopt_boot_form(), BootFormState::default());
    assert!(find("boot-page").is_none() && find("boot-form").is_none());
}

#[wasm_bindgen_test]
fn each_field_counts_as_typed() {
    type Case = (fn(), fn(&mut BootFormState));
    let cases: [Case; 3] = [
        (
            || ids().set_value("7521783049722285367"),
            |t| t.ids = "7521783049722285367".to_owned(),
        ),
        (
            || input("page-num").set_value("3"),
            |t| t.page = "3".to_owned(),
        ),
        (
            || input("page-size").set_value("5"),
            |t| t.size = "5".to_owned(),
        ),
    ];
    for (kind, (act, expect)) in cases.into_iter().enumerate() {
        static_page();
        act();
        let mut expected = BootFormState {
            is_touched: true,
            ..BootFormState::default()
        };
        expect(&mut expected);
        assert_eq!(adopt_boot_form(), expected, "case {kind}");
    }
}

#[wasm_bindgen_test]
fn a_submit_before_the_program_is_remembered() {
    static_page();
    find("boot-form")
        .unwrap()
        .set_attribute("data-submitted", "")
        .unwrap();
    let expected = BootFormState {
        is_submitted: true,
        ..BootFormState::default()
    };
    assert_eq!(adopt_boot_form(), expected);
}

#[wasm_bindgen_test]
fn the_cursor_is_put_back_where_it_was() {
    static_page();
    ids().set_value("one two");
    ids().focus().unwrap();
    ids().set_selection_range(2, 5).unwrap();
    let typed = adopt_boot_form();
    assert_eq!(typed.focus, Some(("video-ids".to_owned(), 2, 5)));

    put("<textarea id=\"video-ids\">one two</textarea><input id=\"page-num\">");
    restore_focus(&typed);
    let active = document().active_element().unwrap().id();
    let selection = [ids().selection_start(), ids().selection_end()];
    assert_eq!(active, "video-ids");
    assert_eq!(selection.map(|end| end.unwrap()), [Some(2), Some(5)]);

    input("page-num").focus().unwrap();
    restore_focus(&BootFormState::default());
    assert_eq!(document().active_element().unwrap().id(), "page-num");
}

#[wasm_bindgen_test]
fn without_a_static_page_there_is_nothing_to_take_over() {
    put("<p id=\"other\"></p>");
    assert_eq!(adopt_boot_form(), BootFormState::default());
    assert!(find("other").is_some());
}
