//! The ids field: what it says while it is typed into.

use clipcart::components::search::ids_field::IdsField;
use clipcart::domain::deployment::Deployment;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::platform::boot::BootFormState;
use clipcart::state::form::Form;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use crate::mounted::{Mounted, send};
use crate::until;

fn ids_field() -> Mounted {
    Mounted::new(|| {
        let url = ParsedUrl::default();
        let settings = Settings::restore(Deployment::default());
        provide_context(settings);
        provide_context(Search::new(settings, ViewState::from_url(), &url));
        provide_context(Form::new(&url, &BootFormState::default()));
        view! { <IdsField on_submit=|()| () /> }
    })
}

/// What is seen follows each letter. A screen reader would be interrupted by that.
#[wasm_bindgen_test]
async fn what_was_recognized_is_said_once_typing_rests() {
    let page = ids_field();
    let field: HtmlTextAreaElement = page.role("textbox", "Video IDs or links").unchecked_into();
    let said = || page.select("[aria-live]").remove(0).text_content().unwrap();
    let id = "7521783049722285367";
    for end in 1..=id.len() {
        field.set_value(&id[..end]);
        send(&field, "input");
        leptos::task::tick().await;
        let seen = match end {
            1..19 => "1 item not recognized",
            _ => "1 ID recognized",
        };
        assert!(page.text().contains(seen), "{}", page.text());
        assert_eq!(said(), "");
    }
    until("the words", || !said().is_empty()).await;
    assert_eq!(said(), "1 ID recognized");
}
