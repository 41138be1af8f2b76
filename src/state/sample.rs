//! Answers queries from the bundled sample data, files of the page's own origin.

use std::cell::RefCell;

use crate::api::client;
use crate::api::wire::{self, DataSource};
use crate::domain::ids::{VideoId, VideoIds};
use crate::domain::products::Product;
use crate::domain::query::Query;
use crate::domain::query::paging::PageNum;
use crate::domain::search::error::SearchError;
use crate::platform::page;

const FILE: &str = "sample/videos.json";
const PRODUCTS: &str = "sample/products.json";

thread_local! {
    static BODY: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The ids of the whole sample.
pub async fn all_ids() -> Result<VideoIds, SearchError> {
    let body = read().await?;
    VideoIds::new(rows(&body).filter_map(video_id)).map_err(|_| SearchError::SampleUnavailable)
}

/// The response to a query, as the API would give it.
pub async fn page(query: &Query) -> Result<String, SearchError> {
    Ok(paged(&read().await?, query))
}

/// All pages of a query that have rows; none before the file is loaded.
pub fn pages(query: &Query) -> Vec<(Query, String)> {
    let body = BODY.with_borrow(Clone::clone).unwrap_or_default();
    let mut pages = Vec::new();
    let mut next = Some(PageNum::default());
    while let Some(number) = next {
        let query = query.with_page(number);
        let page = paged(&body, &query);
        if rows(&page).next().is_none() {
            break;
        }
        next = number.next();
        pages.push((query, page));
    }
    pages
}

/// The products of the whole sample, as the API would name them now.
///
/// # Errors
/// Why the file cannot be read.
pub async fn products() -> Result<Vec<Product>, SearchError> {
    let response = client::fetch_asset(PRODUCTS).await?;
    wire::read_products(response.status, None, &response.body, page::now())
}

/// The file's envelope around a query's page of its rows.
fn paged(body: &str, query: &Query) -> String {
    let (head, _) = body.split_once('\n').unwrap_or_default();
    let size = usize::from(query.size.get());
    let skip = size.saturating_mul(query.page.get() as usize - 1);
    let is_in_query = |row: &&str| video_id(row).is_some_and(|id| query.ids.contains(id));
    let rows: Vec<&str> = rows(body)
        .filter(is_in_query)
        .skip(skip)
        .take(size)
        .collect();
    [head, &rows.join(",\n"), "]}"].join("\n")
}

/// The rows of the file, which has one a line.
fn rows(body: &str) -> impl Iterator<Item = &str> {
    let lines = body.lines().map(|line| line.trim_end_matches(','));
    lines.filter(|line| line.ends_with('}') && video_id(line).is_some())
}

fn video_id(row: &str) -> Option<VideoId> {
    let (_, rest) = row.split_once("\"video_id\":\"")?;
    rest.split('"').next()?.parse().ok()
}

/// Loads the file once. Only a file that can be read is kept, so that a failure can be tried again.
async fn read() -> Result<String, SearchError> {
    if let Some(body) = BODY.with_borrow(Clone::clone) {
        return Ok(body);
    }
    let response = client::fetch_asset(FILE).await;
    let body = response.map_err(|_| SearchError::SampleUnavailable)?.body;
    wire::read(200, None, &body, DataSource::Sample).map_err(|_| SearchError::SampleUnavailable)?;
    BODY.set(Some(body.clone()));
    Ok(body)
}
