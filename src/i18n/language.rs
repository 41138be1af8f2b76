//! The languages there are, and the texts of each.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::en::EN;
use super::texts::Texts;
use super::zh::ZH;

/// A language of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, EnumString, IntoStaticStr, VariantArray)]
#[strum(ascii_case_insensitive)]
pub enum Language {
    #[strum(serialize = "en")]
    English,
    #[strum(serialize = "zh")]
    Chinese,
}

impl Language {
    /// The first of the browser's preferred languages that the page has, or English.
    pub fn preferred(tags: impl IntoIterator<Item = String>) -> Self {
        tags.into_iter()
            .find_map(|tag| Self::from_tag(&tag))
            .unwrap_or(Self::English)
    }

    /// By the language part of a tag such as `zh-CN`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        tag.split(['-', '_']).next()?.parse().ok()
    }

    /// For the `lang` attribute and `Intl`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// As it is stored; `boot.js` reads the same.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
        }
    }

    pub fn texts(self) -> &'static Texts {
        match self {
            Self::English => &EN,
            Self::Chinese => &ZH,
        }
    }
}
