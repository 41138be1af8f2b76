//! The single-key shortcuts: which key does what. The key listener and the help dialog read this list.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What a single key does. Its text is the key, as `KeyboardEvent.key` names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, IntoStaticStr, EnumString, VariantArray)]
#[strum(const_into_str)]
pub enum Shortcut {
    /// Focuses the field for ids.
    #[strum(serialize = "/")]
    Ids,
    /// Focuses the next card.
    #[strum(serialize = "j")]
    Next,
    /// Focuses the previous card.
    #[strum(serialize = "k")]
    Previous,
    /// Plays the card's clip, or closes its player.
    #[strum(serialize = " ")]
    Play,
    /// Adds the card's video to the comparison, or removes it.
    #[strum(serialize = "c")]
    Compare,
    /// Opens the list of shortcuts.
    #[strum(serialize = "?")]
    Help,
}

impl Shortcut {
    /// The shortcut of a key press. A letter in upper case without Shift comes from Caps Lock and is the same key.
    #[must_use]
    pub fn of_key(key: &str, shift: bool) -> Option<Self> {
        let shortcut: Self = key.to_ascii_lowercase().parse().ok()?;
        // With Shift a letter or the space bar is another key. Punctuation is not: some layouts need Shift for it.
        let is_punctuation = matches!(shortcut, Self::Ids | Self::Help);
        (is_punctuation || !shift).then_some(shortcut)
    }

    /// Whether holding the key down repeats it.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self, Self::Next | Self::Previous)
    }
}
