//! Owns: the texts and formats of the language in use, for everything that is shown.
//! Refuses: changing language in place; the page is drawn anew for another one.

use std::rc::Rc;

use leptos::prelude::*;

use crate::platform::locale::Formats;
use crate::i18n::{
    ChartTexts, AnalysisTexts, DeveloperTexts, ExportTexts, HelpTexts, Language, Texts,
};

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

    /// The analysis's texts.
    pub fn analysis(self) -> &'static AnalysisTexts {
        self.language.analysis()
    }

    /// The charts' texts.
    pub fn charts(self) -> &'static ChartTexts {
        self.language.charts()
    }

    /// The texts of export.
    pub fn export(self) -> &'static ExportTexts {
        self.language.export()
    }

    /// The texts for developers.
    pub fn developer(self) -> &'static DeveloperTexts {
        self.language.developer()
    }

    /// Help's texts.
    pub fn help(self) -> &'static HelpTexts {
        self.language.help()
    }

    pub fn formats(self) -> Rc<Formats> {
        self.formats.get_value()
    }
}

/// The locale of the page around.
pub fn locale() -> Locale {
    use_context().unwrap_or_else(|| Locale::new(Language::English))
}

/// The texts of the page around.
pub fn texts() -> &'static Texts {
    locale().texts
}
