//! What the browser does for texts, so that the wasm needs no tables for it: case and full-width forms made equal for a
//! search, and numbers parsed. Independent of the language, so that a link finds the same for each reader.

use js_sys::{JsString, Number};

/// The text in lower case, full-width letters and other compatible forms as plain ones.
pub fn normalize_text(text: &str) -> String {
    // ASCII is most of it, and a call into the browser costs more than all its letters.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let text = JsString::from(text).normalize("NFKC");
    text.to_lower_case().into()
}

/// A number as its shortest text that reads back as the same, without the reader's own marks.
pub fn number(value: f64) -> String {
    Number::from(value)
        .to_string_with_radix(10)
        .map(String::from)
        .unwrap_or_default()
}
