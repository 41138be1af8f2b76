//! The short links of the form, and the videos that they lead to: a few links at once, each asked for once, and what it
//! leads to stored for good. It costs no credit.
//!
//! [`ShortLinks::resolve`] and what it calls is in a file of its own, which is loaded for the first link.

mod resolve;

use std::collections::{HashMap, HashSet};

use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::settings::Settings;
use crate::domain::deployment::Companion;
use crate::domain::ids::VideoId;
use crate::domain::ids::short_link::{LinkFailure, ResolvedLinks, ShortLink};

/// How long nothing is typed before links are resolved, in milliseconds.
const REST: f64 = 500.0;

/// What is known of short links.
#[derive(Default)]
pub struct LinkResults {
    pub videos: ResolvedLinks,
    /// Why others are not resolved.
    pub failures: HashMap<ShortLink, LinkFailure>,
}

/// What is to be done.
#[derive(Default)]
struct Work {
    /// What waits for the links.
    waiting: Option<Callback<()>>,
    /// Links that are looked for among the stored ones only.
    look_ups: Vec<ShortLink>,
    /// All links that were asked for.
    asked: HashSet<ShortLink>,
    /// Those of them that no request was sent for, the next one last.
    queue: Vec<ShortLink>,
    workers: usize,
    /// Until when the server asks to wait, in milliseconds.
    not_before: u64,
    /// How often it has asked since its last answer.
    waits: u32,
}

/// The short links of the form.
#[derive(Clone, Copy)]
pub struct ShortLinks {
    settings: Settings,
    pub results: RwSignal<LinkResults>,
    /// How many of how many links have an answer; `None` while nothing is going on.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// How many seconds the server asks to wait, while that is waited for.
    pub wait: RwSignal<Option<u32>>,
    /// Whether a search waits for the links.
    pub is_search_waiting: RwSignal<bool>,
    /// Notifies when there are links to resolve.
    pub due: Trigger,
    work: StoredValue<Work>,
}

impl ShortLinks {
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            results: RwSignal::default(),
            progress: RwSignal::new(None),
            wait: RwSignal::new(None),
            is_search_waiting: RwSignal::new(false),
            due: Trigger::new(),
            work: StoredValue::default(),
        }
    }

    /// The URL that resolves links, without its parameter, if a server does so.
    fn base(self) -> Option<String> {
        self.settings.companion_url(Companion::Links)
    }

    /// Whether there is a server that resolves links.
    pub fn is_available(self) -> bool {
        self.base().is_some()
    }

    /// Whether a link that leads nowhere yet may still be resolved.
    pub fn is_open(self, link: &ShortLink) -> bool {
        self.is_available()
            && self
                .results
                .with(|results| !results.failures.contains_key(link))
    }

    /// Resolves the links of a text: asks for them once they rest, if it `may_ask`, and takes those that are stored anyway.
    pub fn follow(self, links: Memo<Vec<ShortLink>>, may_ask: RwSignal<bool>) {
        let UseTimeoutFnReturn { start, .. } =
            use_timeout_fn(move |()| self.ask_for(links.get_untracked()), REST);
        Effect::new(move || {
            if links.with(Vec::is_empty) {
                return;
            }
            match may_ask.get() && self.is_available() {
                true => start(()),
                false => self.look_up(links.get_untracked()),
            }
        });
    }

    /// Takes the links that are stored.
    fn look_up(self, links: Vec<ShortLink>) {
        self.work.update_value(|work| work.look_ups = links);
        self.due.notify();
    }

    /// Whether there is something to resolve or to look up.
    pub fn has_work(self) -> bool {
        self.work
            .with_value(|work| !work.queue.is_empty() || !work.look_ups.is_empty())
    }

    /// Asks for these links, but for none a second time.
    pub fn ask_for(self, mut links: Vec<ShortLink>) {
        if untrack(|| !self.is_available()) {
            return;
        }
        self.work
            .update_value(|work| links.retain(|link| work.asked.insert(link.clone())));
        if links.is_empty() {
            return;
        }
        let progress = self.progress.get_untracked();
        if progress.is_none() {
            self.work.update_value(|work| work.waits = 0);
        }
        let (done, all) = progress.unwrap_or_default();
        self.progress.set(Some((done, all + links.len())));
        self.work.update_value(|work| work.queue.extend(links));
        self.due.notify();
    }

    /// Asks again for the links that failed.
    pub fn try_again(self) {
        let mut failures = HashMap::new();
        self.results
            .update(|results| failures = std::mem::take(&mut results.failures));
        let links: Vec<ShortLink> = failures.into_keys().collect();
        self.work
            .update_value(|work| work.asked.retain(|link| !links.contains(link)));
        self.ask_for(links);
    }

    /// Calls `f`, a search, once no link is waited for. Another `f` takes its place.
    pub fn when_done(self, f: Callback<()>) {
        self.work.update_value(|work| work.waiting = Some(f));
        self.is_search_waiting.set(true);
        self.end_if_done();
    }

    /// Forgets what waits.
    pub fn stop_waiting(self) {
        self.work.update_value(|work| work.waiting = None);
        self.is_search_waiting.set(false);
    }

    /// Ends all that was asked for: the code that resolves it cannot be loaded.
    pub fn fail(self) {
        self.give_up(LinkFailure::NotReached);
        self.end_if_done();
    }

    fn record(self, link: ShortLink, result: Result<VideoId, LinkFailure>) {
        self.results.try_update(|results| match result {
            Ok(id) => {
                results.videos.insert(link, id);
            }
            Err(failure) => {
                results.failures.insert(link, failure);
            }
        });
        self.progress.try_update(|progress| {
            if let Some((done, _)) = progress {
                *done += 1;
            }
        });
    }

    fn give_up(self, failure: LinkFailure) {
        let rest = self
            .work
            .try_update_value(|work| std::mem::take(&mut work.queue));
        for link in rest.unwrap_or_default() {
            self.record(link, Err(failure));
        }
    }

    fn end_if_done(self) {
        let progress = self.progress.try_get_untracked().flatten();
        if progress.is_some_and(|(done, all)| done < all) {
            return;
        }
        self.progress.try_set(None);
        self.is_search_waiting.try_set(false);
        let waiting = self.work.try_update_value(|work| work.waiting.take());
        if let Some(f) = waiting.flatten() {
            f.run(());
        }
    }
}
