//! Dialogs: when they open and close, and where the focus goes.

use clipcart::components::ui::dialog::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlDialogElement, PointerEvent, PointerEventInit};

use crate::mounted::{Mounted, has_focus};
use crate::until;

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

/// Presses the pointer on one element and releases it on another. The click is on what contains both.
fn press(from: &Element, to: &Element, clicked: &Element) {
    for (element, kind) in [(from, "pointerdown"), (to, "pointerup"), (clicked, "click")] {
        let init = PointerEventInit::new();
        init.set_bubbles(true);
        let event = PointerEvent::new_with_event_init_dict(kind, &init).unwrap();
        element.dispatch_event(&event).unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_click_beside_a_dialog_closes_it() {
    let open = RwSignal::new(true);
    let (page, closings) = with_dialog(open);
    let dialog = page.until_role("dialog", "Demo").await;
    let title = page.select("h2").remove(0);
    // In it, and from it to beside it, as one selects a text.
    press(&title, &title, &title);
    press(&title, &dialog, &dialog);
    assert!(open.get_untracked());
    press(&dialog, &dialog, &dialog);
    assert!(!open.get_untracked());
    until("word of the closing", || closings.get_untracked() == 1).await;
}
