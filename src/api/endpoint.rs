//! Owns: the only address that requests go to. Refuses: keys, which go in a header.

use crate::domain::deployment::Source;
use crate::domain::query::Query;

const PATH: &str = "/v1/tiktok/video/products/analytics";

/// The address of a query: the source's base, the endpoint's path, and the three documented parameters.
/// The same ids in another order have the same address, so that each cache on the way knows them again.
pub fn analytics(source: &Source, query: &Query) -> String {
    format!("{}{PATH}?{}", source.base(), query.canonical())
}
