//! The desk's program: table, charts, comparison, filter and export of a result, in a wasm of its own that
//! is loaded when one of them is first wanted.
//! Owns: what its script (`desk.js`) calls. Refuses: everything else; `clipcart::app::desk` does it.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Shows pages of results, as they came, in a place of the page's, in the language of this tag.
#[wasm_bindgen]
pub fn show(place: HtmlElement, language: &str, pages: &Array) {
    clipcart::app::desk::show(place, language, pages);
}

fn main() {
    clipcart::app::desk::start();
}
