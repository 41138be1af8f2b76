//! Owns: going from article to article in the order of the page. Refuses: knowing what they are about;
//! each goes by its `id`.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

const ARTICLES: &str = "article[id]";

/// The article that the focus is in.
pub fn focused() -> Option<String> {
    Some(around_focus()?.id())
}

/// Moves the focus to the article with this id, if it is there and nothing else has the focus but a box
/// around, as after a redrawing.
pub fn focus(id: &str) -> Option<()> {
    let document = document()?;
    let article = document.get_element_by_id(id)?;
    let focused = document.active_element()?;
    let is_around = focused.contains(Some(&article));
    let article: HtmlElement = article.dyn_into().ok().filter(|_| is_around)?;
    article.focus().ok()
}

/// Presses the one button of some kinds in the article that the focus is in. Gives what a button that
/// cannot be pressed says of that.
pub fn press(kinds: &str) -> Option<String> {
    let button = around_focus()?.query_selector(kinds).ok()??;
    let button: HtmlElement = button.dyn_into().ok()?;
    button.click();
    match button.has_attribute("disabled") {
        true => Some(button.title()),
        false => Some(String::new()),
    }
}

fn around_focus() -> Option<Element> {
    document()?.active_element()?.closest(ARTICLES).ok()?
}

/// Moves the focus to the article after `from`, or before it; to the first where there is no such one.
/// Gives the one that has it then: at the end that is the same one. Nothing without articles.
pub fn step(from: Option<&str>, back: bool) -> Option<String> {
    let all = document()?.query_selector_all(ARTICLES).ok()?;
    let article = |index: u32| all.get(index)?.dyn_into::<HtmlElement>().ok();
    let is_it = |index: &u32| article(*index).is_some_and(|it| from == Some(&it.id()));
    let index = match ((0..all.length()).find(is_it), back) {
        (None, _) => 0,
        (Some(index), true) => index.saturating_sub(1),
        (Some(index), false) => (index + 1).min(all.length() - 1),
    };
    let article = article(index)?;
    // Browsers scroll to what gets the focus.
    let _ = article.focus();
    Some(article.id())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
