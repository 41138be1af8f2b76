//! The shared controls: each follows its signals and tells what the user did.

#[path = "ui/copy_button.rs"]
mod copy_button;
#[path = "ui/dialog.rs"]
mod dialog;
#[path = "ui/keyed_for.rs"]
mod keyed_for;
#[path = "ui/lazy_view.rs"]
mod lazy_view;
#[path = "ui/show_more.rs"]
mod show_more;

use clipcart::components::ui::button::{Button, ButtonVariant};
use clipcart::components::ui::checkbox::Checkbox;
use clipcart::components::ui::countdown::CountdownButton;
use clipcart::components::ui::disclosure::{DisclosureButton, DisclosurePanel};
use clipcart::components::ui::external_link::ExternalLink;
use clipcart::components::ui::icon::{Icon, IconName};
use clipcart::components::ui::radio::Radio;
use clipcart::components::ui::segmented::{Segment, SegmentedControl};
use clipcart::components::ui::select::Select;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::mounted::{Mounted, choose};
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
                options=[("a", "First"), ("b", "Second"), ("c", "Third")].map(|(code, name)| (code, name.to_owned())).to_vec()
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
