//! The words that are searched for in the results.

use crate::domain::rows::{NormalizeText, ResultRows, RowIndex};

/// What a text searches for.
pub struct TextSearch<'a> {
    /// Complete hashtags, without `#`.
    hashtags: Vec<&'a str>,
    /// The other words.
    words: Vec<String>,
    normalize_text: NormalizeText,
}

impl<'a> TextSearch<'a> {
    pub fn new(text: &'a str, normalize_text: NormalizeText) -> Self {
        let (hashtags, others): (Vec<&str>, Vec<&str>) = text
            .split_whitespace()
            .partition(|word| complete_hashtag(word).is_some());
        let words = normalize_text(&others.join(" "));
        Self {
            hashtags: hashtags.into_iter().filter_map(complete_hashtag).collect(),
            words: words.split_whitespace().map(str::to_owned).collect(),
            normalize_text,
        }
    }

    /// Whether a row has all that is searched for.
    pub fn matches(&self, rows: &ResultRows, row: RowIndex) -> bool {
        // Hashtags are equal here if a chart shows them as one.
        let has_hashtag = |tag: &&str| {
            let mut own = rows.video(row).hashtags.iter();
            own.any(|own| own.eq_ignore_ascii_case(tag))
        };
        let has_word = |word: &String| rows.text(row, self.normalize_text).contains(word);
        self.hashtags.iter().all(has_hashtag) && self.words.iter().all(has_word)
    }
}

/// The hashtag that a word between two `#` is: `#tag#` does not match `#tags`.
fn complete_hashtag(word: &str) -> Option<&str> {
    let tag = word.strip_prefix('#')?.strip_suffix('#')?;
    (!tag.is_empty()).then_some(tag)
}
