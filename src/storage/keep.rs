//! How long answers are kept: the user's choice.

use std::cell::Cell;

use super::web_storage::Store;
use crate::domain::saving::Keep;

const KEY: &str = "clipcart.keep";

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
    Store::Browser.set(KEY, keep.into_str());
}

/// Reads the stored choice again.
pub fn forget() {
    CHOSEN.set(None);
}
