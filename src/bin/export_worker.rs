//! The worker that makes and reads files: a program of its own that the page loads with the first one. This is what its
//! script, `export_worker.js`, calls.

use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Builds a file. See [`clipcart::export::build_file`]; `on_progress` is called with the percentage that is done.
///
/// # Errors
/// An English message for the console.
#[wasm_bindgen]
pub fn build_file(
    request: &str,
    bodies: Vec<String>,
    on_progress: &Function,
) -> Result<Vec<u8>, String> {
    let mut progress = |percent: u32| {
        // A report that fails changes nothing about the file.
        let _ = on_progress.call1(&JsValue::UNDEFINED, &percent.into());
    };
    clipcart::export::build_file(request, &bodies, &mut progress).map_err(|error| error.to_string())
}

/// Reads a file. See [`clipcart::import::read_file`].
///
/// # Errors
/// An English message for the console.
#[wasm_bindgen]
pub fn read_file(request: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
    clipcart::import::read_file(request, bytes).map_err(|error| error.to_string())
}

/// The script starts everything.
fn main() {}
