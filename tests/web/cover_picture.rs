//! A cover that is refused, and one that is not there.

use clipcart::components::ui::cover_picture::{CoverPicture, Placeholder};
use clipcart::domain::videos::links::MediaUrl;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, send};
use crate::until;

fn picture(url: Option<&'static str>) -> Mounted {
    Mounted::new(move || {
        let placeholder = Placeholder {
            text: "A caption".to_owned(),
            note: "Malaysia (MY)".to_owned(),
            seed: 7,
        };
        view! { <CoverPicture url=url.and_then(MediaUrl::https) placeholder /> }
    })
}

#[wasm_bindgen_test]
async fn a_placeholder_takes_the_place_of_a_refused_cover() {
    let page = picture(Some("https://covers.example/1.jpg"));
    let image = page.select("img").remove(0);
    let attributes = [
        ("alt", ""),
        ("width", "180"),
        ("height", "320"),
        ("loading", "lazy"),
        ("decoding", "async"),
        ("referrerpolicy", "no-referrer"),
    ];
    for (name, value) in attributes {
        assert_eq!(image.get_attribute(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(page.text(), "");
    send(&image, "error");
    until("the placeholder", || {
        page.text() == "A captionMalaysia (MY)"
    })
    .await;
    assert!(page.select("img").is_empty());
}

#[wasm_bindgen_test]
fn a_missing_cover_has_a_placeholder() {
    let page = picture(None);
    assert_eq!(page.text(), "A captionMalaysia (MY)");
}
