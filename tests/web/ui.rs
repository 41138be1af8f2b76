//! The shared controls: each follows its signals and tells what the user did.

use clipcart::components::ui::button::{Button, ButtonVariant};
use clipcart::components::ui::checkbox::Checkbox;
use clipcart::components::ui::copy_button::CopyButton;
use clipcart::components::ui::countdown::CountdownButton;
use clipcart::components::ui::dialog::Dialog;
use clipcart::components::ui::disclosure::{DisclosureButton, DisclosurePanel};
use clipcart::components::ui::external_link::ExternalLink;
use clipcart::components::ui::icon::{Icon, IconName};
use clipcart::components::ui::infinite_scroll::ShowMore;
use clipcart::components::ui::radio::Radio;
use clipcart::components::ui::segmented::{Segment, SegmentedControl};
use clipcart::components::ui::select::Select;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlSelectElement};

use crate::mounted::{Mounted, choose, has_focus};
use crate::until;

#[wasm_bindgen_test]
async fn a_button_tells_of_clicks_unless_it_is_disabled() {
    let (clicks, is_disabled) = (RwSignal::new(0), RwSignal::new(false));
    let page = Mounted::new(move || {
        view! {
            <Button
                variant=ButtonVariant::Primary
                id="a-button"
                described_by="note"
                disabled=is_disabled
                on_click=move || clicks.update(|clicks| *clicks += 1)
            >
                "Go"
            </Button>
        }
    });
    let button = page.role("button", "Go");
    assert_eq!(button.id(), "a-button");
    assert_eq!(button.get_attribute("type").as_deref(), Some("button"));
    assert_eq!(
        button.get_attribute("aria-describedby").as_deref(),
        Some("note")
    );
    button.click();
    assert_eq!(clicks.get_untracked(), 1);
    is_disabled.set(true);
    until("a disabled button", || button.has_attribute("disabled")).await;
    button.click();
    assert_eq!(clicks.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_checkbox_follows_its_signal() {
    let is_on = RwSignal::new(true);
    let page = Mounted::new(move || {
        view! { <Checkbox label="On" checked=is_on on_change=Callback::new(move |on| is_on.set(on)) /> }
    });
    let checkbox = page.input("checkbox", "On");
    assert!(checkbox.checked());
    checkbox.click();
    assert!(!is_on.get_untracked());
    is_on.set(true);
    until("a checked box", || checkbox.checked()).await;
}

#[wasm_bindgen_test]
async fn radio_buttons_exclude_each_other() {
    let chosen = RwSignal::new("tea");
    let radio = move |name: &'static str, disabled| {
        view! {
            <Radio
                name="drink"
                checked=Signal::derive(move || chosen.get() == name)
                disabled
                on_select=move || chosen.set(name)
            >
                {name}
            </Radio>
        }
    };
    let page = Mounted::new(move || {
        [
            radio("tea", false),
            radio("coffee", false),
            radio("milk", true),
        ]
        .collect_view()
    });
    let checked = |name| page.input("radio", name).checked();
    assert!(checked("tea") && !checked("coffee"));
    page.click("radio", "coffee");
    assert_eq!(chosen.get_untracked(), "coffee");
    page.click("radio", "milk");
    assert_eq!(chosen.get_untracked(), "coffee");
    chosen.set("tea");
    until("the first choice", || checked("tea") && !checked("coffee")).await;
}

#[wasm_bindgen_test]
async fn a_list_follows_its_signal_from_the_start() {
    let value = RwSignal::new("b");
    let changes = RwSignal::new(String::new());
    let page = Mounted::new(move || {
        view! {
            <Select
                id="letter"
                label="Letter"
                options=vec![("a", "First"), ("b", "Second"), ("c", "Third")]
                value
                on_change=Callback::new(move |code| changes.set(code))
            />
        }
    });
    let list = page.role("combobox", "Letter");
    let shown = || list.unchecked_ref::<HtmlSelectElement>().value();
    assert_eq!(shown(), "b");
    choose(&list, "c");
    assert_eq!(changes.get_untracked(), "c");
    value.set("a");
    until("the first option", || shown() == "a").await;
}

#[wasm_bindgen_test]
async fn one_segment_is_pressed() {
    let value = RwSignal::new("cards");
    let page = Mounted::new(move || {
        let segments = ["cards", "table"].map(|code| Segment {
            code,
            text: Signal::stored(code.to_owned()),
        });
        view! {
            <SegmentedControl
                name="view"
                label="View"
                segments=segments.to_vec()
                value
                on_select=Callback::new(move |code| value.set(code))
            />
        }
    });
    page.role("group", "View");
    let pressed = |name| {
        page.role("button", name)
            .get_attribute("aria-pressed")
            .unwrap()
    };
    assert_eq!(
        (pressed("cards"), pressed("table")),
        ("true".to_owned(), "false".to_owned())
    );
    page.click("button", "table");
    until("the other segment", || pressed("table") == "true").await;
    assert_eq!(pressed("cards"), "false");
    assert_eq!(page.role("button", "table").id(), "view-table");
}

/// A button that opens a dialog with a field that gets the focus. Returns what was counted: the dialog's closings.
fn with_dialog(open: RwSignal<bool>) -> (Mounted, RwSignal<u32>) {
    let closings = RwSignal::new(0);
    let page = Mounted::new(move || {
        view! {
            <button on:click=move |_| open.set(true)>"Open"</button>
            <Dialog name="demo" title="Demo" open on_close=move || closings.update(|closings| *closings += 1)>
                <input type="text" aria-label="First" />
                <input type="text" aria-label="Second" autofocus=true />
            </Dialog>
        }
    });
    (page, closings)
}

#[wasm_bindgen_test]
async fn a_dialog_gives_the_focus_to_its_field_and_back() {
    let (page, closings) = with_dialog(RwSignal::new(false));
    let opener = page.role("button", "Open");
    // The second time the contents are new ones.
    for closed in 1..=2 {
        assert!(page.roles("textbox").is_empty());
        opener.focus().unwrap();
        opener.click();
        page.until_role("dialog", "Demo").await;
        assert!(has_focus(&page.role("textbox", "Second")));
        page.click("button", "Close");
        page.until_gone("dialog", "Demo").await;
        until("the end of its contents", || {
            page.roles("textbox").is_empty()
        })
        .await;
        until("the focus on the opener", || has_focus(&opener)).await;
        until("word of the closing", || closings.get_untracked() == closed).await;
    }
}

#[wasm_bindgen_test]
async fn a_dialog_that_the_browser_closes_is_closed() {
    let open = RwSignal::new(true);
    let (page, closings) = with_dialog(open);
    let dialog = page.until_role("dialog", "Demo").await;
    // As the browser does for Escape.
    dialog.unchecked_into::<HtmlDialogElement>().close();
    until("a closed dialog", || !open.get_untracked()).await;
    until("the end of its contents", || {
        page.roles("textbox").is_empty()
    })
    .await;
    assert_eq!(closings.get_untracked(), 1);
    open.set(true);
    page.until_role("dialog", "Demo").await;
}

#[wasm_bindgen_test]
async fn a_dialog_can_be_opened_again_at_once() {
    let open = RwSignal::new(true);
    let (page, closings) = with_dialog(open);
    page.until_role("dialog", "Demo").await;
    page.click("button", "Close");
    until("a closed dialog", || page.roles("dialog").is_empty()).await;
    // The browser has not told of the closing yet.
    open.set(true);
    until("word of the closing", || closings.get_untracked() == 1).await;
    page.until_role("dialog", "Demo").await;
    assert!(open.get_untracked() && has_focus(&page.role("textbox", "Second")));
}

#[wasm_bindgen_test]
async fn a_disclosure_shows_its_panel_while_it_is_open() {
    let open = RwSignal::new(false);
    let page = Mounted::new(move || {
        view! {
            <DisclosureButton panel_id="panel" open label=Signal::stored("More".to_owned()) />
            <DisclosurePanel id="panel" open>"the contents"</DisclosurePanel>
        }
    });
    let button = page.role("button", "More");
    assert_eq!(
        button.get_attribute("aria-controls").as_deref(),
        Some("panel")
    );
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
    assert!(!page.text().contains("the contents"));
    button.click();
    page.until_text("the contents").await;
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    button.click();
    until("a closed panel", || !page.text().contains("the contents")).await;
}

#[wasm_bindgen_test]
fn an_external_link_gives_nothing_away() {
    let page =
        Mounted::new(|| view! { <ExternalLink href="https://example.com/a" text="Elsewhere" /> });
    let link = page.role("link", "Elsewhere");
    let attribute = |name| link.get_attribute(name).unwrap();
    assert_eq!(attribute("href"), "https://example.com/a");
    assert_eq!(attribute("target"), "_blank");
    assert_eq!(attribute("rel"), "noopener noreferrer");
}

#[wasm_bindgen_test]
fn an_icon_is_hidden_from_assistive_tools() {
    let page = Mounted::new(|| view! { <Icon name=IconName::Play /> });
    let icon = page.select("svg").remove(0);
    assert_eq!(icon.get_attribute("aria-hidden").as_deref(), Some("true"));
    assert_eq!(page.select("svg > path[d]").len(), 1);
}

#[wasm_bindgen_test]
async fn a_countdown_button_waits() {
    let clicks = RwSignal::new(0);
    let page = Mounted::new(move || {
        view! { <CountdownButton seconds=2 on_click=move || clicks.update(|clicks| *clicks += 1) /> }
    });
    let button = page.roles("button").remove(0);
    assert!(page.text().starts_with("Try again in "), "{}", page.text());
    button.click();
    assert_eq!(clicks.get_untracked(), 0);
    page.until_role("button", "Try again").await.click();
    assert_eq!(clicks.get_untracked(), 1);
}

/// "Show more" below so many pixels, with 30 to show, 12 at a time.
fn with_more(pixels: u32) -> (Mounted, RwSignal<usize>) {
    let left = RwSignal::new(30_usize);
    let page = Mounted::new(move || {
        view! {
            <div style:height=format!("{pixels}px")></div>
            <ShowMore
                left
                label=Signal::derive(move || format!("{} more", left.get()))
                on_more=move || left.update(|left| *left = left.saturating_sub(12))
            />
        }
    });
    (page, left)
}

#[wasm_bindgen_test]
async fn more_is_shown_while_the_end_is_near() {
    let (page, left) = with_more(0);
    until("all of it", || left.get_untracked() == 0).await;
    let button = page.roles("button").remove(0);
    until("the end of the button", || button.hidden()).await;
}

#[wasm_bindgen_test]
async fn more_is_shown_on_a_click() {
    let (page, left) = with_more(100_000);
    page.click("button", "30 more");
    page.until_role("button", "18 more").await;
    assert_eq!(left.get_untracked(), 18);
}

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
