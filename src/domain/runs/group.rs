//! Some ids that go in one request, and how far their pages are.

use crate::domain::ids::VideoIds;
use crate::domain::query::paging::{PageNum, PageSize};
use crate::domain::search::error::SearchError;

/// How far the requests of some ids are.
#[derive(Clone, PartialEq, Debug)]
pub enum GroupState {
    /// This page is to be asked for.
    Open(PageNum),
    /// This page has been asked for.
    InFlight(PageNum),
    /// This page has failed; before the page was reloaded if the error is not known any more.
    Failed(PageNum, Option<SearchError>),
    /// All pages are here.
    Complete,
}

/// Ids that go in one request, page by page.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    pub ids: VideoIds,
    pub state: GroupState,
}

/// What follows a page with so many rows: no total is given, but a short page is the last.
#[must_use]
pub fn after_page(page: PageNum, row_count: usize) -> GroupState {
    let is_last = row_count < usize::from(PageSize::MAX);
    match page.next().filter(|_| !is_last) {
        Some(next) => GroupState::Open(next),
        None => GroupState::Complete,
    }
}
