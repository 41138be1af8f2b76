//! A field whose text is the user's: other changes of its value write it only where they mean something else.

use std::str::FromStr;

use leptos::ev::Event;
use leptos::prelude::*;

use crate::platform::field;

/// What a field holds, as it is typed.
#[derive(Clone, Copy)]
pub struct Typed {
    /// `None` if the browser cannot read it, such as half a date.
    text: RwSignal<Option<String>>,
    /// Notifies when something else than typing has changed the text.
    pub written: Trigger,
}

/// A text that does not mean a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unreadable;

impl Typed {
    pub fn new() -> Self {
        Self {
            text: RwSignal::new(Some(String::new())),
            written: Trigger::new(),
        }
    }

    /// The value that the text means; none if it is empty.
    pub fn value<T: FromStr>(self) -> Result<Option<T>, Unreadable> {
        self.text.with(|text| match text.as_deref().map(str::trim) {
            None => Err(Unreadable),
            Some("") => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| Unreadable),
        })
    }

    /// The text to write into the field.
    pub fn text(self) -> String {
        self.text.get_untracked().unwrap_or_default()
    }

    /// Takes what was typed.
    pub fn input(self, event: &Event) {
        self.text.set(field::typed_text(event));
    }

    /// Shows a value, unless what is typed means the same.
    pub fn show<T: FromStr + ToString + PartialEq>(self, value: Option<T>) {
        if untrack(|| self.value()).as_ref() != Ok(&value) {
            let text = value.map_or(String::new(), |value| value.to_string());
            self.text.set(Some(text));
            self.written.notify();
        }
    }
}

impl Default for Typed {
    fn default() -> Self {
        Self::new()
    }
}
