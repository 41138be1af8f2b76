//! Whether a clip can be played, and until when. `play_addr` is a signed CDN URL that works for about six hours.

use std::cmp::Ordering;

use crate::domain::videos::expiry::expiry;
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
                until: expiry(&url),
                url,
            },
            None => Self::Unusable,
        }
    }

    /// The clip that can be played for longer, whatever the time is now; the first of two equal ones.
    #[must_use]
    pub fn better(self, other: Self) -> Self {
        match other.compare(&self) {
            Ordering::Greater => other,
            Ordering::Less | Ordering::Equal => self,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let rank = |clip: &Self| match clip {
            Self::Missing => (0, 0),
            Self::Unusable => (1, 0),
            Self::Address { until, .. } => (2, until.unwrap_or(u64::MAX)),
        };
        rank(self).cmp(&rank(other))
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
