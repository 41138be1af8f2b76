//! A search that was begun and not finished, as it is offered.

use crate::domain::ids::VideoIds;

#[derive(Clone, PartialEq, Debug)]
pub struct UnfinishedRun {
    pub ids: VideoIds,
    /// Ids whose data is here.
    pub known: usize,
    /// When something was last done for it, in Unix seconds.
    pub updated_at: u64,
}
