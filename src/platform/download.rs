//! Saves a file through the browser's downloads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to read the file, in milliseconds.
const READ_TIME: u32 = 60_000;

/// Offers the user a file with these bytes. Whether the browser was asked to save it: a page does not learn more.
pub fn save_bytes(name: &str, mime: &str, bytes: &Uint8Array) -> bool {
    blob(mime, bytes).is_some_and(|blob| save_blob(name, &blob))
}

/// The same for a text.
pub fn save_text(name: &str, mime: &str, text: &str) -> bool {
    blob(mime, &text.into()).is_some_and(|blob| save_blob(name, &blob))
}

/// The same for a blob, which has a type of its own.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    save(name, blob).is_some()
}

fn blob(mime: &str, contents: &JsValue) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_blob_sequence_and_options(&Array::of1(contents), &options).ok()
}

fn save(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo_timers::callback::Timeout::new(READ_TIME, move || {
        // An URL that cannot be revoked is freed with the page.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
