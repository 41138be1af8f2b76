//! The worker's program, which makes files of results: its own wasm, loaded when a file is first asked for.
//! Owns: what the worker's script (`export.js`) calls. Refuses: everything else; `clipcart::export` does it.

use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Makes the file that `job` asks for of some answers' `bodies`; `progress` hears how many of a hundred parts
/// are done.
///
/// # Errors
/// Says in English what went wrong.
#[wasm_bindgen]
pub fn make(job: &str, bodies: Vec<String>, progress: &Function) -> Result<Vec<u8>, String> {
    clipcart::export::make(job, &bodies, &mut |percent| {
        let _ = progress.call1(&JsValue::UNDEFINED, &percent.into());
    })
}

/// Nothing starts by itself.
fn main() {}
