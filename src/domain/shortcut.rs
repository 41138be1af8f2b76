//! Owns: the keys that do something by themselves, each once: the listener acts on them, help lists them.
//! Refuses: knowing where the focus is.

/// What a single key does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shortcut {
    /// Goes to the field for ids.
    Ids,
    /// Goes to the next card.
    Next,
    /// Goes to the card before.
    Previous,
    /// Plays the card's clip, or closes its player.
    Play,
    /// Selects the card's video for comparison, or no longer.
    Compare,
    /// Lists them all.
    Help,
}

impl Shortcut {
    pub const ALL: [Self; 6] = [
        Self::Ids,
        Self::Next,
        Self::Previous,
        Self::Play,
        Self::Compare,
        Self::Help,
    ];

    /// The key, by what it types.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Ids => "/",
            Self::Next => "j",
            Self::Previous => "k",
            Self::Play => " ",
            Self::Compare => "c",
            Self::Help => "?",
        }
    }

    /// By what was typed; a letter that Caps Lock made large is the same key.
    #[must_use]
    pub fn of_key(key: &str, shift: bool) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|shortcut| {
            let own = shortcut.key();
            // With Shift it is another key, but for marks, which some keyboards have there.
            match own.as_bytes() {
                [letter] if letter.is_ascii_alphabetic() => !shift && own.eq_ignore_ascii_case(key),
                b" " => !shift && own == key,
                _ => own == key,
            }
        })
    }

    /// Whether a key that is held down does it again and again.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self, Self::Next | Self::Previous)
    }
}
