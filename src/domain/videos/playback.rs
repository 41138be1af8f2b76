//! Owns: whether a clip's address can be played, and until when. Refuses: playing it.
//!
//! `play_addr` is a signed CDN address that lives for about six hours. Its expiry stands in the path,
//! as 8 hex digits of Unix seconds after a 32-hex hash, or in the query, as `expire=` or `x-expires=`.

use crate::domain::videos::links::MediaUrl;

/// The clip of a video as the answer gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Clip {
    /// An address that may be played, until its own expiry (Unix seconds) where it carries one.
    Address { url: MediaUrl, until: Option<u64> },
    /// No address was given.
    Missing,
    /// An address was given that must not be used: not `https:`, or not an address at all.
    Unusable,
}

/// What can be done with a clip at a given moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Playback {
    Playable(MediaUrl),
    /// Expired at this Unix second, by its own stamp.
    Expired(u64),
    Missing,
    Unusable,
}

impl Clip {
    /// Reads `play_addr` of an API answer.
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

/// The earliest expiry that the address states, in Unix seconds.
fn expiry(url: &str) -> Option<u64> {
    let without_fragment = url.split('#').next().unwrap_or(url);
    let (path, query) = without_fragment
        .split_once('?')
        .unwrap_or((without_fragment, ""));
    let stamped = path
        .split('/')
        .zip(path.split('/').skip(1))
        .find(|(hash, _)| is_hex(hash, 32))
        .filter(|(_, stamp)| is_hex(stamp, 8))
        .and_then(|(_, stamp)| u64::from_str_radix(stamp, 16).ok());
    let stated = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, _)| matches!(*name, "expire" | "x-expires"))
        .filter_map(|(_, value)| value.parse().ok());
    stamped.into_iter().chain(stated).min()
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
