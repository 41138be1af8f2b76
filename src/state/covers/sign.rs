//! Signs the covers of the queue, one request after the other.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Covers;
use crate::api::{client, endpoint, wire};
use crate::domain::deployment::Companion;
use crate::domain::videos::covers::{BATCH, SignedCover};
use crate::domain::videos::links::MediaUrl;
use crate::platform::page;
use crate::storage::companions::{self, Kind};

impl Covers {
    /// Signs what is in the queue, one request after the other.
    pub fn sign(self) {
        if self.is_refused.get_untracked() {
            return;
        }
        let was_busy = self
            .work
            .try_update_value(|work| std::mem::replace(&mut work.is_busy, true));
        if was_busy != Some(false) {
            return;
        }
        spawn_local(async move {
            loop {
                let batch = self.work.try_update_value(|work| {
                    let count = work.queue.len().min(BATCH);
                    work.queue.drain(..count).collect::<Vec<_>>()
                });
                let batch = batch.unwrap_or_default();
                if batch.is_empty() {
                    break;
                }
                let batch = self.take_stored(batch).await;
                if !batch.is_empty() && !self.sign_batch(batch).await {
                    break;
                }
            }
            self.work.try_update_value(|work| work.is_busy = false);
        });
    }

    /// Takes the covers whose signed addresses are stored. The others are returned.
    async fn take_stored(self, batch: Vec<MediaUrl>) -> Vec<MediaUrl> {
        let keys: Vec<String> = batch.iter().map(|url| url.as_str().to_owned()).collect();
        let stored = companions::get_values::<SignedCover>(Kind::Covers, &keys).await;
        let now = page::now();
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (cover, signed) in batch.into_iter().zip(stored) {
            match signed.filter(|signed| signed.works_at(now)) {
                Some(signed) => known.push((cover, signed)),
                None => unknown.push(cover),
            }
        }
        self.show(known);
        unknown
    }

    /// Whether it may go on.
    async fn sign_batch(self, batch: Vec<MediaUrl>) -> bool {
        let Some(base) = untrack(|| self.settings.companion_url(Companion::Covers)) else {
            self.put_back(batch);
            return false;
        };
        let is_direct = untrack(|| !self.settings.is_proxy());
        let lacks_consent = is_direct && !self.has_agreed.get_untracked();
        if lacks_consent || untrack(|| self.settings.needs_key()) {
            self.put_back(batch);
            self.is_waiting.set(true);
            return false;
        }
        let covers: Vec<String> = batch.iter().map(|url| url.as_str().to_owned()).collect();
        let url = endpoint::signed_covers(&base, &covers);
        let Ok(response) = client::request(self.settings.request(&url)).await else {
            self.put_back(batch);
            return false;
        };
        let mut signed = match wire::read_covers(response.status, &response.body) {
            Ok(signed) => signed,
            Err(code) => {
                self.put_back(batch);
                // Too many requests, and failures of the server, pass.
                if !matches!(code, 429 | 500..) {
                    self.is_refused.try_set(true);
                }
                return false;
            }
        };
        // A proxy may have had the response for hours.
        let signed_at = page::now().saturating_sub(response.age);
        let signed: Vec<(MediaUrl, SignedCover)> = batch
            .into_iter()
            .filter_map(|cover| {
                let url = signed.remove(cover.as_str())?;
                Some((cover, SignedCover { url, signed_at }))
            })
            .collect();
        let by_key: Vec<(String, SignedCover)> = signed
            .iter()
            .map(|(cover, signed)| (cover.as_str().to_owned(), signed.clone()))
            .collect();
        self.show(signed);
        companions::put_values(Kind::Covers, &by_key).await;
        self.remove_expired().await;
        true
    }

    /// Removes the stored addresses that have expired, once for each page.
    async fn remove_expired(self) {
        let was_done = self
            .work
            .try_update_value(|work| std::mem::replace(&mut work.removed_expired, true));
        if was_done == Some(false) {
            let now = page::now();
            let has_expired = |signed: &SignedCover| !signed.works_at(now);
            companions::remove_values(Kind::Covers, has_expired).await;
        }
    }

    fn show(self, covers: Vec<(MediaUrl, SignedCover)>) {
        if !covers.is_empty() {
            self.signed.try_update(|signed| signed.extend(covers));
        }
    }
}
