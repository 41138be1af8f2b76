//! A lazy view: while its code is loaded, when it is there, and when it can't be loaded.

use clipcart::components::ui::lazy_view::{LazyFallback, LazyFuture, LazyView, LoadError};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::Mounted;
use crate::until;

fn contents() -> AnyView {
    view! { <button>"Contents"</button> }.into_any()
}

type Outcome = RwSignal<Option<Result<(), LoadError>>>;

/// Loads the contents when the result is there.
fn load(result: Outcome) -> LazyFuture<AnyView> {
    Box::pin(async move {
        until("a result", || result.get_untracked().is_some()).await;
        result.get_untracked().unwrap().map(|()| contents())
    })
}

/// A view whose code is there when the result is.
fn lazy_view(result: Outcome) -> Mounted {
    Mounted::new(move || view! { <LazyView load=move |()| load(result) /> })
}

#[wasm_bindgen_test]
fn what_is_there_is_shown_at_once() {
    let page = Mounted::new(|| {
        let load = |()| -> LazyFuture<AnyView> { Box::pin(std::future::ready(Ok(contents()))) };
        view! { <LazyView load /> }
    });
    page.role("button", "Contents");
    assert_eq!(page.text(), "Contents");
}

#[wasm_bindgen_test]
async fn it_says_that_it_is_loading() {
    let result = RwSignal::new(None);
    let page = lazy_view(result);
    let status = page.select("[role=status]").remove(0);
    assert_eq!(status.text_content().unwrap(), "");
    until("a message", || status.text_content().unwrap() == "Loading…").await;
    result.set(Some(Ok(())));
    page.until_role("button", "Contents").await;
    until("the end of the message", || page.text() == "Contents").await;
}

#[wasm_bindgen_test]
async fn what_failed_can_be_tried_again_until_it_works() {
    let result = RwSignal::new(Some(Err(LoadError)));
    let page = lazy_view(result);
    let alert = "This part of the page could not be loaded";
    for _ in 0..2 {
        page.until_role("button", "Try again").await;
        assert!(
            page.roles("alert")[0]
                .text_content()
                .unwrap()
                .contains(alert)
        );
        result.set(None);
        page.click("button", "Try again");
        page.until_text("Loading…").await;
        page.until_gone("button", "Try again").await;
        result.set(Some(Err(LoadError)));
    }
    page.until_role("button", "Try again").await;
    result.set(Some(Ok(())));
    page.click("button", "Try again");
    page.until_role("button", "Contents").await;
    page.until_gone("button", "Try again").await;
}

/// A download that stalls hides nothing that is there already.
#[wasm_bindgen_test]
async fn a_fallback_is_there_until_the_view_is() {
    let result = RwSignal::new(None);
    let page = Mounted::new(move || {
        let fallback = LazyFallback {
            loading: "Still loading.",
            view: ViewFn::from(|| view! { <button>"Fallback"</button> }),
        };
        view! { <LazyView load=move |()| load(result) fallback /> }
    });
    assert_eq!(page.text(), "");
    page.until_role("button", "Fallback").await;
    assert!(page.text().contains("Still loading."));
    result.set(Some(Err(LoadError)));
    page.until_role("button", "Try again").await;
    page.role("button", "Fallback");
    result.set(None);
    page.click("button", "Try again");
    page.until_gone("button", "Try again").await;
    page.role("button", "Fallback");
    result.set(Some(Ok(())));
    page.until_role("button", "Contents").await;
    page.until_gone("button", "Fallback").await;
}
