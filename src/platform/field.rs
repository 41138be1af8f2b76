//! What is typed into an input, also where the browser gives no text for it.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlInputElement, HtmlTextAreaElement};

/// The text in place of what a number field does not tell, such as "1e". It reads as no number.
const NOT_A_NUMBER: &str = "NaN";

/// The text of the input that an event is about. `None` if the browser cannot read it, such as half a date.
pub fn typed_text(event: &Event) -> Option<String> {
    text_of(&event.target()?.dyn_into().ok()?)
}

/// The text of the number field that an event is about.
pub fn typed_number(event: &Event) -> String {
    typed_text(event).unwrap_or_else(|| NOT_A_NUMBER.to_owned())
}

/// The text of a number field.
pub fn number_of(input: &HtmlInputElement) -> String {
    text_of(input).unwrap_or_else(|| NOT_A_NUMBER.to_owned())
}

/// The text that a text area has after a paste, if the pasted text is such that the caller puts it there itself. What was
/// selected is replaced.
pub fn pasted_into(event: &ClipboardEvent, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let textarea: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    if !is_taken(&text) {
        return None;
    }
    textarea.set_range_text(&text).ok()?;
    Some(textarea.value())
}

fn text_of(input: &HtmlInputElement) -> Option<String> {
    (!input.validity().bad_input()).then(|| input.value())
}
