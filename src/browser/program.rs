//! Owns: loading the site's second program, the desk's, and calling it. Refuses: a script that is not as it
//! was published, and knowing what is shown there.
//!
//! Its script tells a window event that it is there, and brings the function that shows a result.

use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, Event};

/// What the desk's script calls its event.
const EVENT: &str = "clipcart-desk";

/// The desk's program: a function that shows a result in a place.
#[derive(Clone)]
pub struct Program(Function);

impl Program {
    /// Shows pages of results, as they came, in the language of this tag; none of them end what is shown.
    pub fn show(&self, place: &Element, language: &str, pages: &Array) {
        let language = JsValue::from_str(language);
        if let Err(problem) = self.0.call3(&JsValue::UNDEFINED, place, &language, pages) {
            web_sys::console::error_1(&problem);
        }
    }
}

/// Loads it; `done` hears of its end once, with nothing if it could not be had. Each `attempt` has a number
/// of its own: a browser runs the script of one address once only, and may remember that it failed.
pub fn load(attempt: u32, done: impl FnOnce(Option<Program>) + 'static) {
    if let Err(done) = try_to_load(attempt, Box::new(done)) {
        done(None);
    }
}

type Done = Box<dyn FnOnce(Option<Program>)>;

fn try_to_load(attempt: u32, done: Done) -> Result<(), Done> {
    let Some((window, document)) = web_sys::window().and_then(|window| {
        let document = window.document()?;
        Some((window, document))
    }) else {
        return Err(done);
    };
    let named = document.query_selector("script[data-desk]").ok().flatten();
    let Some((tag, script)) = named.zip(document.create_element("script").ok()) else {
        return Err(done);
    };
    let attribute = |name: &str| tag.get_attribute(name).unwrap_or_default();
    let source = match attempt {
        0 => attribute("data-desk"),
        _ => [&attribute("data-desk"), "?", &attempt.to_string()].concat(),
    };
    for (name, value) in [
        ("type", "module"),
        ("src", &source),
        ("integrity", &attribute("data-desk-integrity")),
    ] {
        let _ = script.set_attribute(name, value);
    }
    let mut done = Some(done);
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        if let Some(done) = done.take() {
            done(detail.and_then(|show| show.dyn_into().ok()).map(Program));
        }
    });
    // The script's own failure and the program's come the same way, and a later attempt's come here as well:
    // only the first is heard, and the listener stays.
    let heard = heard.into_js_value();
    let heard = heard.unchecked_ref();
    let _ = script.add_event_listener_with_callback("error", heard);
    let _ = window.add_event_listener_with_callback(EVENT, heard);
    let _ = document.head().map(|head| head.append_child(&script));
    Ok(())
}
