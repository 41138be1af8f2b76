//! Names the products of the results, ten with each request, each of which costs a credit. What was paid for is stored
//! for good.
//!
//! [`Products::look_up`], [`Products::name_all`] and what they call is in a file of its own, which is loaded with the
//! first results.

mod naming;

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::search::Search;
use super::settings::Settings;
use crate::domain::deployment::Companion;
use crate::domain::products::{ProductTable, can_be_named, product_ids, requests_for};
use crate::domain::search::error::SearchError;
use crate::domain::videos::Video;
use crate::domain::videos::links::DigitId;

/// The products of the results.
#[derive(Clone, Copy)]
pub struct Products {
    settings: Settings,
    search: Search,
    named: RwSignal<Arc<ProductTable>>,
    /// The sample's, which are made up: they are apart from those that were paid for.
    of_sample: RwSignal<Arc<ProductTable>>,
    /// How many of how many products have an answer; `None` while none is being named.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Whether naming ends with the request that is on its way.
    pub is_stopping: RwSignal<bool>,
    /// Why the last request failed.
    pub error: RwSignal<Option<SearchError>>,
    /// Whether there is no such call here: nothing is asked for again.
    pub is_unavailable: RwSignal<bool>,
    /// The products of the results.
    pub ids: Memo<Vec<DigitId>>,
    seen: RwSignal<Seen>,
}

/// Products without a name.
#[derive(Default)]
struct Seen {
    /// KeyAPI knows nothing of them: they are not paid for again.
    unknown: HashSet<DigitId>,
    /// They were looked for among the stored ones.
    looked_up: HashSet<DigitId>,
}

impl Products {
    pub fn new(settings: Settings, search: Search) -> Self {
        let ids = Memo::new(move |_| {
            let others = search.others.get();
            let searched = search.url().query.and_then(|query| query.searched_ids());
            let is_searched =
                |video: &&Video| searched.as_ref().is_none_or(|ids| ids.contains(&video.id));
            search.with_page(|page| {
                let pages = others.iter().chain(page.shown());
                let videos = pages.flat_map(|page| page.rows.videos());
                product_ids(videos.filter(is_searched))
            })
        });
        let error = RwSignal::new(None);
        Effect::new(move || {
            ids.track();
            error.set(None);
        });
        let is_unavailable = RwSignal::new(false);
        Effect::new(move || {
            settings.key.track();
            settings.source.track();
            is_unavailable.set(false);
        });
        Self {
            settings,
            search,
            named: RwSignal::default(),
            of_sample: RwSignal::default(),
            progress: RwSignal::new(None),
            is_stopping: RwSignal::new(false),
            error,
            is_unavailable,
            ids,
            seen: RwSignal::default(),
        }
    }

    /// The named products, of live data or of the sample.
    pub fn table(self, is_sample: bool) -> Arc<ProductTable> {
        match is_sample {
            true => self.of_sample.get(),
            false => self.named.get(),
        }
    }

    /// Of how many products of the results KeyAPI knows nothing.
    pub fn unknown(self) -> usize {
        self.seen.with(|seen| {
            let is_unknown = |id: &&DigitId| seen.unknown.contains(id);
            self.ids.with(|ids| ids.iter().filter(is_unknown).count())
        })
    }

    /// Whether there is anything to say about names.
    pub fn is_offered(self) -> bool {
        !self.nameable().is_empty()
            || self.progress.with(Option::is_some)
            || self.error.with(Option::is_some)
            || self.unknown() > 0
    }

    /// The products that can be named: those of the results without a name. The sample's are made up.
    pub fn nameable(self) -> Vec<DigitId> {
        let is_off = self.settings.companion_url(Companion::Products).is_none();
        if is_off || self.search.is_sample() {
            return Vec::new();
        }
        let mut ids = self.ids.get();
        self.seen.with(|seen| {
            let is_open = |id: &DigitId| {
                can_be_named(id) && seen.looked_up.contains(id) && !seen.unknown.contains(id)
            };
            self.named
                .with(|named| ids.retain(|id| is_open(id) && named.get(id).is_none()));
        });
        ids
    }

    /// How many requests naming them takes.
    pub fn requests(self) -> usize {
        requests_for(self.nameable().len())
    }

    /// Ends naming after the request that is on its way, which may have cost a credit.
    pub fn stop(self) {
        self.is_stopping.set(true);
    }

    /// Offers names also where it is not known which are stored. What is stored is not asked for again even then.
    pub fn skip_look_up(self) {
        let ids = self.ids.get_untracked();
        self.seen.update(|seen| seen.looked_up.extend(ids));
    }
}
