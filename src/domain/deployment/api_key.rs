//! The user's API key in memory.

use std::fmt;

/// A key that is valid in an HTTP header. Its `Debug` output does not contain it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// Reads a key that the user pastes, without spaces and quotes around it and without a leading `Bearer`. `None` if
    /// nothing is left, or if a character is not allowed in a header.
    pub fn new(pasted: &str) -> Option<Self> {
        let is_padding =
            |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\u{200b}' | '\u{feff}');
        let bare = pasted.trim_matches(is_padding);
        let bare = match bare.get(..7) {
            Some(scheme) if scheme.eq_ignore_ascii_case("bearer ") => {
                bare[7..].trim_matches(is_padding)
            }
            _ => bare,
        };
        let is_valid = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_graphic());
        is_valid.then(|| Self(bare.to_owned()))
    }

    /// The key itself, for the request header and for sessionStorage.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}
