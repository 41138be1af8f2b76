//! Owns: the user's API key in memory. Refuses: to be printed, stored or sent by itself.

use std::fmt;

/// A key that can stand in an HTTP header. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// Takes a parsed_ids key: blanks around it, quotes and a leading `Bearer` go. `None` when nothing is
    /// left or when a character cannot stand in a header.
    pub fn new(parsed_ids: &str) -> Option<Self> {
        let quoted =
            |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\u{200b}' | '\u{feff}');
        let bare = parsed_ids.trim_matches(quoted);
        let bare = match bare.get(..7) {
            Some(scheme) if scheme.eq_ignore_ascii_case("bearer ") => {
                bare[7..].trim_matches(quoted)
            }
            _ => bare,
        };
        let sound = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_graphic());
        sound.then(|| Self(bare.to_owned()))
    }

    /// The key itself, for the one header and the tab's own storage.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}
