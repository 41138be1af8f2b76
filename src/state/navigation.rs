//! Owns: a visit of an address, and why it is made. Refuses: what becomes of it, which is `search`'s.

use crate::domain::query::url::{AppUrl, ParsedUrl};

/// Why the page is where it is, which decides whether a credit may be spent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trigger {
    /// The address was opened: the deployment says whether that runs.
    Opened,
    /// Back or Forward: never runs by itself.
    History,
    /// A button or link that names its price: runs, unless the answer is kept.
    Asked,
    /// "Refresh": runs even so.
    Refreshed,
    /// "Cancel": the request under way is dropped.
    Cancelled,
    /// A link that is not whole was opened: nothing runs, not even the sample, and the form says why.
    Faulty,
}

/// One visit of an address. Two visits of the same address differ.
#[derive(Clone, PartialEq)]
pub struct Navigation {
    pub address: AppUrl,
    pub cause: Trigger,
    pub serial: u32,
}

/// Why, as far as the link's faults leave it the `usual` reason.
pub fn trigger_of(link: &ParsedUrl, usual: Trigger) -> Trigger {
    match link.faults.is_empty() {
        true => usual,
        false => Trigger::Faulty,
    }
}

/// The address that a link stands for, as far as it is whole.
pub fn app_url_of(link: &ParsedUrl) -> AppUrl {
    AppUrl {
        sample: link.sample,
        query: link.query.clone(),
    }
}
