//! How long answers are kept: the user's choice.

use std::cell::Cell;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::web_storage::Store;

const KEY: &str = "clipcart.keep";
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
    pub fn max_age(self) -> Option<u64> {
        match self {
            Self::Days7 => Some(7 * DAY),
            Self::Days30 => Some(30 * DAY),
            Self::Days90 => Some(90 * DAY),
            Self::Always | Self::Memory => None,
        }
    }
}

thread_local! {
    /// Also holds where local storage is blocked, or is not yet up to date with another tab's choice.
    static CHOSEN: Cell<Option<Keep>> = const { Cell::new(None) };
}

/// What the user chose.
pub fn get() -> Keep {
    CHOSEN.get().unwrap_or_else(|| {
        let stored = Store::Browser.get(KEY);
        stored
            .and_then(|code| code.parse().ok())
            .unwrap_or_default()
    })
}

pub fn set(keep: Keep) {
    CHOSEN.set(Some(keep));
    Store::Browser.set(KEY, keep.into());
}

/// Reads the stored choice again.
pub fn forget() {
    CHOSEN.set(None);
}
