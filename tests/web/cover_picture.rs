//! A cover that is refused, and one that is not there.

use clipcart::components::ui::cover_picture::CoverPicture;
use clipcart::domain::videos::links::MediaUrl;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement};

use crate::{document, until};

#[wasm_bindgen_test]
async fn a_text_takes_the_place_of_a_refused_cover() {
    let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&host).unwrap();
    let url = MediaUrl::https("https://covers.example/1.jpg");
    assert!(url.is_some());
    let _view = mount_to(host.clone(), move || {
        view! { <CoverPicture url missing="No cover" /> }
    });
    let picture = host.query_selector("img").unwrap().unwrap();
    assert_eq!(picture.get_attribute("alt").as_deref(), Some(""));
    picture
        .dispatch_event(&Event::new("error").unwrap())
        .unwrap();
    until("the text", || {
        host.text_content().as_deref() == Some("No cover")
    })
    .await;
    host.remove();
}

#[wasm_bindgen_test]
fn a_missing_cover_says_so() {
    let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let _view = mount_to(host.clone(), || {
        view! { <CoverPicture url=None missing="No cover" /> }
    });
    assert_eq!(host.text_content().as_deref(), Some("No cover"));
}
