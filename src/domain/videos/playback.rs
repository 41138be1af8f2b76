//! Whether a clip can be played, and until when.
//!
//! `play_addr` is a signed CDN URL that works for about six hours. Its expiry is in the path, as 8 hex digits of Unix
//! seconds after a hash of 32 hex digits, or in the query, as `expire=` or `x-expires=`.

use crate::domain::videos::links::MediaUrl;

/// The clip of a video as the response gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Clip {
    /// A URL that may be played, until its expiry (Unix seconds) if it has one.
    Address { url: MediaUrl, until: Option<u64> },
    /// The response has no URL.
    Missing,
    /// The response has something that must not be used: not an `https:` URL.
    Unusable,
}

/// What can be done with a clip at a given time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Playback {
    Playable(MediaUrl),
    /// Expired at this Unix second, as its URL says.
    Expired(u64),
    Missing,
    Unusable,
}

impl Clip {
    /// Reads `play_addr` of a response.
    pub fn from_play_addr(raw: &str) -> Self {
        if raw.is_empty() {
            return Self::Missing;
        }
        match MediaUrl::https(raw) {
            Some(url) => Self::Address {
                until: expiry(url.as_str()),
                url,
            },
            None => Self::Unusable,
        }
    }

    /// What can be done with the clip at `now` (Unix seconds).
    pub fn at(&self, now: u64) -> Playback {
        match self {
            Self::Address {
                until: Some(until), ..
            } if *until <= now => Playback::Expired(*until),
            Self::Address { url, .. } => Playback::Playable(url.clone()),
            Self::Missing => Playback::Missing,
            Self::Unusable => Playback::Unusable,
        }
    }
}

/// The earliest expiry in the URL, in Unix seconds.
fn expiry(url: &str) -> Option<u64> {
    let without_fragment = url.split('#').next().unwrap_or(url);
    let (path, query) = without_fragment
        .split_once('?')
        .unwrap_or((without_fragment, ""));
    let in_path = path
        .split('/')
        .zip(path.split('/').skip(1))
        .find(|(hash, _)| is_hex(hash, 32))
        .filter(|(_, expiry)| is_hex(expiry, 8))
        .and_then(|(_, expiry)| u64::from_str_radix(expiry, 16).ok());
    let in_query = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, _)| matches!(*name, "expire" | "x-expires"))
        .filter_map(|(_, value)| value.parse().ok());
    in_path.into_iter().chain(in_query).min()
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
