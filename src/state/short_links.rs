//! Finds the videos of the short links in the form, a few links at once. Each link is asked for once; where it leads is
//! stored for good. It costs no credit.

use std::collections::{HashMap, HashSet, VecDeque};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::settings::Settings;
use crate::api::{client, endpoint, wire};
use crate::domain::deployment::Companion;
use crate::domain::ids::VideoId;
use crate::domain::ids::short_link::{LinkFailure, ResolvedLinks, ShortLink};
use crate::storage::companions::{self, Kind};

/// How many requests are on their way at once.
const PARALLEL: usize = 3;

/// How long nothing is typed before links are resolved, in milliseconds.
const REST: f64 = 500.0;

/// The short links of the form.
#[derive(Clone, Copy)]
pub struct ShortLinks {
    /// Nothing is resolved before they are known.
    settings: StoredValue<Option<Settings>>,
    pub resolved: RwSignal<ResolvedLinks>,
    /// Why links are not resolved.
    pub failures: RwSignal<HashMap<ShortLink, LinkFailure>>,
    /// How many of how many links have an answer; `None` while nothing is going on.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Whether there is a server that resolves links.
    pub is_available: RwSignal<bool>,
    /// What waits for the links.
    waiting: StoredValue<Option<Callback<()>>>,
    /// All links that were asked for.
    asked: StoredValue<HashSet<ShortLink>>,
    queue: StoredValue<VecDeque<ShortLink>>,
    workers: StoredValue<usize>,
}

impl Default for ShortLinks {
    fn default() -> Self {
        Self {
            settings: StoredValue::new(None),
            resolved: RwSignal::default(),
            failures: RwSignal::default(),
            progress: RwSignal::new(None),
            is_available: RwSignal::new(false),
            waiting: StoredValue::new(None),
            asked: StoredValue::default(),
            queue: StoredValue::default(),
            workers: StoredValue::new(0),
        }
    }
}

impl ShortLinks {
    /// Resolves the links that are `wanted`, once they rest.
    pub fn follow(self, settings: Settings, wanted: Memo<Vec<ShortLink>>) {
        self.settings.set_value(Some(settings));
        Effect::new(move || {
            let url = settings.companion_url(Companion::Links);
            self.is_available.set(url.is_some());
        });
        let UseTimeoutFnReturn { start, .. } =
            use_timeout_fn(move |()| self.resolve(wanted.get_untracked()), REST);
        Effect::new(move || {
            if self.is_available.get() && wanted.with(|wanted| !wanted.is_empty()) {
                start(());
            }
        });
    }

    /// Asks for these links, but for none a second time.
    pub fn resolve(self, links: Vec<ShortLink>) {
        let Some(settings) = self.settings.get_value() else {
            return;
        };
        let Some(base) = untrack(|| settings.companion_url(Companion::Links)) else {
            return;
        };
        let links: Vec<ShortLink> = links
            .into_iter()
            .filter(|link| {
                let is_new = self
                    .asked
                    .try_update_value(|asked| asked.insert(link.clone()));
                is_new == Some(true)
            })
            .collect();
        if links.is_empty() {
            return;
        }
        let (done, all) = self.progress.get_untracked().unwrap_or_default();
        self.progress.set(Some((done, all + links.len())));
        spawn_local(async move {
            let unknown = self.take_stored(links).await;
            self.queue.try_update_value(|queue| queue.extend(unknown));
            for _ in 0..PARALLEL {
                self.start_worker(settings, base.clone());
            }
            self.end_if_done();
        });
    }

    /// Asks again for the links that failed.
    pub fn try_again(self) {
        let failures = self.failures.try_update(std::mem::take);
        let links: Vec<ShortLink> = failures.unwrap_or_default().into_keys().collect();
        self.asked
            .update_value(|asked| asked.retain(|link| !links.contains(link)));
        self.resolve(links);
    }

    /// Calls `f` once no link is waited for. Another `f` or typing takes its place.
    pub fn when_done(self, f: Callback<()>) {
        self.waiting.set_value(Some(f));
        self.end_if_done();
    }

    /// Forgets what waits.
    pub fn stop_waiting(self) {
        self.waiting.set_value(None);
    }

    /// Takes the links that are stored. The others are returned.
    async fn take_stored(self, links: Vec<ShortLink>) -> Vec<ShortLink> {
        let keys: Vec<String> = links.iter().map(ShortLink::to_string).collect();
        let stored = companions::get_all(Kind::Links, &keys).await;
        let mut unknown = Vec::new();
        for (link, id) in links.into_iter().zip(stored) {
            match id.and_then(|id| id.parse().ok()) {
                Some(id) => self.took(link, Ok(id)),
                None => unknown.push(link),
            }
        }
        unknown
    }

    fn start_worker(self, settings: Settings, base: String) {
        if self
            .workers
            .try_get_value()
            .is_none_or(|count| count >= PARALLEL)
        {
            return;
        }
        self.workers.update_value(|count| *count += 1);
        spawn_local(async move {
            while let Some(link) = self.queue.try_update_value(VecDeque::pop_front).flatten() {
                let result = ask(settings, &base, &link).await;
                if let Ok(id) = result {
                    let stored = (link.to_string(), id.to_string());
                    companions::put_all(Kind::Links, &[stored]).await;
                }
                self.took(link, result);
                if result == Err(LinkFailure::TooMany) {
                    self.give_up();
                }
            }
            self.workers.try_update_value(|count| *count -= 1);
            self.end_if_done();
        });
    }

    fn took(self, link: ShortLink, result: Result<VideoId, LinkFailure>) {
        match result {
            Ok(id) => self.resolved.try_update(|links| {
                links.insert(link, id);
            }),
            Err(failure) => self.failures.try_update(|failures| {
                failures.insert(link, failure);
            }),
        };
        self.progress.try_update(|progress| {
            if let Some((done, _)) = progress {
                *done += 1;
            }
        });
    }

    /// More requests would be refused as well.
    fn give_up(self) {
        let rest = self.queue.try_update_value(std::mem::take);
        for link in rest.unwrap_or_default() {
            self.took(link, Err(LinkFailure::TooMany));
        }
    }

    fn end_if_done(self) {
        let is_busy = self
            .progress
            .try_get_untracked()
            .flatten()
            .is_some_and(|(done, all)| done < all);
        if is_busy {
            return;
        }
        self.progress.try_set(None);
        if let Some(f) = self.waiting.try_update_value(Option::take).flatten() {
            f.run(());
        }
    }
}

async fn ask(settings: Settings, base: &str, link: &ShortLink) -> Result<VideoId, LinkFailure> {
    let request = settings.request_without_key(endpoint::resolved_link(base, link));
    match client::request(request).await {
        Ok(response) => wire::read_link(response.status, &response.body),
        Err(_) => Err(LinkFailure::NotReached),
    }
}
