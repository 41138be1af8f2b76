//! Owns: handing the reader a file. Refuses: asking where to put it, which is the browser's business.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Gives the reader a file of this type with these contents: a text, or bytes as a typed array or a
/// blob. Whether it could be offered; what becomes of it then, no page is told.
pub fn save(name: &str, mime: &str, contents: &JsValue) -> bool {
    offer(name, mime, contents).is_some()
}

fn offer(name: &str, mime: &str, contents: &JsValue) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_blob_sequence_and_options(&Array::of1(contents), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file by then; until then the address has to stand.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
