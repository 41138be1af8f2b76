//! How many credits this browser has used today.

use leptos::prelude::*;

use crate::domain::videos::response::CacheStatus;
use crate::platform::page;
use crate::storage::web_storage::Store;

const CREDITS: &str = "clipcart.credits";

thread_local! {
    /// Notifies when credits were counted: the count itself is in the browser's storage, for all tabs.
    static COUNTED: ArcTrigger = ArcTrigger::new();
}

/// What an answer cost: nothing if it was saved somewhere on the way.
pub fn cost(status: CacheStatus) -> u32 {
    match status {
        CacheStatus::Browser | CacheStatus::Cache => 0,
        // A proxy with an old answer may have paid for the attempt to get a new one.
        CacheStatus::Api | CacheStatus::Stale => 1,
    }
}

/// Counts what an answer cost.
pub fn count(status: CacheStatus) {
    let used = stored() + cost(status);
    let day = page::local_day();
    Store::Browser.set(CREDITS, &format!("{day} {used}"));
    COUNTED.with(ArcTrigger::notify);
}

/// The credits of today, in the user's time zone. It is read again when credits are counted.
pub fn today() -> u32 {
    COUNTED.with(ArcTrigger::track);
    stored()
}

fn stored() -> u32 {
    let stored = Store::Browser.get(CREDITS).unwrap_or_default();
    let of_today = stored.strip_prefix(&page::local_day());
    of_today
        .and_then(|used| used.trim().parse().ok())
        .unwrap_or_default()
}
