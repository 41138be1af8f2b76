//! Owns: going from article to article in the order of the page. Refuses: knowing what they are about;
//! each goes by its `id`.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

const ARTICLES: &str = "article[id]";

/// The article that the focus is in.
pub fn focused() -> Option<String> {
    let focused = document()?.active_element()?;
    Some(focused.closest(ARTICLES).ok()??.id())
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
