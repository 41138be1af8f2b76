//! Asks for the names of products, and takes those that are stored or in the sample.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::{credits, sample};
use super::Products;
use crate::api::client::ApiResponse;
use crate::api::{client, endpoint, wire};
use crate::domain::deployment::Companion;
use crate::domain::products::{BATCH, ProductAnswer, ProductTable};
use crate::domain::search::error::SearchError;
use crate::domain::videos::links::DigitId;
use crate::platform::page;
use crate::storage::companions::{self, Kind};

impl Products {
    /// Looks for the products of the results among the stored ones, or in the sample.
    pub fn look_up(self) {
        if untrack(|| self.search.is_sample()) {
            spawn_local(self.name_sample());
            return;
        }
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

    /// Names them. Ends with the first request that fails.
    pub fn name_all(self) {
        if self.progress.get_untracked().is_some() || self.is_unavailable.get_untracked() {
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
                    if error.is_call_missing() {
                        self.is_unavailable.try_set(true);
                    }
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
            let by_key: Vec<(String, ProductAnswer)> = answers
                .iter()
                .map(|(id, answer)| (id.as_str().to_owned(), answer.clone()))
                .collect();
            companions::put_values(Kind::Products, &by_key).await;
        }
        self.show(answers);
        Ok(())
    }

    /// Takes the answers that are stored. The other products are returned.
    async fn take_stored(self, ids: Vec<DigitId>) -> Vec<DigitId> {
        let keys: Vec<String> = ids.iter().map(|id| id.as_str().to_owned()).collect();
        let stored = companions::get_values::<ProductAnswer>(Kind::Products, &keys).await;
        let now = page::now();
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (id, answer) in ids.into_iter().zip(stored) {
            match answer.filter(|answer| answer.is_current(now)) {
                Some(answer) => known.push((id, answer)),
                None => unknown.push(id),
            }
        }
        self.show(known);
        unknown
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

    /// Names the products of the sample, once. Without its file they have no names.
    async fn name_sample(self) {
        if self.of_sample.with_untracked(|named| named.is_empty())
            && let Ok(products) = sample::products().await
        {
            self.of_sample
                .try_set(Arc::new(products.into_iter().collect()));
        }
    }
}
