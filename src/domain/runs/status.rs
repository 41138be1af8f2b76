//! Whether a run goes on, and why not.

use crate::domain::search::error::SearchError;

/// After so many failed requests in a row a run pauses: what fails all the time is not worth its price.
pub const MAX_FAILURES_IN_A_ROW: u32 = 10;

/// Whether a run goes on.
#[derive(Clone, PartialEq, Debug)]
pub enum RunStatus {
    /// Nothing has been asked for yet, or not since the page was loaded.
    Planned,
    Running,
    Paused(PauseReason),
    Stopped(StopReason),
    /// Nothing is left to ask for; some groups may have failed.
    Finished,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PauseReason {
    User,
    Offline,
    /// [`MAX_FAILURES_IN_A_ROW`].
    Failures,
}

#[derive(Clone, PartialEq, Debug)]
pub enum StopReason {
    User,
    /// One more request could pass the credit limit.
    CreditLimit,
    /// Every further request would fail as this one.
    Error(SearchError),
}
