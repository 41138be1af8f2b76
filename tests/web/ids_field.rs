//! The ids field: what it says while it is typed into.

use std::sync::{Arc, Mutex};

use clipcart::components::search::ids_field::IdsField;
use clipcart::domain::deployment::Deployment;
use clipcart::domain::ids::short_link::{LinkFailure, ShortLink};
use clipcart::domain::query::form::Field;
use clipcart::domain::query::url::ParsedUrl;
use clipcart::platform::boot::BootFormState;
use clipcart::state::clock;
use clipcart::state::form::Form;
use clipcart::state::search::Search;
use clipcart::state::settings::Settings;
use clipcart::state::view_state::ViewState;
use clipcart::storage::companions::{Kind, put_all};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ClipboardEvent, ClipboardEventInit, DataTransfer, HtmlTextAreaElement};

use crate::mounted::{Mounted, send};
use crate::storage::fresh::opened;
use crate::until;

fn ids_field() -> Mounted {
    field_and_form().0
}

fn field_and_form() -> (Mounted, Form) {
    field_of(Deployment::default(), "")
}

/// The field of a deployment at an address.
fn field_of(deployment: Deployment, address: &'static str) -> (Mounted, Form) {
    let form = Arc::new(Mutex::new(None));
    let provided = form.clone();
    let page = Mounted::new(move || {
        let url = ParsedUrl::read(address, clock::now());
        let settings = Settings::restore(deployment.clone());
        provide_context(settings);
        provide_context(Search::new(settings, ViewState::from_url(), &url));
        let form = Form::new(settings, &url, &BootFormState::default());
        provide_context(form);
        *provided.lock().unwrap() = Some(form);
        view! { <IdsField on_submit=|()| () /> }
    });
    let form = form.lock().unwrap().take().unwrap();
    (page, form)
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

/// Pastes a text, and returns whether the field leaves that to the browser.
fn paste(field: &HtmlTextAreaElement, text: &str) -> bool {
    let data = DataTransfer::new().unwrap();
    data.set_data("text/plain", text).unwrap();
    let init = ClipboardEventInit::new();
    init.set_clipboard_data(Some(&data));
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = ClipboardEvent::new_with_event_init_dict("paste", &init).unwrap();
    field.dispatch_event(&event).unwrap()
}

/// Browsers lay out a text area whole, also the lines that are out of view.
#[wasm_bindgen_test]
async fn of_a_long_paste_the_beginning_is_shown() {
    let page = ids_field();
    let field: HtmlTextAreaElement = page.role("textbox", "Video IDs or links").unchecked_into();
    assert!(paste(&field, "7521783049722285367"));
    field.set_value("before\nselected\nafter");
    field.set_selection_range(7, 15).unwrap();
    let ids = (1..=1_200).map(|n| (7_521_783_049_722_280_007_u64 + n * 10).to_string());
    let ids = ids.collect::<Vec<_>>().join("\n");
    assert!(!paste(&field, &ids));
    page.until_text("Only the beginning of the text is shown.")
        .await;
    page.until_text("1,200 IDs recognized").await;
    assert!(field.read_only());
    let shown = field.value();
    assert!(
        shown.starts_with("before\n7521783049722280017\n"),
        "{shown}"
    );
    assert!(shown.ends_with("\n…") && shown.len() < 2_100, "{shown}");
    assert!(
        paste(&field, &ids),
        "nothing is pasted into a part of a text"
    );

    page.click("button", "Edit all");
    let whole = format!("before\n{ids}\nafter");
    until("the whole text", || field.value() == whole).await;
    assert!(!field.read_only());
    until("the focus", || field.matches(":focus").unwrap()).await;
    page.until_text("1,200 IDs recognized").await;

    assert!(!paste(&field, &ids));
    until("the beginning", || field.read_only()).await;
    page.click("button", "Clear");
    until("an empty field", || field.value().is_empty()).await;
    assert!(!field.read_only());
    until("nothing", || !page.text().contains("recognized")).await;
}

#[wasm_bindgen_test]
async fn a_short_link_says_how_far_it_is() {
    let (page, form) = field_of(Deployment::default(), "");
    form.input(Field::Ids, "https://vm.tiktok.com/ZMaBc/".to_owned());
    page.until_text("A proxy can (Settings → Data source)")
        .await;
    assert!(page.all("button", "Resolve short links").is_empty());
    drop(page);

    let (page, form) = field_of(proxy(), "");
    let links = form.links;
    let (known, unknown) = ("vm.tiktok.com/ZMaBc", "vt.tiktok.com/ZSdEf");
    form.input(Field::Ids, format!("https://{known}/ https://{unknown}/ x"));
    // While they are resolved they are no faults.
    let only_x = "1 item not recognized";
    page.until_text(&format!("{only_x}Resolving short links: 0 of 2"))
        .await;
    let rejected = || page.select(".report__rejected li");
    assert_eq!(rejected().len(), 1);
    assert!(page.all("button", "Resolve short links").is_empty());
    links.progress.set(Some((1, 2)));
    page.until_text("Resolving short links: 1 of 2").await;
    assert_eq!(rejected().len(), 1);

    let link = |text| ShortLink::in_token(text).unwrap();
    let id = "7521783049722285367".parse().unwrap();
    links.results.update(|results| {
        results.videos.insert(link(known), id);
        results.failures.insert(link(unknown), LinkFailure::NoVideo);
    });
    links.progress.set(None);
    page.until_text("7521783049722285367 from vm.tiktok.com/ZMaBc")
        .await;
    page.until_text("1 ID recognized").await;
    page.until_text("TikTok doesn't know it").await;
    page.until_role("button", "Try again").await;
    assert!(page.text().contains("2 items not recognized"));
    assert_eq!(rejected().len(), 2);
}

fn proxy() -> Deployment {
    Deployment::from_json(r#"{"api": {"mode": "proxy"}}"#).unwrap()
}

/// The links of an address, and of one that Back leads to, are taken from what is known. Nobody is asked.
#[wasm_bindgen_test]
async fn an_address_has_the_videos_of_the_links_that_are_stored() {
    let _fresh = opened().await;
    let id = "7521783049722285367";
    let stored = ("vm.tiktok.com/ZMaBc".to_owned(), id.to_owned());
    put_all(Kind::Links, &[stored]).await;
    for (deployment, open) in [
        (proxy(), "Short link: not resolved yet."),
        (Deployment::default(), "Short link: it has no ID"),
    ] {
        let address = "?video_ids=https://vm.tiktok.com/ZMaBc,https://vt.tiktok.com/ZSdEf";
        let (page, form) = field_of(deployment, address);
        let links = form.links;
        let asked = RwSignal::new(false);
        // As the page does, once it has loaded the code.
        Effect::new(move || {
            links.due.track();
            links.resolve();
            asked.update(|asked| *asked |= links.progress.get().is_some());
        });
        form.resolve_links();
        page.until_text(&format!("{id} from vm.tiktok.com/ZMaBc"))
            .await;
        page.until_text("1 ID recognized").await;
        page.until_text(open).await;
        assert!(!page.text().contains("vm.tiktok.com/ZMaBc Short link"));
        assert!(!asked.get_untracked());
    }
}

#[wasm_bindgen_test]
async fn a_search_waits_until_the_links_are_done_or_something_is_typed() {
    let (_page, form) = field_of(proxy(), "");
    let links = form.links;
    let searches = RwSignal::new(0);
    let search = move || links.when_done(Callback::new(move |()| searches.update(|it| *it += 1)));
    search();
    assert_eq!(searches.get_untracked(), 1);
    assert!(!links.is_search_waiting.get_untracked());

    links.progress.set(Some((0, 1)));
    search();
    assert!(links.is_search_waiting.get_untracked());
    form.input(Field::Ids, "other".to_owned());
    assert!(!links.is_search_waiting.get_untracked());

    search();
    links.progress.set(Some((1, 1)));
    links.fail();
    assert_eq!(searches.get_untracked(), 2);
    assert!(!links.is_search_waiting.get_untracked());
}
