//! "Show more": by scrolling near it, and by a click.

use clipcart::components::ui::infinite_scroll::ShowMore;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::Mounted;
use crate::until;

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
