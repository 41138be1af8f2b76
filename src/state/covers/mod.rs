//! Signs covers that their server refused, ten with each request. A proxy signs by itself if its `config.json` says so;
//! with the user's own key it takes a click. The first refusal ends it until the key or the data source changes, or the
//! page is loaded again. After another failure it goes on with the next cover that is refused.
//!
//! [`Covers::sign`] and what it calls is in a file of its own, which is loaded for the first cover that was refused.

mod sign;

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use leptos::prelude::*;

use super::settings::Settings;
use crate::domain::deployment::Companion;
use crate::domain::videos::covers::SignedCover;
use crate::domain::videos::links::MediaUrl;
use crate::platform::page;
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
    pub has_agreed: RwSignal<bool>,
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

    /// Whether it depends on the user's agreement: with their own key.
    pub fn needs_agreement(self) -> bool {
        !self.settings.is_proxy() && self.settings.companion_url(Companion::Covers).is_some()
    }

    /// The user agrees, from now on.
    pub fn agree(self) {
        Store::Browser.set(AGREED, "yes");
        self.has_agreed.set(true);
        self.is_waiting.set(false);
        self.due.notify();
    }

    /// The user takes it back: no other cover is signed.
    pub fn take_back(self) {
        Store::Browser.remove(AGREED);
        self.has_agreed.set(false);
    }

    /// Puts covers back at the front of the queue.
    fn put_back(self, batch: Vec<MediaUrl>) {
        self.work
            .try_update_value(|work| work.queue.splice(..0, batch).for_each(drop));
    }
}
