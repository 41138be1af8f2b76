//! Owns: the one shape of "something asked for elsewhere". Refuses: to say what was asked or how.

use crate::domain::search::error::SearchError;

/// The state of a value that comes from elsewhere. What was there before stays at hand, so that a
/// failed or running refresh takes nothing from the page.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Remote<T> {
    /// Nothing has been asked for.
    #[default]
    Idle,
    /// Under way, with what the same question brought earlier.
    Loading(Option<T>),
    /// Answered.
    Ready(T),
    /// Failed, with what the same question brought earlier.
    Failed(SearchError, Option<T>),
}

impl<T> Remote<T> {
    /// What can be shown, fresh or from before.
    pub fn shown(&self) -> Option<&T> {
        match self {
            Remote::Ready(value) => Some(value),
            Remote::Loading(previous) | Remote::Failed(_, previous) => previous.as_ref(),
            Remote::Idle => None,
        }
    }

    pub fn into_shown(self) -> Option<T> {
        match self {
            Remote::Ready(value) => Some(value),
            Remote::Loading(previous) | Remote::Failed(_, previous) => previous,
            Remote::Idle => None,
        }
    }

    pub fn is_loading(&self) -> bool {
        matches!(self, Remote::Loading(_))
    }
}
