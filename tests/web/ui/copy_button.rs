//! Copying, where the browser has a clipboard and where it has none.

use clipcart::components::ui::copy_button::CopyButton;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::mounted::Mounted;
use crate::until;

/// Puts a clipboard in place of the browser's, or none. The browser's own is back when this is dropped.
struct FakeClipboard;

impl FakeClipboard {
    fn new(clipboard: &JsValue) -> Self {
        let property = Object::new();
        Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
        Reflect::set(&property, &"value".into(), clipboard).unwrap();
        let navigator = web_sys::window().unwrap().navigator();
        Object::define_property(navigator.as_ref(), &"clipboard".into(), &property);
        Self
    }

    /// A clipboard that keeps what was copied under `text`.
    fn working() -> (Self, JsValue) {
        let clipboard =
            js_sys::eval("({ writeText(text) { this.text = text; return Promise.resolve(); } })")
                .unwrap();
        (Self::new(&clipboard), clipboard)
    }
}

impl Drop for FakeClipboard {
    fn drop(&mut self) {
        let navigator = web_sys::window().unwrap().navigator();
        Reflect::delete_property(navigator.as_ref(), &"clipboard".into()).unwrap();
    }
}

fn with_copy_button(text: &'static str) -> Mounted {
    Mounted::new(
        move || view! { <CopyButton label="Copy" copied="Copied." text=move || text.to_owned() /> },
    )
}

#[wasm_bindgen_test]
async fn a_text_is_copied() {
    let (_fake, clipboard) = FakeClipboard::working();
    let page = with_copy_button("1\n2");
    page.click("button", "Copy");
    until("the outcome", || {
        page.roles("status").remove(0).inner_text() == "Copied."
    })
    .await;
    assert_eq!(Reflect::get(&clipboard, &"text".into()).unwrap(), "1\n2");
    assert!(page.roles("textbox").is_empty());
}

#[wasm_bindgen_test]
async fn each_button_tells_of_its_own_copy() {
    let (_fake, _) = FakeClipboard::working();
    let page = Mounted::new(|| {
        let button =
            |label| view! { <CopyButton label copied="Copied." text=|()| "text".to_owned() /> };
        [button("First"), button("Second")].collect_view()
    });
    let outcomes = || -> Vec<String> {
        let statuses = page.roles("status").into_iter();
        statuses.map(|status| status.inner_text()).collect()
    };
    page.click("button", "First");
    until("the first outcome", || outcomes() == ["Copied.", ""]).await;
    page.click("button", "Second");
    until("both outcomes", || outcomes() == ["Copied.", "Copied."]).await;
    // Each is shown from its own click on: the first, copied again, is there longer than the second.
    until("the end of the first", || outcomes()[0].is_empty()).await;
    page.click("button", "First");
    until("the first again", || outcomes()[0] == "Copied.").await;
    until("the end of the second", || outcomes()[1].is_empty()).await;
    assert_eq!(outcomes()[0], "Copied.");
}

#[wasm_bindgen_test]
async fn a_text_that_the_browser_does_not_copy_is_shown() {
    let _fake = FakeClipboard::new(&JsValue::UNDEFINED);
    for (text, tag) in [("one line", "INPUT"), ("several\nlines", "TEXTAREA")] {
        let page = with_copy_button(text);
        page.click("button", "Copy");
        let field: HtmlElement = page
            .until_role(
                "textbox",
                "The browser didn't allow copying. Copy it from here:",
            )
            .await;
        assert_eq!(field.tag_name(), tag);
        let value = Reflect::get(&field, &"value".into()).unwrap();
        assert_eq!(value, text);
        assert!(field.has_attribute("readonly"));
        assert!(!page.text().contains("Copied."));
    }
}
