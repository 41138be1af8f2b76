//! Loads what a navigation asks for: from what is saved, from the sample, or by a request.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Search;
use crate::api::client;
use crate::domain::query::url::AppUrl;
use crate::domain::query::{Query, SearchQuery};
use crate::domain::search::error::SearchError;
use crate::domain::search::remote::Remote;
use crate::platform::location;
use crate::state::navigation::{Navigation, Trigger};
use crate::state::page::Page;
use crate::state::receive::receive;
use crate::state::sample;
use crate::storage::response_cache;

impl Search {
    pub(super) fn load(self, navigation: Navigation) {
        self.request.set_value(None);
        self.is_reading.set(false);
        let Navigation {
            url,
            trigger,
            serial,
        } = navigation;
        let request = self.single_request(&url);
        let shown = self.page.with_untracked(|page| {
            let shown = page.shown();
            shown
                .filter(|page| Some(&page.query) == request.as_ref())
                .cloned()
        });
        // The pages of a run are its own.
        if shown.is_none() && request.is_some() {
            self.others.set(Vec::new());
        }
        if trigger == Trigger::Cancelled {
            self.page.set(Remote::Failed(SearchError::Cancelled, shown));
            return;
        }
        let Some(query) = request else {
            // A search for more videos than one request takes has a plan first.
            let opens_sample = url.query.is_none() && url.sample && trigger != Trigger::InvalidUrl;
            self.load_without_query(opens_sample, serial);
            return;
        };
        if url.sample {
            self.page.set(Remote::Loading(shown));
            self.load_sample(query, serial);
            return;
        }
        let address = self.endpoint(&query);
        if trigger == Trigger::Refreshed || response_cache::saved(&address).is_none() {
            self.request(query, trigger, shown);
            return;
        }
        self.page
            .set(shown.clone().map_or(Remote::Idle, Remote::Ready));
        self.is_reading.set(true);
        spawn_local(async move {
            let page = Page::from_cache(&address, query.clone()).await;
            if self.is_current(serial) {
                self.is_reading.set(false);
                match page {
                    Some(page) => self.finish(Ok(page)),
                    None => self.request(query, trigger, shown),
                }
            }
        });
    }

    /// Sends a request, unless the user has to agree first.
    fn request(self, query: Query, trigger: Trigger, shown: Option<Page>) {
        if untrack(|| self.settings.needs_key()) {
            self.page.set(Remote::Failed(SearchError::KeyNeeded, shown));
            return;
        }
        let may_run = match trigger {
            // More ids than the API is known to take are for the user to send.
            Trigger::Opened => {
                self.settings.auto_run() && query.ids.len() <= self.settings.ids_per_request()
            }
            Trigger::Requested | Trigger::Refreshed => true,
            Trigger::History | Trigger::Cancelled | Trigger::InvalidUrl | Trigger::RoundedIds => {
                false
            }
        };
        if !may_run {
            self.page.set(shown.map_or(Remote::Idle, Remote::Ready));
            return;
        }
        self.page.set(Remote::Loading(shown));
        self.send(query);
    }

    fn send(self, query: Query) {
        let url = self.endpoint(&query);
        let request = self.settings.request(&url);
        let serial = self
            .navigation
            .with_untracked(|navigation| navigation.serial);
        let guard = client::send(request, move |response| {
            spawn_local(async move {
                let page = receive(query, &url, response).await;
                if self.is_current(serial) {
                    self.finish(page);
                }
            });
        });
        self.request.set_value(Some(guard));
    }

    fn load_sample(self, query: Query, serial: u32) {
        spawn_local(async move {
            let body = sample::page(&query).await;
            if self.is_current(serial) {
                self.finish(body.and_then(|body| Page::from_sample(query, body)));
            }
        });
    }

    /// An address with no query shows nothing, or becomes the query for the whole sample.
    fn load_without_query(self, opens_sample: bool, serial: u32) {
        if !opens_sample {
            self.page.set(Remote::Idle);
            return;
        }
        self.page.set(Remote::Loading(None));
        spawn_local(async move {
            let ids = sample::all_ids().await;
            if !self.is_current(serial) {
                return;
            }
            match ids {
                Ok(ids) => {
                    let url = AppUrl {
                        sample: true,
                        query: Some(SearchQuery::Videos(ids)),
                    };
                    location::replace(&untrack(|| self.query_string(&url)));
                    self.navigate(url, Trigger::Requested);
                }
                Err(error) => self.finish(Err(error)),
            }
        });
    }

    fn finish(self, result: Result<Page, SearchError>) {
        self.page.update(|page| {
            *page = match result {
                Ok(new) => Remote::Ready(new),
                Err(error) => Remote::Failed(error, std::mem::take(page).into_shown()),
            };
        });
    }
}
