//! The page's address through the History API. What it means is read elsewhere: `domain::query::url`, `domain::view::url`.

use wasm_bindgen::JsValue;

/// The query string with its `?`, or nothing. Links copied from HTML have `&amp;` for `&`.
pub fn search() -> String {
    let search = location().and_then(|location| location.search().ok());
    search.unwrap_or_default().replace("&amp;", "&")
}

/// The absolute address of this page with another query string (with its `?`, or empty).
pub fn absolute(search: &str) -> String {
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location()
            .and_then(|location| read(&location).ok())
            .unwrap_or_default()
    };
    [
        part(web_sys::Location::origin),
        part(web_sys::Location::pathname),
        search.to_owned(),
    ]
    .concat()
}

/// An address as a request from this page takes it: whole, whatever it leaves out.
pub fn resolved(address: &str) -> String {
    let base = web_sys::window().and_then(|window| window.document()?.base_uri().ok()?);
    match web_sys::Url::new_with_base(address, &base.unwrap_or_default()) {
        Ok(url) => url.href(),
        Err(_) => address.to_owned(),
    }
}

/// Puts a query string into the address as a new history entry.
pub fn push(search: &str) {
    // A refused change leaves the old address; the page itself still shows the new query.
    let _ = history()
        .map(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&absolute(search))));
}

/// Puts a query string into the address in place of the current one.
pub fn replace(search: &str) {
    let _ = history()
        .map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&absolute(search))));
}

/// Loads the page anew.
pub fn reload() {
    let _ = location().map(|location| location.reload());
}

fn location() -> Option<web_sys::Location> {
    web_sys::window().map(|window| window.location())
}

fn history() -> Option<web_sys::History> {
    web_sys::window().and_then(|window| window.history().ok())
}
