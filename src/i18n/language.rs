//! Owns: the languages there are, and the texts of each. Refuses: choosing one.

use super::{AnalysisTexts, ChartTexts, DeveloperTexts, EN, ExportTexts, HelpTexts, Texts, ZH};

/// The languages there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    English,
    Chinese,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The first of the browser's wishes that is one of ours, or English.
    pub fn wished(tags: impl IntoIterator<Item = String>) -> Self {
        tags.into_iter()
            .find_map(|tag| Self::from_tag(&tag))
            .unwrap_or(Self::English)
    }

    /// By the language part of a tag such as `zh-CN`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    /// For the `lang` attribute and `Intl`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// For the store; `boot.js` reads the same.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
        }
    }

    /// The analysis's texts, which are not among the others: the page's own program would bring them along.
    pub fn analysis(self) -> &'static AnalysisTexts {
        match self {
            Self::English => &super::analysis::EN,
            Self::Chinese => &super::analysis::ZH,
        }
    }

    /// The charts' texts.
    pub fn charts(self) -> &'static ChartTexts {
        match self {
            Self::English => &super::charts::EN,
            Self::Chinese => &super::charts::ZH,
        }
    }

    /// The texts of export.
    pub fn export(self) -> &'static ExportTexts {
        match self {
            Self::English => &super::export::EN,
            Self::Chinese => &super::export::ZH,
        }
    }

    /// The texts for developers, kept apart for the same reason.
    pub fn developer(self) -> &'static DeveloperTexts {
        match self {
            Self::English => &super::developer::EN,
            Self::Chinese => &super::developer::ZH,
        }
    }

    /// Help's, likewise.
    pub fn help(self) -> &'static HelpTexts {
        match self {
            Self::English => &super::help::EN,
            Self::Chinese => &super::help::ZH,
        }
    }

    pub fn texts(self) -> &'static Texts {
        match self {
            Self::English => &EN,
            Self::Chinese => &ZH,
        }
    }
}
