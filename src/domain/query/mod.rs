//! What is asked of the API: some videos, and which page of their rows.

pub mod form;
pub mod paging;
pub mod url;

use std::fmt;

use crate::domain::ids::VideoIds;
use crate::domain::query::paging::{PageNum, PageSize};

/// One page about some videos: what one request asks for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Query {
    /// The videos.
    pub ids: VideoIds,
    /// Which page.
    pub page: PageNum,
    /// How many rows a page.
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

    /// The one form of this question, so that equal questions are equal bytes: the ids by number.
    #[must_use]
    pub fn canonical(&self) -> Self {
        Self {
            ids: self.ids.sorted(),
            ..*self
        }
    }
}

impl fmt::Display for Query {
    /// `video_ids=1,2&page_num=1&page_size=10`: only digits and commas, so nothing to encode.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ids, page, size } = self;
        write!(f, "video_ids={ids}&page_num={page}&page_size={size}")
    }
}
