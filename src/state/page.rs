//! A page of results with its query, and where it comes from.

use std::collections::HashSet;
use std::sync::Arc;

use crate::api::client::ApiResponse;
use crate::api::wire::{self, DataSource};
use crate::domain::ids::VideoId;
use crate::domain::imports::ImportedColumns;
use crate::domain::products::ProductTable;
use crate::domain::query::{Query, SearchQuery};
use crate::domain::rows::ResultRows;
use crate::domain::search::error::SearchError;
use crate::domain::videos::Video;
use crate::domain::videos::response::{CacheStatus, DecodedResponse, OddValue, Unreadable};
use crate::platform::page;
use crate::storage::response_cache::{self, CachedResponse};

/// A page of results.
#[derive(Clone, Debug)]
pub struct Page {
    pub query: Query,
    /// The rows by video, in the query's order, whatever the order of the response.
    pub rows: Arc<ResultRows>,
    /// Rows that could not be read, each with its reason.
    pub unreadable: Arc<[Unreadable]>,
    /// Metrics that are unknown since their values are not numbers.
    pub odd_values: Arc<[OddValue]>,
    /// How many rows the response has, readable or not.
    pub row_count: usize,
    pub cache_status: CacheStatus,
    /// When KeyAPI sent the response, in Unix seconds.
    pub fetched_at: u64,
    pub raw: Arc<RawResponse>,
}

/// A response as it came, for developers and for export.
#[derive(Debug)]
pub struct RawResponse {
    pub body: Arc<str>,
    pub data_source: DataSource,
    /// The HTTP status; unknown for a saved response.
    pub status: Option<u16>,
    /// The API's own id of the request; empty when it gave none.
    pub request_id: String,
    /// How long the response took, in milliseconds; unknown for a saved one.
    pub milliseconds: Option<u32>,
}

/// Pages are equal if they hold the same response. Comparing all videos would cost more than it saves.
impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.raw, &other.raw)
            && self.query == other.query
            && self.cache_status == other.cache_status
    }
}

impl Page {
    /// Reads the response to a query.
    ///
    /// # Errors
    /// What the response says went wrong, or why it cannot be read.
    pub fn from_response(query: Query, response: ApiResponse) -> Result<Self, SearchError> {
        let ApiResponse {
            body, cache_status, ..
        } = response;
        let decoded = wire::read(
            response.status,
            response.retry_after,
            &body,
            DataSource::Live,
        )?;
        let at = page::now().saturating_sub(response.age);
        let raw = RawResponse {
            body: body.into(),
            data_source: DataSource::Live,
            status: Some(response.status),
            request_id: decoded.request_id.clone(),
            milliseconds: Some(response.milliseconds),
        };
        Ok(Self::new(query, decoded, at, cache_status, raw))
    }

    /// Saves the response, for later visits.
    pub async fn save(&self, url: &str) {
        let response = CachedResponse {
            body: self.raw.body.clone(),
            fetched_at: self.fetched_at,
            stored_at: page::now(),
            row_count: self.row_count,
        };
        response_cache::put(url, response).await;
    }

    /// Reads a saved response.
    pub fn from_saved(query: Query, saved: CachedResponse) -> Option<Self> {
        let CachedResponse {
            body, fetched_at, ..
        } = saved;
        Self::from_body(
            query,
            body,
            fetched_at,
            CacheStatus::Browser,
            DataSource::Live,
        )
        .ok()
    }

    /// Reads what was saved of an earlier response from this address.
    pub async fn from_cache(url: &str, query: Query) -> Option<Self> {
        let saved = response_cache::get(url).await?;
        Self::from_saved(query, saved)
    }

    /// Reads a page of the sample data.
    ///
    /// # Errors
    /// Why the sample cannot be read.
    pub fn from_sample(query: Query, body: String) -> Result<Self, SearchError> {
        Self::from_body(
            query,
            body.into(),
            page::now(),
            CacheStatus::Api,
            DataSource::Sample,
        )
    }

    fn from_body(
        query: Query,
        body: Arc<str>,
        at: u64,
        cache_status: CacheStatus,
        data_source: DataSource,
    ) -> Result<Self, SearchError> {
        let decoded = wire::read(200, None, &body, data_source)?;
        let raw = RawResponse {
            request_id: decoded.request_id.clone(),
            body,
            data_source,
            status: None,
            milliseconds: None,
        };
        Ok(Self::new(query, decoded, at, cache_status, raw))
    }

    fn new(
        query: Query,
        decoded: DecodedResponse,
        at: u64,
        cache_status: CacheStatus,
        raw: RawResponse,
    ) -> Self {
        let DecodedResponse {
            videos,
            unreadable,
            odd_values,
            row_count,
            ..
        } = decoded.with_fetched_at(at);
        Self {
            rows: Arc::new(ResultRows::in_query_order(videos, &query.ids)),
            query,
            unreadable: unreadable.into(),
            odd_values: odd_values.into(),
            row_count,
            cache_status,
            fetched_at: at,
            raw: Arc::new(raw),
        }
    }

    /// Whether no page follows: no total is given, but a short page is the last.
    pub fn is_last(&self) -> bool {
        self.row_count < usize::from(self.query.size.get())
    }

    pub fn data_source(&self) -> DataSource {
        self.raw.data_source
    }

    pub fn is_sample(&self) -> bool {
        self.data_source() == DataSource::Sample
    }
}

/// The rows of some pages of a search. A video on several pages is one video. Of a video that has an answer from
/// `replaced_since` on, in Unix seconds, earlier answers are left out.
pub fn joined_rows(
    pages: &[Page],
    query: &SearchQuery,
    replaced_since: u64,
    imported: Arc<ImportedColumns>,
    products: Arc<ProductTable>,
) -> Option<Arc<ResultRows>> {
    let is_plain = imported.is_empty() && products.is_empty();
    match pages {
        [] => None,
        [page] if page.query.ids == *query.ids() && is_plain => Some(page.rows.clone()),
        _ => {
            let videos = pages.iter().flat_map(|page| page.rows.videos());
            let is_new = |video: &&Video| video.fetched_at >= replaced_since;
            let renewed: HashSet<VideoId> = videos
                .clone()
                .filter(is_new)
                .map(|video| video.id)
                .collect();
            let videos = videos.filter(|video| is_new(video) || !renewed.contains(&video.id));
            let rows = ResultRows::of_search(videos.cloned().collect(), query);
            let rows = rows.with_imported(imported).with_products(products);
            Some(Arc::new(rows))
        }
    }
}
