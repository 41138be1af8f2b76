//! Owns: which keys were held with an event. Refuses: what they mean.

use js_sys::Reflect;
use web_sys::Event;

/// Whether a key was held: `ctrlKey`, `metaKey`, `shiftKey` or `altKey`.
pub fn is_held(event: &Event, key: &str) -> bool {
    Reflect::get(event, &key.into()).is_ok_and(|held| held.is_truthy())
}
