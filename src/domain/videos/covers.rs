//! Addresses of covers that were signed: how long they work, and the text in which one is stored.

use serde::{Deserialize, Serialize};

use crate::domain::videos::links::MediaUrl;

/// How many covers one request signs.
pub const BATCH: usize = 10;

/// How long a signed address is used, in seconds: KeyAPI's live for 24 hours.
const LIFE: u64 = 20 * 60 * 60;

/// A signed address.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedCover {
    pub url: MediaUrl,
    /// When it was signed, in Unix seconds.
    pub signed_at: u64,
}

impl SignedCover {
    /// Whether it still works at `now`, in Unix seconds. One from the future is not trusted.
    #[must_use]
    pub fn works_at(&self, now: u64) -> bool {
        now.checked_sub(self.signed_at)
            .is_some_and(|age| age < LIFE)
    }
}

/// How many tones placeholders have.
pub const TONES: u64 = 6;

/// The tone of a video's placeholder. The upper bits of an id are its time: videos of the same minute would have the
/// same tone by those.
#[must_use]
pub fn tone(id: u64) -> u64 {
    (id ^ (id >> 17) ^ (id >> 34)) % TONES
}
