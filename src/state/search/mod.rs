//! From an address to its results: what runs, what it replaces, and what is saved. A search for more videos than one
//! request takes is run by [`super::runs`].
//!
//! A credit is used only after a step that shows its price. Nothing is retried, and a newer navigation aborts the request.

mod load;

use leptos::prelude::*;

use super::navigation::{Navigation, Trigger, trigger_for};
use super::page::Page;
use super::settings::Settings;
use super::view_state::ViewState;
use crate::api::client::RequestGuard;
use crate::api::endpoint;
use crate::domain::ids::VideoIds;
use crate::domain::query::Query;
use crate::domain::query::url::{AppUrl, ParsedUrl};
use crate::domain::search::remote::Remote;
use crate::domain::view::View;
use crate::domain::view::url::view_params;
use crate::i18n::Texts;
use crate::platform::location;
use crate::storage::response_cache;

/// The search: where the page is, and the results there.
#[derive(Clone, Copy)]
pub struct Search {
    settings: Settings,
    view_state: ViewState,
    navigation: RwSignal<Navigation>,
    page: RwSignal<Remote<Page>>,
    /// The other pages that are shown with it.
    pub others: RwSignal<Vec<Page>>,
    /// From when on an answer replaces earlier ones of its videos, in Unix seconds; 0 if all are used.
    pub replaced_since: RwSignal<u64>,
    /// Whether a saved response is being read.
    pub is_reading: RwSignal<bool>,
    /// The request that is running. Dropping it aborts it.
    request: StoredValue<Option<RequestGuard>, LocalStorage>,
}

impl Search {
    /// Starts at the page's address.
    pub fn new(settings: Settings, view_state: ViewState, parsed: &ParsedUrl) -> Self {
        let navigation = Navigation {
            url: parsed.app_url(),
            trigger: trigger_for(parsed, Trigger::Opened),
            serial: 0,
        };
        let search = Self {
            settings,
            view_state,
            navigation: RwSignal::new(navigation),
            page: RwSignal::new(Remote::Idle),
            others: RwSignal::new(Vec::new()),
            replaced_since: RwSignal::new(0),
            is_reading: RwSignal::new(false),
            request: StoredValue::new_local(None),
        };
        Effect::new(move || search.load(search.navigation.get()));
        search
    }

    /// The query and the data source that the page's address names.
    pub fn url(self) -> AppUrl {
        self.navigation.with(|navigation| navigation.url.clone())
    }

    /// Whether the results come from the sample data.
    pub fn is_sample(self) -> bool {
        self.navigation.with(|navigation| navigation.url.sample)
    }

    /// Reads the results.
    pub fn with_page<T>(self, f: impl FnOnce(&Remote<Page>) -> T) -> T {
        self.page.with(f)
    }

    /// Whether a request is running.
    pub fn is_loading(self) -> bool {
        self.page.with(Remote::is_loading)
    }

    /// The API address of a query.
    pub fn endpoint(self, query: &Query) -> String {
        let source = self.settings.source;
        source.with_untracked(|source| endpoint::analytics(source, query))
    }

    /// What the API addresses of all queries start with.
    pub fn endpoint_base(self) -> String {
        self.settings
            .source
            .with_untracked(endpoint::analytics_base)
    }

    /// Goes to an address, as a new history entry, and runs its query.
    pub fn go(self, url: AppUrl) {
        if self.is_running(&url) {
            return;
        }
        self.view_state.flush_url();
        if self
            .navigation
            .with_untracked(|navigation| navigation.url != url)
        {
            location::push(&self.query_string(&url));
            self.view_state.sync_from_url();
        }
        self.navigate(url, Trigger::Requested);
    }

    /// Goes to the whole sample.
    pub fn go_to_sample(self) {
        self.go(AppUrl {
            sample: true,
            query: None,
        });
    }

    /// Follows Back or Forward. Whether the query changed; a change of the view or the fragment alone is none.
    pub fn sync_from_url(self, parsed: &ParsedUrl) -> bool {
        let url = parsed.app_url();
        let has_changed = self
            .navigation
            .with_untracked(|navigation| navigation.url != url);
        if has_changed {
            self.navigate(url, trigger_for(parsed, Trigger::History));
        }
        has_changed
    }

    /// Runs the current query, unless its response is saved.
    pub fn run(self) {
        self.run_again(Trigger::Requested);
    }

    /// Runs the current query even if its response is saved.
    pub fn refresh(self) {
        self.run_again(Trigger::Refreshed);
    }

    /// Cancels the request that is running; earlier results stay.
    pub fn cancel(self) {
        self.navigate(untrack(|| self.url()), Trigger::Cancelled);
    }

    /// The absolute link to an address with the current view. It holds a query and a view, and nothing else.
    pub fn link(self, url: &AppUrl) -> String {
        location::absolute(&self.query_string(url))
    }

    /// The one request that an address takes, if one is enough.
    fn single_request(self, url: &AppUrl) -> Option<Query> {
        let query = url.query.as_ref()?;
        query.first_request(self.ids_per_request(url))
    }

    /// Whether the videos of the address take more than one request.
    pub fn is_run(self) -> bool {
        self.navigation
            .with(|navigation| self.takes_run(&navigation.url))
    }

    /// The videos of the address, if they take more than one request.
    pub fn run_ids(self) -> Option<VideoIds> {
        self.navigation.with(|Navigation { url, .. }| {
            let query = url.query.as_ref().filter(|_| self.takes_run(url));
            query.map(|query| query.ids().clone())
        })
    }

    /// Whether an address has more videos than one request takes.
    pub fn takes_run(self, url: &AppUrl) -> bool {
        let query = url.query.as_ref();
        query.is_some_and(|query| query.takes_run(self.ids_per_request(url)))
    }

    /// Of the sample one request can have any number of ids.
    fn ids_per_request(self, url: &AppUrl) -> usize {
        match url.sample {
            true => VideoIds::MAX,
            false => self.settings.ids_per_request(),
        }
    }

    /// Whether going to an address costs a credit.
    pub fn has_cost(self, url: &AppUrl) -> bool {
        let query = self.single_request(url).filter(|_| !url.sample);
        query.is_some_and(|query| response_cache::saved(&self.endpoint(&query)).is_none())
    }

    /// What a request costs, in words. A proxy may have the response in its cache.
    pub fn price(self, texts: &'static Texts) -> &'static str {
        match self.settings.is_proxy() {
            true => texts.search.up_to_one_credit,
            false => texts.search.one_credit,
        }
    }

    fn run_again(self, trigger: Trigger) {
        let url = untrack(|| self.url());
        if !self.is_running(&url) {
            self.navigate(url, trigger);
        }
    }

    /// Whether this very query is running: a second press must not pay for it again.
    fn is_running(self, url: &AppUrl) -> bool {
        self.page.with_untracked(Remote::is_loading)
            && self
                .navigation
                .with_untracked(|navigation| navigation.url == *url)
    }

    /// An address with the current view. Without a query there are no results to view; with other videos the filter
    /// stays, but not what names videos.
    fn query_string(self, url: &AppUrl) -> String {
        let ids = |url: &AppUrl| url.query.as_ref().map(|query| query.ids().clone());
        let view = match ids(url) {
            None => String::new(),
            wanted => {
                let current = self
                    .navigation
                    .with_untracked(|navigation| ids(&navigation.url));
                let view = self.view_state.view.with(View::to_string);
                view_params(&view, current.is_none() || current == wanted)
            }
        };
        url.to_string() + &view
    }

    fn navigate(self, url: AppUrl, trigger: Trigger) {
        self.navigation.update(|navigation| {
            *navigation = Navigation {
                url,
                trigger,
                serial: navigation.serial.wrapping_add(1),
            };
        });
    }

    fn is_current(self, serial: u32) -> bool {
        self.navigation
            .with_untracked(|navigation| navigation.serial == serial)
    }
}
