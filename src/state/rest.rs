//! Further rows of a search that one request began: the pages after the first, until a short one.

use std::collections::HashSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::analysis::Analysis;
use super::page::Page;
use super::receive::receive;
use super::search::Search;
use super::settings::Settings;
use crate::api::client;
use crate::domain::ids::VideoId;
use crate::domain::query::{Query, SearchQuery};
use crate::domain::search::error::SearchError;
use crate::domain::videos::response::CacheStatus;
use crate::storage::response_cache;

/// How many pages are loaded at a time.
const PAGES: usize = 10;

/// The rest of the results.
#[derive(Clone, Copy)]
pub struct Rest {
    settings: Settings,
    search: Search,
    analysis: Analysis,
    pub is_loading: RwSignal<bool>,
    /// Why the last page did not come.
    pub error: RwSignal<Option<SearchError>>,
    /// The first page that is fetched again, with all others after it.
    refreshed: StoredValue<Option<Page>>,
}

impl Rest {
    pub fn new(settings: Settings, search: Search, analysis: Analysis) -> Self {
        let rest = Self {
            settings,
            search,
            analysis,
            is_loading: RwSignal::new(false),
            error: RwSignal::new(None),
            refreshed: StoredValue::new(None),
        };
        Effect::new(move || {
            let page = analysis.page.get();
            rest.error.set(None);
            // What is on its way is of another search, or follows an outdated page.
            rest.is_loading.set(false);
            let earlier = rest.refreshed.try_update_value(Option::take).flatten();
            if let (Some(earlier), Some(page)) = (earlier, page)
                && page.query == earlier.query
                && page.cache_status != CacheStatus::Browser
            {
                // Those from before are outdated.
                search.others.set(Vec::new());
                rest.load();
            }
        });
        rest
    }

    /// Whether there may be further rows.
    pub fn is_offered(self) -> bool {
        self.next().is_some()
    }

    /// Fetches all pages again: the first one, and then the rest.
    pub fn refresh_all(self) {
        self.refreshed.set_value(self.analysis.page.get_untracked());
        self.search.refresh();
    }

    /// How many ids have no row yet.
    pub fn ids_without_row(self) -> usize {
        let ids = self.search.url().query.map(|query| query.ids().clone());
        let (Some(ids), Some(rows)) = (ids, self.analysis.rows.get()) else {
            return 0;
        };
        let with_row: HashSet<VideoId> = rows.videos().iter().map(|video| video.id).collect();
        ids.iter().filter(|id| !with_row.contains(id)).count()
    }

    /// Loads them, page by page.
    pub fn load(self) {
        if self.is_loading.get_untracked() {
            return;
        }
        self.is_loading.set(true);
        self.error.set(None);
        let first = self.analysis.page.get_untracked();
        spawn_local(async move {
            for _ in 0..PAGES {
                let Some(query) = untrack(|| self.next()) else {
                    break;
                };
                let page = self.fetch(query).await;
                if self.analysis.page.try_get_untracked() != Some(first.clone()) {
                    break;
                }
                match page {
                    Ok(page) => self.search.others.update(|pages| {
                        pages.retain(|other| other.query != page.query);
                        pages.push(page);
                    }),
                    Err(error) => {
                        self.error.set(Some(error));
                        break;
                    }
                }
            }
            if self.analysis.page.try_get_untracked() == Some(first) {
                self.is_loading.set(false);
            }
        });
    }

    /// The query of the page after the last one, if that is full.
    fn next(self) -> Option<Query> {
        let url = self.search.url();
        let is_of_videos = matches!(url.query, Some(SearchQuery::Videos(_)));
        if url.sample || !is_of_videos || self.search.takes_run(&url) {
            return None;
        }
        let last = self.analysis.pages.with(|pages| pages.last().cloned())?;
        let next = last.query.page.next().filter(|_| !last.is_last())?;
        Some(last.query.with_page(next))
    }

    async fn fetch(self, query: Query) -> Result<Page, SearchError> {
        let url = self.search.endpoint(&query);
        // Another tab may have it, from after the first page.
        let since = self.analysis.page.with_untracked(|page| {
            let first = page.as_ref().map(|page| self.search.endpoint(&page.query));
            let saved = first.and_then(|url| response_cache::saved(&url));
            saved.map_or(u64::MAX, |saved| saved.stored_at)
        });
        if response_cache::saved(&url).is_some_and(|saved| saved.stored_at >= since)
            && let Some(page) = Page::from_cache(&url, query.clone()).await
        {
            return Ok(page);
        }
        if untrack(|| self.settings.needs_key()) {
            return Err(SearchError::KeyNeeded);
        }
        let response = client::request(self.settings.request(&url)).await;
        receive(query, &url, response).await
    }
}
