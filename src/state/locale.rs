//! The texts and formats of the language in use. The page is drawn anew for another language.

use std::rc::Rc;

use leptos::prelude::*;

use crate::i18n::{Language, Texts};
use crate::platform::formats::Formats;

/// Texts and formats of one language.
#[derive(Clone, Copy)]
pub struct Locale {
    pub language: Language,
    pub texts: &'static Texts,
    formats: StoredValue<Rc<Formats>, LocalStorage>,
}

impl Locale {
    pub fn new(language: Language) -> Self {
        Self {
            language,
            texts: language.texts(),
            formats: StoredValue::new_local(Rc::new(Formats::new(language.tag()))),
        }
    }

    pub fn formats(self) -> Rc<Formats> {
        self.formats.get_value()
    }
}

/// The language that the page is drawn in.
pub fn use_locale() -> Locale {
    expect_context()
}

/// The texts of the language that the page is drawn in.
pub fn use_texts() -> &'static Texts {
    use_locale().texts
}
