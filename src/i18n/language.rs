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

    /// For `Intl`, as the reader writes numbers and dates: with the first region that the browser's preferred languages
    /// give this language, or any language: `en-GB`, or `en-PH` for a reader of `fil-PH`.
    pub fn formats_tag(self, tags: impl IntoIterator<Item = String>) -> String {
        let tags: Vec<String> = tags.into_iter().collect();
        let own = tags.iter().filter(|tag| Self::from_tag(tag) == Some(self));
        match own.chain(&tags).find_map(|tag| region(tag)) {
            Some(region) => format!("{}-{region}", self.tag()),
            None => self.tag().to_owned(),
        }
    }

    /// For a product's page in TikTok's shop. Only `en` is documented; `zh-CN` is inferred from it.
    pub fn shop_locale(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
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

/// The region in a language tag. Extensions, which a part of one letter starts, have none.
fn region(tag: &str) -> Option<String> {
    let parts = tag.split(['-', '_']).skip(1);
    let mut parts = parts.take_while(|part| part.len() > 1);
    let region =
        parts.find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))?;
    Some(region.to_ascii_uppercase())
}
