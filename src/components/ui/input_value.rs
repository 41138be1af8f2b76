//! The text of an input that follows a signal.

use leptos::html;
use leptos::prelude::*;

/// Writes the text into the input where that holds another one. `prop:value` would also write what has just been typed,
/// which ends the composing of an input method.
pub fn follow_value(input: NodeRef<html::Input>, text: impl Into<Signal<String>>) {
    let text = text.into();
    Effect::new(move || {
        let text = text.get();
        if let Some(input) = input.get()
            && input.value() != text
        {
            input.set_value(&text);
        }
    });
}
