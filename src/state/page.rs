//! Owns: a page of results with its query, and where it is from. Refuses: asking for one.

use std::sync::Arc;

use crate::storage::response_cache::{self, Kept};
use crate::api::client::ApiResponse;
use crate::api::wire::{self, DataSource};
use crate::platform::page;
use crate::domain::videos::answer::{Answer, CacheStatus, Unreadable};
use crate::domain::search::error::SearchError;
use crate::domain::rows::ResultRows;
use crate::domain::query::Query;

/// A page of results.
#[derive(Clone, Debug)]
pub struct Page {
    pub query: Query,
    /// Its videos in the order of the query, whatever the order they came in, and their lines.
    pub lines: Arc<ResultRows>,
    /// Rows that could not be read, each with its reason.
    pub unreadable: Arc<[Unreadable]>,
    /// Rows in all, readable or not.
    pub rows: usize,
    pub origin: CacheStatus,
    pub raw: Arc<Raw>,
}

/// An answer as it came, for those who want to see or keep that.
#[derive(Debug)]
pub struct Raw {
    pub body: String,
    pub data_source: DataSource,
    /// Of HTTP; not known of one that was kept.
    pub status: Option<u16>,
    /// The API's own id of the request; empty when it gave none.
    pub request_id: String,
    /// How long the answer took, in milliseconds; not known of one that was kept.
    pub milliseconds: Option<u32>,
}

/// Pages are the same if they are of the same answer. Comparing all videos would cost more than any
/// redrawing that it saves.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.raw, &other.raw)
            && self.query == other.query
            && self.origin == other.origin
    }
}

impl Page {
    fn new(query: Query, answer: Answer, at: u64, origin: CacheStatus, raw: Raw) -> Self {
        let Answer {
            videos,
            unreadable,
            rows,
            ..
        } = answer;
        Self {
            lines: Arc::new(ResultRows::asked(videos, &query.ids, at)),
            query,
            unreadable: unreadable.into(),
            rows,
            origin,
            raw: Arc::new(raw),
        }
    }

    /// Reads a reply to a query. A good one is kept.
    pub fn answered(query: Query, url: &str, reply: ApiResponse) -> Result<Self, SearchError> {
        let ApiResponse { body, origin, .. } = reply;
        let answer = wire::read(reply.status, reply.retry_after, &body, DataSource::Api)?;
        let at = page::now().saturating_sub(reply.age);
        kept::keep(
            url,
            Kept {
                body: body.clone(),
                at,
            },
        );
        let raw = Raw {
            body,
            data_source: DataSource::Api,
            status: Some(reply.status),
            request_id: answer.request_id.clone(),
            milliseconds: Some(reply.milliseconds),
        };
        Ok(Self::new(query, answer, at, origin, raw))
    }

    /// Reads what was kept of an earlier reply.
    pub fn recalled(query: Query, kept: Kept) -> Option<Self> {
        let Kept { body, at } = kept;
        Self::read(query, body, at, CacheStatus::Tab, DataSource::Api).ok()
    }

    /// Reads a page that another program of this site has handed over.
    pub fn handed(query: Query, body: String, at: u64, data_source: DataSource) -> Option<Self> {
        Self::read(query, body, at, CacheStatus::Tab, data_source).ok()
    }

    /// Reads a page of the sample.
    pub fn sampled(query: Query, body: String) -> Result<Self, SearchError> {
        let at = page::now();
        Self::read(query, body, at, CacheStatus::Api, DataSource::Sample)
    }

    fn read(
        query: Query,
        body: String,
        at: u64,
        origin: CacheStatus,
        data_source: DataSource,
    ) -> Result<Self, SearchError> {
        let answer = wire::read(200, None, &body, data_source)?;
        let raw = Raw {
            request_id: answer.request_id.clone(),
            body,
            data_source,
            status: None,
            milliseconds: None,
        };
        Ok(Self::new(query, answer, at, origin, raw))
    }

    /// Whether there is nothing after this page: no total is given, but a short page is the last.
    pub fn is_last(&self) -> bool {
        self.rows < usize::from(self.query.size.get())
    }
}

/// Pages of one query in their order.
pub fn in_order(pages: &[Page]) -> Vec<&Page> {
    let mut ordered: Vec<&Page> = Vec::with_capacity(pages.len());
    for page in pages {
        let place = ordered.partition_point(|before| before.query.page < page.query.page);
        ordered.insert(place, page);
    }
    ordered
}

/// All lines of some pages of one query, as of the newest; a video that is on several of them is one.
pub fn joined(pages: &[Page]) -> ResultRows {
    let ordered = in_order(pages);
    let videos = ordered
        .iter()
        .flat_map(|page| page.rows.videos().iter().cloned());
    let at = pages
        .iter()
        .map(|page| page.rows.at())
        .max()
        .unwrap_or_default();
    match pages.first() {
        Some(page) => ResultRows::asked(videos.collect(), &page.query.ids, at),
        None => ResultRows::new(Vec::new(), at),
    }
}
