//! The texts and formats of the language in use. The page is drawn anew for another language.

use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::filter::NO_REGION;
use crate::domain::metrics::Metric;
use crate::i18n::{Language, Texts};
use crate::platform::formats::Formats;
use crate::platform::page;

/// Texts and formats of one language.
#[derive(Clone, Copy)]
pub struct Locale {
    pub language: Language,
    pub texts: &'static Texts,
    formats: StoredValue<Rc<Formats>, LocalStorage>,
}

impl Locale {
    pub fn new(language: Language) -> Self {
        let tag = language.formats_tag(page::languages());
        Self {
            language,
            texts: language.texts(),
            formats: StoredValue::new_local(Rc::new(Formats::new(&tag))),
        }
    }

    pub fn formats(self) -> Rc<Formats> {
        self.formats.get_value()
    }

    /// A metric with all its digits and its unit: `33,635,675 views`.
    pub fn exact(self, metric: Metric, value: Option<f64>) -> String {
        let number = self.formats().metric_exactly(metric, value);
        let [one, many] = (self.texts.metric)(metric).unit;
        let unit = if value == Some(1.0) { one } else { many };
        match value {
            Some(_) if !unit.is_empty() => format!("{number} {unit}"),
            _ => number,
        }
    }

    /// A region by its code: `Malaysia (MY)`.
    pub fn region(self, code: &str) -> String {
        if code == NO_REGION {
            return self.texts.common.region_unknown.to_owned();
        }
        match self.formats().region(code) {
            Some(name) => (self.texts.common.region)(&name, code),
            None => code.to_owned(),
        }
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
