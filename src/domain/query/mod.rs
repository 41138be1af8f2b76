//! A query to the API: some videos, and which page of their results.

pub mod form;
pub mod paging;
pub mod url;

use std::fmt;

use crate::domain::ids::VideoIds;
use crate::domain::query::paging::{PageNum, PageSize};

/// One page of the results for some videos, which takes one request.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Query {
    pub ids: VideoIds,
    pub page: PageNum,
    pub size: PageSize,
}

impl Query {
    /// The same query for another page.
    #[must_use]
    pub fn with_page(&self, page: PageNum) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }

    /// The same query with its ids in ascending order, so that equal queries have equal URLs.
    #[must_use]
    pub fn canonical(&self) -> Self {
        Self {
            ids: self.ids.sorted(),
            ..*self
        }
    }
}

impl fmt::Display for Query {
    /// `video_ids=1,2&page_num=1&page_size=10`: only digits and commas, which need no encoding.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ids, page, size } = self;
        write!(f, "video_ids={ids}&page_num={page}&page_size={size}")
    }
}
