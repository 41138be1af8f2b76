//! The state of a value that is loaded.

use crate::domain::search::error::SearchError;

/// The state of a value that is loaded. While it is loaded again, and after a failure, the previous value is still there,
/// so that nothing disappears from the page.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Remote<T> {
    /// Nothing has been requested.
    #[default]
    Idle,
    /// In progress, with the previous value.
    Loading(Option<T>),
    /// Loaded.
    Ready(T),
    /// Failed, with the previous value.
    Failed(SearchError, Option<T>),
}

impl<T> Remote<T> {
    /// The value to show: the current one, or else the previous one.
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
