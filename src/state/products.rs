//! Names the products of the results, ten with each request, each of which costs a credit. What was paid for is stored
//! for good.
//!
//! [`Products::look_up`], [`Products::name_all`] and what they call is in a file of its own, which is loaded with the
//! first results.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::credits;
use super::search::Search;
use super::settings::Settings;
use crate::api::client::ApiResponse;
use crate::api::{client, endpoint, wire};
use crate::domain::deployment::Companion;
use crate::domain::products::{
    BATCH, ProductAnswer, ProductTable, can_be_named, product_ids, requests_for,
};
use crate::domain::search::error::SearchError;
use crate::domain::videos::Video;
use crate::domain::videos::links::DigitId;
use crate::platform::page;
use crate::storage::companions::{self, Kind};

/// The products of the results.
#[derive(Clone, Copy)]
pub struct Products {
    settings: Settings,
    search: Search,
    pub named: RwSignal<Arc<ProductTable>>,
    /// How many of how many products have an answer; `None` while none is being named.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Whether naming ends with the request that is on its way.
    pub is_stopping: RwSignal<bool>,
    /// Why the last request failed.
    pub error: RwSignal<Option<SearchError>>,
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
        Self {
            settings,
            search,
            named: RwSignal::default(),
            progress: RwSignal::new(None),
            is_stopping: RwSignal::new(false),
            error,
            ids,
            seen: RwSignal::default(),
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

    /// Names them. Ends with the first request that fails.
    pub fn name_all(self) {
        if self.progress.get_untracked().is_some() {
            return;
        }
        let ids = untrack(|| self.nameable());
        let all = ids.len();
        self.progress.set(Some((0, all)));
        self.error.set(None);
        spawn_local(async move {
            for (index, batch) in ids.chunks(BATCH).enumerate() {
                if self.is_stopping.try_get_untracked() != Some(false) {
                    break;
                }
                // Another tab may have named some of them meanwhile.
                let unknown = self.take_stored(batch.to_vec()).await;
                if !unknown.is_empty()
                    && let Err(error) = self.name(&unknown).await
                {
                    self.error.try_set(Some(error));
                    break;
                }
                let done = (index * BATCH + batch.len()).min(all);
                self.progress.try_set(Some((done, all)));
            }
            self.progress.try_set(None);
            self.is_stopping.try_set(false);
        });
    }

    /// Ends naming after the request that is on its way, which may have cost a credit.
    pub fn stop(self) {
        self.is_stopping.set(true);
    }

    async fn name(self, batch: &[DigitId]) -> Result<(), SearchError> {
        if untrack(|| self.settings.needs_key()) {
            return Err(SearchError::KeyNeeded);
        }
        let base = untrack(|| self.settings.companion_url(Companion::Products));
        let base = base.ok_or(SearchError::Cancelled)?;
        // Sorted, so that the same products hit the same cache entry.
        let mut ids: Vec<&str> = batch.iter().map(DigitId::as_str).collect();
        ids.sort_unstable();
        let url = endpoint::products(&base, &ids);
        let response = client::request(self.settings.request(&url)).await?;
        let asked_at = page::now().saturating_sub(response.age);
        let ApiResponse {
            status,
            retry_after,
            body,
            ..
        } = &response;
        let products = wire::read_products(*status, *retry_after, body, asked_at)?;
        credits::count(response.cache_status);
        let answers: Vec<(DigitId, ProductAnswer)> = batch
            .iter()
            .map(|id| {
                let product = products.iter().find(|product| product.id == *id).cloned();
                (id.clone(), ProductAnswer { product, asked_at })
            })
            .collect();
        // An answer without any product may be a failure of the moment: then they are unknown on this page only.
        if answers.iter().any(|(_, answer)| answer.product.is_some()) {
            store(&answers).await;
        }
        self.show(answers);
        Ok(())
    }

    fn show(self, answers: Vec<(DigitId, ProductAnswer)>) {
        let (mut products, mut unknown) = (Vec::new(), Vec::new());
        for (id, answer) in answers {
            match answer.product {
                Some(product) => products.push(product),
                None => unknown.push(id),
            }
        }
        if !unknown.is_empty() {
            self.seen.try_update(|seen| seen.unknown.extend(unknown));
        }
        if !products.is_empty() {
            self.named.try_update(|named| {
                let mut table = ProductTable::clone(named);
                table.extend(products);
                *named = Arc::new(table);
            });
        }
    }

    /// Looks for the products of the results among the stored ones.
    pub fn look_up(self) {
        let mut ids = self.ids.get_untracked();
        self.seen
            .with_untracked(|seen| ids.retain(|id| !seen.looked_up.contains(id)));
        if ids.is_empty() {
            return;
        }
        spawn_local(async move {
            self.take_stored(ids.clone()).await;
            self.seen.try_update(|seen| seen.looked_up.extend(ids));
        });
    }

    /// Offers names also where it is not known which are stored. What is stored is not asked for again even then.
    pub fn skip_look_up(self) {
        let ids = self.ids.get_untracked();
        self.seen.update(|seen| seen.looked_up.extend(ids));
    }

    /// Takes the answers that are stored. The other products are returned.
    async fn take_stored(self, ids: Vec<DigitId>) -> Vec<DigitId> {
        let keys: Vec<String> = ids.iter().map(|id| id.as_str().to_owned()).collect();
        let stored = companions::get_all(Kind::Products, &keys).await;
        let now = page::now();
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (id, json) in ids.into_iter().zip(stored) {
            let answer = json.and_then(|json| serde_json::from_str::<ProductAnswer>(&json).ok());
            match answer.filter(|answer| answer.is_current(now)) {
                Some(answer) => known.push((id, answer)),
                None => unknown.push(id),
            }
        }
        self.show(known);
        unknown
    }
}

async fn store(answers: &[(DigitId, ProductAnswer)]) {
    let texts: Vec<(String, String)> = answers
        .iter()
        .filter_map(|(id, answer)| {
            let json = serde_json::to_string(answer).ok()?;
            Some((id.as_str().to_owned(), json))
        })
        .collect();
    companions::put_all(Kind::Products, &texts).await;
}
