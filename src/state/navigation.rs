//! Going to an address of the app, and what triggered it.

use crate::domain::query::url::{AppUrl, ParsedUrl};
use crate::platform::location;

/// What triggered a navigation. It decides whether a credit may be spent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trigger {
    /// The address was opened: the deployment decides whether the query runs.
    Opened,
    /// Back or Forward: never runs by itself.
    History,
    /// A button or link that shows its price: runs, unless the response is saved.
    Requested,
    /// "Refresh": runs even if the response is saved.
    Refreshed,
    /// "Cancel": drops the request that is running.
    Cancelled,
    /// An invalid link was opened: nothing runs, not even the sample, and the form says why.
    InvalidUrl,
    /// A link with ids that look rounded was opened: nothing runs before the user has seen the form's warning.
    RoundedIds,
}

/// One navigation. Two to the same address differ in `serial`.
#[derive(Clone, PartialEq)]
pub struct Navigation {
    pub url: AppUrl,
    pub trigger: Trigger,
    pub serial: u32,
}

/// `trigger`, or what the address has that keeps it from running by itself.
pub fn trigger_for(parsed: &ParsedUrl, trigger: Trigger) -> Trigger {
    if !parsed.faults.is_empty() {
        Trigger::InvalidUrl
    } else if parsed.form.allows_rounded {
        Trigger::RoundedIds
    } else {
        trigger
    }
}

/// Reloads the page at its address: the way past a sign-in that has expired, and to a newer version.
pub fn reload_page() {
    location::reload();
}
