//! All saved pages of a query, which can be looked at together.

use super::page::Page;
use super::sample;
use super::search::Search;
use crate::api::wire::DataSource;
use crate::domain::query::Query;
use crate::storage::recent;

/// How many pages of a page's query are saved, itself included.
pub fn cached_page_count(page: &Page, search: Search) -> usize {
    match page.data_source() {
        DataSource::Sample => sample::pages(&page.query).len(),
        DataSource::Live => cached_queries(&page.query, search).len(),
    }
    .max(1)
}

/// A page and all others of its query that are saved, in their order.
pub fn pages_of_query(page: Page, search: Search) -> Vec<Page> {
    let others: Vec<Page> = match page.data_source() {
        DataSource::Sample => sample::pages(&page.query)
            .into_iter()
            .filter(|(query, _)| query.page != page.query.page)
            .filter_map(|(query, body)| Page::from_sample(query, body).ok())
            .collect(),
        DataSource::Live => cached_queries(&page.query, search)
            .into_iter()
            .filter(|query| query.page != page.query.page)
            .filter_map(|query| Page::from_cache(&search.endpoint(&query), query))
            .collect(),
    };
    let mut pages = others;
    pages.push(page);
    pages.sort_by_key(|page| page.query.page);
    pages
}

fn cached_queries(query: &Query, search: Search) -> Vec<Query> {
    let pages = recent::pages(&search.endpoint(query));
    pages
        .into_iter()
        .map(|number| query.with_page(number))
        .collect()
}
