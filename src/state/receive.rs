//! What happens to every response before it is shown: it is read, saved, and counted.

use super::credits;
use super::page::Page;
use crate::api::client::ApiResponse;
use crate::domain::query::Query;
use crate::domain::search::error::SearchError;

/// Reads the response to a query from this address. A good one is saved, and what it cost is counted.
///
/// # Errors
/// What the response says went wrong, or why it cannot be read.
pub async fn receive(
    query: Query,
    url: &str,
    response: Result<ApiResponse, SearchError>,
) -> Result<Page, SearchError> {
    let page = Page::from_response(query, response?)?;
    page.save(url).await;
    credits::count(page.cache_status);
    Ok(page)
}
