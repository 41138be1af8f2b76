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

/// The text that is pasted.
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// The text that a text area would have after a paste, which replaces what is selected. The text area does not get it.
pub fn with_pasted(event: &ClipboardEvent, pasted: &str) -> Option<String> {
    let textarea: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
    // Positions in a text area count UTF-16 units.
    let value: Vec<u16> = textarea.value().encode_utf16().collect();
    let start = textarea.selection_start().ok()??;
    let end = textarea.selection_end().ok()??;
    let before = value.get(..start as usize)?;
    let after = value.get(end as usize..)?;
    let text = |units: &[u16]| String::from_utf16_lossy(units);
    Some(text(before) + pasted + &text(after))
}

fn text_of(input: &HtmlInputElement) -> Option<String> {
    (!input.validity().bad_input()).then(|| input.value())
}
