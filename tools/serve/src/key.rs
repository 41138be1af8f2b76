//! The API key, stored only as the header that it becomes, and never printed.

use axum::http::HeaderValue;
use std::fmt;

/// A key that can be sent. Its `Debug` prints `***`, and it has no `Display`.
#[derive(Clone)]
pub struct Key(HeaderValue);

/// Why a text is not a key. None of these contains the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    #[error("the key is empty")]
    Empty,
    #[error(
        "the key holds a blank, a control character or one outside ASCII, which a header cannot carry"
    )]
    Unsendable,
}

impl Key {
    /// Accepts a pasted key; spaces around it are removed.
    pub fn new(raw: &str) -> Result<Self, KeyProblem> {
        let key = raw.trim();
        if key.is_empty() {
            return Err(KeyProblem::Empty);
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(KeyProblem::Unsendable);
        }
        let mut header =
            HeaderValue::from_str(&format!("Bearer {key}")).map_err(|_| KeyProblem::Unsendable)?;
        header.set_sensitive(true);
        Ok(Self(header))
    }

    /// The `Authorization` header, marked sensitive so that HTTP libraries do not print it either.
    pub(crate) fn authorization(&self) -> HeaderValue {
        self.0.clone()
    }

    /// Whether a text contains the key.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let key = self.0.as_bytes().strip_prefix(b"Bearer ");
        let key = key.and_then(|key| std::str::from_utf8(key).ok());
        key.is_some_and(|key| text.contains(key))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_a_header_can_carry() {
        for (raw, expected) in [
            ("sk-abc", Ok("Bearer sk-abc")),
            ("  sk-abc\n", Ok("Bearer sk-abc")),
            ("", Err(KeyProblem::Empty)),
            (" \t\r\n", Err(KeyProblem::Empty)),
            ("sk abc", Err(KeyProblem::Unsendable)),
            ("sk\nabc", Err(KeyProblem::Unsendable)),
            ("sk-钥匙", Err(KeyProblem::Unsendable)),
            ("sk-\u{7f}", Err(KeyProblem::Unsendable)),
        ] {
            let seen = Key::new(raw).map(|key| key.authorization());
            assert_eq!(seen, expected.map(HeaderValue::from_static), "{raw:?}");
        }
    }

    #[test]
    fn never_prints() {
        let key = Key::new("sk-canary").unwrap();
        assert_eq!(format!("{key:?}"), "***");
        assert!(!format!("{:?}", key.authorization()).contains("canary"));
        assert!(
            !format!("{:?} {}", Key::new("sk canary"), KeyProblem::Unsendable).contains("canary")
        );
    }
}
