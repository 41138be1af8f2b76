//! What a failed request means for the run that it is part of.

use crate::domain::search::error::{Cost, SearchError};

/// What happens to a run after a failed request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// There is no data: an answer without rows.
    Empty,
    /// Too fast: the request is sent again, after so many seconds if the server says how many.
    Slow(Option<u32>),
    /// Every further request would fail too: the run stops, and the request stays to be sent.
    Stop,
    /// Nothing can be sent at the moment, and the request was not: the run pauses, and the request stays to be sent.
    Unsent,
    /// This request has failed; the run goes on.
    Fail,
}

impl Effect {
    #[must_use]
    pub fn of(error: &SearchError) -> Self {
        match error {
            SearchError::NoData(_) => Self::Empty,
            _ if error.long_wait().is_some() => Self::Stop,
            SearchError::TooFast { seconds, .. } => Self::Slow(*seconds),
            SearchError::KeyNeeded
            | SearchError::KeyRefused(_)
            | SearchError::SignInNeeded(_)
            | SearchError::ProxyRefused(_)
            | SearchError::DailyLimit { .. }
            | SearchError::QuotaUsedUp(_) => Self::Stop,
            SearchError::Offline { sent: false } => Self::Unsent,
            _ => Self::Fail,
        }
    }
}

/// Whether a failed request may have cost a credit. One that was too fast is refused before anything is counted.
#[must_use]
pub fn may_have_cost(error: &SearchError) -> bool {
    let is_refused = matches!(Effect::of(error), Effect::Slow(_) | Effect::Stop);
    !is_refused && error.cost() == Cost::Possible
}
