//! Builds the URL of an API request. The key is not part of it: it goes in a header.

use crate::domain::deployment::Source;
use crate::domain::query::Query;

const PATH: &str = "/v1/tiktok/video/products/analytics";

/// The URL of a query: the source's base, the endpoint's path, and the three documented parameters.
/// The ids are sorted, so that the same ids in another order hit the same cache entry.
pub fn analytics(source: &Source, query: &Query) -> String {
    analytics_base(source) + &query.canonical().to_string()
}

/// What the URLs of all queries start with.
pub fn analytics_base(source: &Source) -> String {
    format!("{}{PATH}?", source.base())
}
