//! Calls of `Intl`, none of which can fail for its callers.

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is shown for an unknown number.
pub const UNKNOWN: &str = "—";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    pub type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    pub fn new(locales: &Array, options: &Object) -> DisplayNames;

    /// Throws for what is not a code.
    #[wasm_bindgen(method, catch)]
    pub fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}

/// A formatted number.
pub fn call(format: &Function, value: Option<f64>) -> String {
    match value {
        Some(value) => text(format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(value))),
        None => UNKNOWN.to_owned(),
    }
}

/// A formatted moment, given in Unix seconds.
pub fn moment(format: &Function, seconds: u64) -> String {
    let date = Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    text(format.call1(&JsValue::UNDEFINED, &date))
}

fn text(result: Result<JsValue, JsValue>) -> String {
    result
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_else(|| UNKNOWN.to_owned())
}

/// The options of a formatter.
pub fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // A digit string does for a number: `Intl` converts it.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}
