//! The links that TikTok's phone app shares. They hold no id: only TikTok knows which video one leads to.

use std::collections::HashMap;
use std::fmt;

use crate::domain::ids::VideoId;
use crate::domain::ids::chars::{is_invisible, strip_prefix_in_any_case};

/// A short link in one form, without scheme, query and the slash at its end, so that the same link is asked for once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ShortLink(String);

/// The videos that short links lead to.
pub type ResolvedLinks = HashMap<ShortLink, VideoId>;

/// Why it is not known where a link leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LinkFailure {
    /// TikTok does not know the link, or it leads to something else.
    #[error("not a video")]
    NoVideo,
    /// The proxy or TikTok did not respond.
    #[error("not reached")]
    NotReached,
    /// Too many links at once, or in a day.
    #[error("too many links")]
    TooMany,
    /// The proxy refused: it may do it for others, or once the user has signed in.
    #[error("refused")]
    Refused,
    /// There is no such path at the proxy: it resolves no links.
    #[error("not offered")]
    NotOffered,
}

/// As a link begins, in lower case, and how it is written. All of tiktok.com's short links are below `/t/`.
const STARTS: [(&str, &str); 4] = [
    ("vm.tiktok.com/", "vm.tiktok.com/"),
    ("vt.tiktok.com/", "vt.tiktok.com/"),
    ("tiktok.com/t/", "tiktok.com/t/"),
    ("www.tiktok.com/t/", "tiktok.com/t/"),
];

/// Real links have about ten characters after the host.
const MAX_LENGTH: usize = 100;

impl ShortLink {
    /// Reads a token of a text, which may have a scheme, a query, and quotes or punctuation around it. Unlike a host's
    /// name, the path has letters of both cases. `None` if it is not such a link in itself.
    #[must_use]
    pub fn in_token(token: &str) -> Option<Self> {
        let token = token.replace("\\/", "/").replace(is_invisible, "");
        let is_around = |c: char| !c.is_ascii_alphanumeric();
        let token = token
            .trim_start_matches(is_around)
            .trim_end_matches(|c| is_around(c) && !matches!(c, '_' | '-'));
        let after_scheme = ["https://", "http://"]
            .iter()
            .find_map(|scheme| strip_prefix_in_any_case(token, scheme));
        let link = after_scheme.unwrap_or(token);
        let link = link.split(['?', '#']).next().unwrap_or_default();
        let (start, path) = STARTS
            .iter()
            .find_map(|(start, written)| Some((written, strip_prefix_in_any_case(link, start)?)))?;
        let path = path.trim_matches('/');
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_plain);
        let is_link = path.len() <= MAX_LENGTH && path.split('/').all(is_part);
        is_link.then(|| Self(format!("{start}{path}")))
    }

    /// The link with its scheme.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://{}", self.0)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ShortLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
