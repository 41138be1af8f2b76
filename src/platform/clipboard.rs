//! Copies text to the clipboard. `leptos_use::use_clipboard` does not report a refusal, which the page shows.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Whether the text is on the clipboard now. Pages without a secure origin have no clipboard.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    // web-sys takes it for granted; on an insecure origin it is `undefined`.
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
