//! Builds the URLs of requests. The key is not part of them: it goes in a header.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::deployment::Source;
use crate::domain::ids::short_link::ShortLink;
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

/// What `encodeURIComponent` leaves as it is: proxies take addresses in this form only.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The URL that signs covers, at the call's own `base`.
pub fn signed_covers(base: &str, covers: &[String]) -> String {
    let covers: Vec<String> = covers.iter().map(|cover| encoded(cover)).collect();
    format!("{base}?cover_urls={}", covers.join(","))
}

/// The URL that names products, at the call's own `base`.
pub fn products(base: &str, ids: &[&str]) -> String {
    format!("{base}?product_ids={}", ids.join(","))
}

/// The URL that resolves a short link, at the call's own `base`.
pub fn resolved_link(base: &str, link: &ShortLink) -> String {
    format!("{base}?link={}", encoded(&link.url()))
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}
