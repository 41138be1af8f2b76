//! Owns: from an address to its answer: what runs, what it replaces, and what is kept.
//! Refuses: spending a credit that nobody agreed to, retrying, and an answer that comes too late.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::storage::response_cache;
pub use crate::state::page::Page;
use crate::state::sample;
use crate::state::settings::Settings;
use crate::state::navigation::{Trigger, Navigation, app_url_of, trigger_of};
use crate::api::client::{self, ApiRequest, RequestGuard};
use crate::api::endpoint;
use crate::platform::location;
use crate::domain::search::error::SearchError;
use crate::domain::query::{Query};
use crate::domain::query::url::{AppUrl, ParsedUrl};
use crate::domain::search::remote::Remote;
use crate::domain::deployment::Source;
use crate::domain::view;
use crate::i18n::Texts;

/// The search.
#[derive(Clone, Copy)]
pub struct Search {
    settings: Settings,
    visit: RwSignal<Navigation>,
    page: RwSignal<Remote<Page>>,
}

impl Search {
    /// Starts at a link.
    pub fn new(settings: Settings, link: &ParsedUrl) -> Self {
        let visit = Navigation {
            address: app_url_of(link),
            cause: trigger_of(link, Trigger::Opened),
            serial: 0,
        };
        let search = Self {
            settings,
            visit: RwSignal::new(visit),
            page: RwSignal::new(Remote::Idle),
        };
        // The effect's value is the request under way: the next run drops it, which aborts it.
        Effect::new(move |_: Option<Option<RequestGuard>>| search.load(search.visit.get()));
        search
    }

    /// The address of the page.
    pub fn address(self) -> AppUrl {
        self.visit.with(|visit| visit.address.clone())
    }

    /// Whether the sample answers.
    pub fn is_sample(self) -> bool {
        self.visit.with(|visit| visit.address.sample)
    }

    /// Looks at the page of results.
    pub fn with_page<T>(self, look: impl FnOnce(&Remote<Page>) -> T) -> T {
        self.page.with(look)
    }

    /// Looks at where data comes from.
    pub fn with_source<T>(self, look: impl FnOnce(&Source) -> T) -> T {
        self.settings.source.with_untracked(look)
    }

    /// Goes to an address, as a new history entry, and runs its query.
    pub fn go(self, address: AppUrl) {
        if self.is_under_way(&address) {
            return;
        }
        if self.visit.with_untracked(|visit| visit.address != address) {
            location::push(&self.written(&address));
        }
        self.set(address, Trigger::Asked);
    }

    /// Goes to the whole sample.
    pub fn go_to_sample(self) {
        self.go(AppUrl {
            sample: true,
            query: None,
        });
    }

    /// Follows Back or Forward. Whether the address is another one; a change of its fragment isn't.
    pub fn follow(self, link: &ParsedUrl) -> bool {
        let address = app_url_of(link);
        let moved = self.visit.with_untracked(|visit| visit.address != address);
        if moved {
            self.set(address, trigger_of(link, Trigger::History));
        }
        moved
    }

    /// Runs the current query again; a kept answer does unless `afresh`.
    pub fn again(self, afresh: bool) {
        let cause = if afresh {
            Trigger::Refreshed
        } else {
            Trigger::Asked
        };
        let address = untrack(|| self.address());
        if !self.is_under_way(&address) {
            self.set(address, cause);
        }
    }

    /// Stops the request under way; what was there before stays.
    pub fn cancel(self) {
        self.set(untrack(|| self.address()), Trigger::Cancelled);
    }

    /// Whether this very query is asked just now: a second press must not pay for it again.
    fn is_under_way(self, address: &AppUrl) -> bool {
        self.page.with_untracked(Remote::is_loading)
            && self.visit.with_untracked(|visit| visit.address == *address)
    }

    /// The absolute link to an address, to be shared, looked at as it is now. It holds a query and a view,
    /// and nothing else.
    pub fn link(self, address: &AppUrl) -> String {
        location::absolute(&self.written(address))
    }

    /// An address with the view that there is now. Where there are no results there is nothing to look at.
    fn written(self, address: &AppUrl) -> String {
        let ids = |address: &AppUrl| address.query.as_ref().map(|query| query.ids.clone());
        let view = match ids(address) {
            None => String::new(),
            wanted => {
                let now = self.visit.with_untracked(|visit| ids(&visit.address));
                view::view_params(&location::search(), now.is_none() || now == wanted)
            }
        };
        [address.to_string(), view].concat()
    }

    /// Whether going to an address costs a credit.
    pub fn costs(self, address: &AppUrl) -> bool {
        let Some(query) = address.query.as_ref().filter(|_| !address.sample) else {
            return false;
        };
        kept::recall(
            &self
                .settings
                .source
                .with_untracked(|source| endpoint::analytics(source, query)),
        )
        .is_none()
    }

    /// What a request costs, in words.
    pub fn credit(self, t: &'static Texts) -> &'static str {
        // A proxy may have the answer already.
        match self.settings.is_proxy() {
            true => t.up_to_one_credit,
            false => t.one_credit,
        }
    }

    /// Loads the page anew, its query with it: the way past a sign-in that has expired.
    pub fn reload(self) {
        location::reload();
    }

    fn set(self, address: AppUrl, cause: Trigger) {
        self.visit.update(|visit| {
            *visit = Navigation {
                address,
                cause,
                serial: visit.serial.wrapping_add(1),
            };
        });
    }

    fn load(self, visit: Navigation) -> Option<RequestGuard> {
        let Navigation {
            address,
            cause,
            serial,
        } = visit;
        let Some(query) = address.query else {
            let opens = address.sample && cause != Trigger::Faulty;
            self.page.set(if opens {
                Remote::Loading(None)
            } else {
                Remote::Idle
            });
            if opens {
                self.open_sample(serial);
            }
            return None;
        };
        let before = self
            .page
            .with_untracked(|page| page.shown().filter(|page| page.query == query).cloned());
        if cause == Trigger::Cancelled {
            self.page
                .set(Remote::Failed(SearchError::Cancelled, before));
            return None;
        }
        if address.sample {
            self.page.set(Remote::Loading(before));
            self.load_sample(query, serial);
            return None;
        }
        let source = self.settings.source.get_untracked();
        let url = endpoint::analytics(&source, &query);
        if cause != Trigger::Refreshed
            && let Some(page) =
                kept::recall(&url).and_then(|kept| Page::recalled(query.clone(), kept))
        {
            self.page.set(Remote::Ready(page));
            return None;
        }
        let may_run = match cause {
            Trigger::Opened => self.settings.auto_run(),
            Trigger::History | Trigger::Cancelled | Trigger::Faulty => false,
            Trigger::Asked | Trigger::Refreshed => true,
        };
        if untrack(|| self.settings.needs_key()) {
            self.page
                .set(Remote::Failed(SearchError::KeyNeeded, before));
            return None;
        }
        if !may_run {
            self.page.set(before.map_or(Remote::Idle, Remote::Ready));
            return None;
        }
        self.page.set(Remote::Loading(before));
        Some(self.send(source, url, query))
    }

    fn send(self, source: Source, url: String, query: Query) -> RequestGuard {
        let key = self.settings.key.get_untracked();
        let errand = ApiRequest {
            url: url.clone(),
            mode: source.mode(),
            key,
        };
        client::send(errand, move |reply| {
            self.finish(reply.and_then(|reply| Page::answered(query, &url, reply)));
        })
    }

    fn load_sample(self, query: Query, serial: u32) {
        spawn_local(async move {
            let body = sample::page(&query).await;
            if self.is_current(serial) {
                self.finish(body.and_then(|body| Page::sampled(query, body)));
            }
        });
    }

    /// An address that asks for the sample alone becomes the query for all of it.
    fn open_sample(self, serial: u32) {
        spawn_local(async move {
            let everything = sample::everything().await;
            if !self.is_current(serial) {
                return;
            }
            match everything {
                Ok(query) => {
                    let address = AppUrl {
                        sample: true,
                        query: Some(query),
                    };
                    location::replace(&self.written(&address));
                    self.set(address, Trigger::Asked);
                }
                Err(error) => self.finish(Err(error)),
            }
        });
    }

    fn is_current(self, serial: u32) -> bool {
        self.visit.with_untracked(|visit| visit.serial == serial)
    }

    fn finish(self, result: Result<Page, SearchError>) {
        self.page.update(|page| {
            *page = match result {
                Ok(answer) => Remote::Ready(answer),
                Err(error) => Remote::Failed(error, std::mem::take(page).into_shown()),
            };
        });
    }
}
