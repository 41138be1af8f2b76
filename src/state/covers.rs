//! Signs covers that their server refused, ten with each request. A proxy signs by itself if its `config.json` says so;
//! with the user's own key it takes a click. The first refusal ends it until the key or the data source changes, or the
//! page is loaded again. After another failure it goes on with the next cover that is refused.
//!
//! [`Covers::sign`] and what it calls is in a file of its own, which is loaded for the first cover that was refused.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::settings::Settings;
use crate::api::{client, endpoint, wire};
use crate::domain::deployment::Companion;
use crate::domain::videos::covers::{BATCH, SignedCover};
use crate::domain::videos::links::MediaUrl;
use crate::platform::page;
use crate::storage::companions::{self, Kind};
use crate::storage::web_storage::Store;

/// In local storage, once the user has agreed.
const AGREED: &str = "clipcart.covers";

/// Covers that are refused within this time share a request.
const COLLECTING: Duration = Duration::from_millis(100);

/// The covers of the page.
#[derive(Clone, Copy)]
pub struct Covers {
    settings: Settings,
    signed: RwSignal<HashMap<MediaUrl, SignedCover>>,
    /// Whether KeyAPI or the proxy refused to sign.
    pub is_refused: RwSignal<bool>,
    /// Whether the user agreed that their key is used.
    has_agreed: RwSignal<bool>,
    /// Whether a cover waits for that.
    is_waiting: RwSignal<bool>,
    /// Notifies when there are covers to sign.
    pub due: Trigger,
    work: StoredValue<Work>,
}

/// What is to be done.
#[derive(Default)]
struct Work {
    /// All covers that were refused.
    refused: HashSet<MediaUrl>,
    /// Those of them that may be signed.
    queue: Vec<MediaUrl>,
    is_busy: bool,
    /// Whether expired addresses were removed.
    removed_expired: bool,
}

impl Covers {
    pub fn new(settings: Settings) -> Self {
        let covers = Self {
            settings,
            signed: RwSignal::default(),
            is_refused: RwSignal::new(false),
            has_agreed: RwSignal::new(Store::Browser.get(AGREED).is_some()),
            is_waiting: RwSignal::new(false),
            due: Trigger::new(),
            work: StoredValue::default(),
        };
        Effect::new(move |earlier: Option<()>| {
            settings.key.track();
            settings.source.track();
            if earlier.is_some() {
                covers.is_refused.set(false);
                covers.is_waiting.set(false);
                if covers.work.with_value(|work| !work.queue.is_empty()) {
                    covers.due.notify();
                }
            }
        });
        covers
    }

    /// The signed address of a cover, once it is there.
    pub fn signed(self, cover: &MediaUrl) -> Option<MediaUrl> {
        self.signed
            .with(|signed| signed.get(cover).map(|signed| signed.url.clone()))
    }

    /// Whether a cover was refused as it came.
    pub fn is_cover_refused(self, cover: &MediaUrl) -> bool {
        self.work.with_value(|work| work.refused.contains(cover))
    }

    /// The address of a cover that is not known to be refused.
    pub fn usable(self, cover: &MediaUrl) -> Option<MediaUrl> {
        let signed = self
            .signed
            .with_untracked(|signed| signed.get(cover).map(|signed| signed.url.clone()));
        signed.or_else(|| (!self.is_cover_refused(cover)).then(|| cover.clone()))
    }

    /// Takes a cover that its server refused. It is signed if that is what it lacks.
    pub fn refuse(self, cover: &MediaUrl) {
        let may_sign = cover.can_be_signed();
        let is_queued = self.work.try_update_value(|work| {
            let is_new = work.refused.insert(cover.clone());
            if is_new && may_sign {
                work.queue.push(cover.clone());
            }
            is_new && may_sign
        });
        if is_queued == Some(true) && !self.is_refused.get_untracked() {
            set_timeout(move || self.due.notify(), COLLECTING);
        }
    }

    /// Signs a cover again whose signed address has expired, as it does in a tab that stays open for a day. Returns whether
    /// it had.
    pub fn renew(self, cover: &MediaUrl) -> bool {
        let now = page::now();
        let has_expired = self
            .signed
            .with_untracked(|signed| signed.get(cover).is_some_and(|it| !it.works_at(now)));
        if has_expired {
            self.signed.update(|signed| {
                signed.remove(cover);
            });
            self.put_back(vec![cover.clone()]);
            set_timeout(move || self.due.notify(), COLLECTING);
        }
        has_expired
    }

    /// Whether the user is asked to agree.
    pub fn is_offered(self) -> bool {
        self.is_waiting.get()
            && !self.has_agreed.get()
            && !self.is_refused.get()
            && !self.settings.needs_key()
            && self.settings.companion_url(Companion::Covers).is_some()
    }

    /// The user agrees, from now on.
    pub fn agree(self) {
        Store::Browser.set(AGREED, "yes");
        self.has_agreed.set(true);
        self.is_waiting.set(false);
        self.due.notify();
    }

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
        let stored = companions::get_all(Kind::Covers, &keys).await;
        let now = page::now();
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (cover, json) in batch.into_iter().zip(stored) {
            let signed = json.and_then(|json| serde_json::from_str::<SignedCover>(&json).ok());
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
        let texts: Vec<(String, String)> = signed
            .iter()
            .filter_map(|(cover, signed)| {
                let json = serde_json::to_string(signed).ok()?;
                Some((cover.as_str().to_owned(), json))
            })
            .collect();
        self.show(signed);
        companions::put_all(Kind::Covers, &texts).await;
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
            let has_expired = |json: &str| {
                serde_json::from_str::<SignedCover>(json).is_ok_and(|signed| !signed.works_at(now))
            };
            companions::remove(Kind::Covers, has_expired).await;
        }
    }

    /// Puts covers back at the front of the queue.
    fn put_back(self, batch: Vec<MediaUrl>) {
        self.work
            .try_update_value(|work| work.queue.splice(..0, batch).for_each(drop));
    }

    fn show(self, covers: Vec<(MediaUrl, SignedCover)>) {
        if !covers.is_empty() {
            self.signed.try_update(|signed| signed.extend(covers));
        }
    }
}
