//! How long answers are saved in the browser, and whether they can be.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

const DAY: u64 = 24 * 60 * 60;

/// How long an answer is kept, from when KeyAPI sent it.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Debug,
    Default,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(const_into_str)]
pub enum Keep {
    #[strum(serialize = "7")]
    Days7,
    #[default]
    #[strum(serialize = "30")]
    Days30,
    #[strum(serialize = "90")]
    Days90,
    #[strum(serialize = "always")]
    Always,
    /// Nothing is saved on this computer: answers are in memory until the page is closed.
    #[strum(serialize = "memory")]
    Memory,
}

impl Keep {
    /// The age from which an answer is deleted, in seconds.
    #[must_use]
    pub fn max_age(self) -> Option<u64> {
        match self {
            Self::Days7 => Some(7 * DAY),
            Self::Days30 => Some(30 * DAY),
            Self::Days90 => Some(90 * DAY),
            Self::Always | Self::Memory => None,
        }
    }

    /// Whether this choice deletes answers that another one keeps.
    #[must_use]
    pub fn deletes_what_is_kept(self, other: Self) -> bool {
        let age = |keep: Self| match keep {
            Self::Memory => 0,
            keep => keep.max_age().unwrap_or(u64::MAX),
        };
        age(self) < age(other)
    }
}

/// Whether answers are being saved, and if not, why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StorageStatus {
    Saving,
    /// The user chose to keep answers in memory only.
    Memory,
    /// There is no IndexedDB, or the browser refuses it, as some do in private mode.
    Unavailable,
    /// A tab with an older version of the page keeps the database from being upgraded.
    Blocked,
    /// A newer version of the page has made the database.
    Newer,
    /// Storage is full: new answers are in memory only.
    Full,
}
