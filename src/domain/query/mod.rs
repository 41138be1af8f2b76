//! What is searched for: all data of some videos ([`SearchQuery::Videos`]), or one request as the API documents it
//! ([`Query`]).

pub mod form;
pub mod paging;
pub mod url;

use std::collections::HashSet;
use std::fmt;

use crate::domain::ids::{VideoId, VideoIds};
use crate::domain::query::paging::{PageNum, PageSize};

/// What an address or the form asks for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum SearchQuery {
    /// All rows of some videos, in as many requests as they take.
    Videos(VideoIds),
    /// One page of the results for some videos.
    Page(Query),
}

impl SearchQuery {
    pub fn ids(&self) -> &VideoIds {
        match self {
            Self::Videos(ids) => ids,
            Self::Page(query) => &query.ids,
        }
    }

    /// Whether it takes more than one request for its ids alone.
    #[must_use]
    pub fn takes_run(&self, ids_per_request: usize) -> bool {
        matches!(self, Self::Videos(ids) if ids.len() > ids_per_request)
    }

    /// The videos that belong to it, of those in a saved answer. A page has all of its answer.
    #[must_use]
    pub fn searched_ids(&self) -> Option<HashSet<VideoId>> {
        match self {
            Self::Videos(ids) => Some(ids.iter().collect()),
            Self::Page(_) => None,
        }
    }

    /// Its first request, if one can have all its ids.
    #[must_use]
    pub fn first_request(&self, ids_per_request: usize) -> Option<Query> {
        let is_one = !self.takes_run(ids_per_request);
        is_one.then(|| match self {
            Self::Videos(ids) => Query::first(ids.clone()),
            Self::Page(query) => query.clone(),
        })
    }
}

impl fmt::Display for SearchQuery {
    /// `video_ids=1,2`, and for a page its number and size.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Videos(ids) => write!(f, "video_ids={ids}"),
            Self::Page(query) => query.fmt(f),
        }
    }
}

/// One page of the results for some videos, which takes one request.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Query {
    pub ids: VideoIds,
    pub page: PageNum,
    pub size: PageSize,
}

impl Query {
    /// How many ids one request can have. The API is known to take ten; what it does with more is for it to say.
    pub const MAX_IDS: usize = 200;

    /// The first page of the results, of the largest size.
    #[must_use]
    pub fn first(ids: VideoIds) -> Self {
        Self {
            ids,
            page: PageNum::default(),
            size: PageSize::default(),
        }
    }

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
