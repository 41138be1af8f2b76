//! The other pages of a search that one request began: those of the sample, and those that are saved.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::Page;
use super::sample;
use super::search::Search;
use super::view_state::ViewState;
use crate::api::wire::DataSource;
use crate::domain::query::paging::PageNum;
use crate::domain::query::{Query, SearchQuery};
use crate::domain::search::remote::Remote;
use crate::storage::response_cache;

/// How many pages of a page's query are saved, itself included.
pub fn saved_page_count(page: &Page, search: Search) -> usize {
    other_queries(page, search).len() + 1
}

/// Shows the other pages with the first one of a search for some videos, and with a single page if the view asks for
/// it.
pub fn follow_other_pages(search: Search, view_state: ViewState) {
    let is_page = Memo::new(move |_| matches!(search.url().query, Some(SearchQuery::Page(_))));
    let all_pages = Memo::new(move |_| view_state.view.with(|view| view.all_pages));
    Effect::new(move || {
        let page = search.with_page(|page| match page {
            Remote::Ready(page) => Some(page.clone()),
            _ => None,
        });
        let Some(page) = page else { return };
        if is_page.get() && !all_pages.get() {
            search.others.set(Vec::new());
            return;
        }
        spawn_local(async move {
            let others = other_pages(&page, search).await;
            let is_current = search.with_page(|current| current.shown() == Some(&page));
            if is_current {
                search.others.set(others);
            }
        });
    });
}

async fn other_pages(page: &Page, search: Search) -> Vec<Page> {
    if page.data_source() == DataSource::Sample {
        let others = sample_pages(page);
        return others
            .filter_map(|(query, body)| Page::from_sample(query, body).ok())
            .collect();
    }
    let queries = other_queries(page, search);
    let urls: Vec<String> = queries.iter().map(|query| search.endpoint(query)).collect();
    let saved = response_cache::get_all(&urls).await;
    let pages = queries.into_iter().zip(saved);
    pages
        .filter_map(|(query, saved)| Page::from_saved(query, saved?))
        .collect()
}

/// The other pages of the sample.
fn sample_pages(page: &Page) -> impl Iterator<Item = (Query, String)> {
    let pages = sample::pages(&page.query).into_iter();
    pages.filter(|(query, _)| query.page != page.query.page)
}

/// The queries of the other pages that there are.
fn other_queries(page: &Page, search: Search) -> Vec<Query> {
    match page.data_source() {
        DataSource::Sample => sample_pages(page).map(|(query, _)| query).collect(),
        DataSource::Live => {
            let query = &page.query;
            let own = search.endpoint(query);
            // A page from before the first one was fetched again is outdated.
            let since = match query.page.previous() {
                None => response_cache::saved(&own).map_or(0, |saved| saved.stored_at),
                Some(_) => 0,
            };
            let mut queries = Vec::new();
            response_cache::for_each_saved(|url, saved| {
                if let Some(number) = page_number(url, &own)
                    && number != query.page
                    && saved.stored_at >= since
                {
                    queries.push(query.with_page(number));
                }
            });
            queries.sort_unstable_by_key(|query| query.page);
            queries
        }
    }
}

/// The page number of an address that differs from another one in that alone.
fn page_number(url: &str, other: &str) -> Option<PageNum> {
    const PAGE: &str = "page_num=";
    let (head, rest) = other.split_once(PAGE)?;
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let page = url.strip_prefix(head)?.strip_prefix(PAGE)?;
    page.strip_suffix(tail)?.parse().ok()
}
