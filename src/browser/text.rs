//! Owns: texts as a reader takes them for the same: case and width aside, by the browser's own tables,
//! which the program then need not bring along. Refuses: languages' own rules, which would make one link
//! find different things for different readers.

use js_sys::JsString;

/// The text in lower case, full-width letters and other compatible forms as plain ones.
pub fn folded(text: &str) -> String {
    // ASCII is most of it, and a call into the browser costs more than all its letters.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let text = JsString::from(text).normalize("NFKC");
    text.to_lower_case().into()
}

/// A number in plain digits, with up to six after the point.
pub fn decimal(value: f64) -> String {
    js_sys::Number::from(value)
        .to_fixed(6)
        .map(String::from)
        .unwrap_or_default()
}
