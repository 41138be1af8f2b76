//! The short links of the form, and the videos that they lead to: a few links at once, each asked for once, and what it
//! leads to stored for good. It costs no credit.
//!
//! [`ShortLinks::resolve`] and what it calls is in a file of its own, which is loaded for the first link.

use std::collections::{HashMap, HashSet};

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::settings::Settings;
use crate::api::{client, endpoint, wire};
use crate::domain::deployment::Companion;
use crate::domain::ids::VideoId;
use crate::domain::ids::short_link::{LinkFailure, ResolvedLinks, ShortLink};
use crate::platform::page;
use crate::storage::companions::{self, Kind};

/// How many requests are on their way at once.
const PARALLEL: usize = 3;

/// How long nothing is typed before links are resolved, in milliseconds.
const REST: f64 = 500.0;

/// The longest wait that a server may ask for, in seconds. Longer ones are those of a day's limit.
const MAX_WAIT: u32 = 120;

/// How often in a row a server may ask to wait.
const MAX_WAITS: u32 = 5;

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

    /// Asks for the links that are `wanted`, once they rest.
    pub fn follow(self, wanted: Memo<Vec<ShortLink>>) {
        let UseTimeoutFnReturn { start, .. } =
            use_timeout_fn(move |()| self.ask_for(wanted.get_untracked()), REST);
        Effect::new(move || {
            if self.is_available() && wanted.with(|wanted| !wanted.is_empty()) {
                start(());
            }
        });
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

    /// Calls `f` once no link is waited for. Another `f` takes its place.
    pub fn when_done(self, f: Callback<()>) {
        self.work.update_value(|work| work.waiting = Some(f));
        self.end_if_done();
    }

    /// Forgets what waits.
    pub fn stop_waiting(self) {
        self.work.update_value(|work| work.waiting = None);
    }

    /// Resolves the links that were asked for.
    pub fn resolve(self) {
        let links = self
            .work
            .try_update_value(|work| std::mem::take(&mut work.queue));
        spawn_local(async move {
            let unknown = self.take_stored(links.unwrap_or_default()).await;
            self.work
                .try_update_value(|work| work.queue.extend(unknown.into_iter().rev()));
            for _ in 0..PARALLEL {
                self.start_worker();
            }
            self.end_if_done();
        });
    }

    /// Ends all that was asked for: the code that resolves it cannot be loaded.
    pub fn fail(self) {
        self.give_up(LinkFailure::NotReached);
        self.end_if_done();
    }

    /// Takes the links that are stored. The others are returned.
    async fn take_stored(self, links: Vec<ShortLink>) -> Vec<ShortLink> {
        let keys: Vec<String> = links.iter().map(ShortLink::to_string).collect();
        let stored = companions::get_all(Kind::Links, &keys).await;
        let mut unknown = Vec::new();
        for (link, id) in links.into_iter().zip(stored) {
            match id.and_then(|id| id.parse().ok()) {
                Some(id) => self.record(link, Ok(id)),
                None => unknown.push(link),
            }
        }
        unknown
    }

    fn start_worker(self) {
        let is_started = self.work.try_update_value(|work| {
            let is_wanted = work.workers < PARALLEL && !work.queue.is_empty();
            work.workers += usize::from(is_wanted);
            is_wanted
        });
        if is_started == Some(true) {
            spawn_local(async move {
                while let Some(link) = self.next() {
                    self.resolve_link(link).await;
                }
                self.work.try_update_value(|work| work.workers -= 1);
                self.end_if_done();
            });
        }
    }

    fn next(self) -> Option<ShortLink> {
        self.work.try_update_value(|work| work.queue.pop())?
    }

    async fn resolve_link(self, link: ShortLink) {
        let Some(base) = untrack(|| self.base()) else {
            self.record(link, Err(LinkFailure::Refused));
            return;
        };
        self.pause().await;
        let url = endpoint::resolved_link(&base, &link);
        let request = self.settings.request_without_key(url);
        let (result, retry_after) = match client::request(request).await {
            Ok(response) => (
                wire::read_link(response.status, &response.body),
                response.retry_after,
            ),
            Err(_) => (Err(LinkFailure::NotReached), None),
        };
        if result != Err(LinkFailure::TooMany) {
            self.work.try_update_value(|work| work.waits = 0);
        } else if let Some(seconds) = retry_after.filter(|seconds| *seconds <= MAX_WAIT)
            && self.may_wait(seconds)
        {
            self.work.try_update_value(|work| work.queue.push(link));
            return;
        }
        if let Ok(id) = result {
            let stored = (link.to_string(), id.to_string());
            companions::put_all(Kind::Links, &[stored]).await;
        }
        self.record(link, result);
        // More requests would be refused as well.
        if result == Err(LinkFailure::TooMany) {
            self.give_up(LinkFailure::TooMany);
        }
    }

    /// Waits until the server wants the next request.
    async fn pause(self) {
        loop {
            let now = page::now_ms();
            let not_before = self.work.try_with_value(|work| work.not_before);
            let Some(left) = not_before
                .unwrap_or_default()
                .checked_sub(now)
                .filter(|left| *left > 0)
            else {
                self.wait.try_set(None);
                return;
            };
            self.wait.try_set(Some(left.div_ceil(1000) as u32));
            TimeoutFuture::new(left as u32).await;
        }
    }

    /// Takes down that the server asks to wait, unless it has done so too often. Requests of one moment count once.
    fn may_wait(self, seconds: u32) -> bool {
        let now = page::now_ms();
        let waits = self.work.try_update_value(|work| {
            work.waits += u32::from(work.not_before <= now);
            work.not_before = work.not_before.max(now + u64::from(seconds) * 1000);
            work.waits
        });
        waits.is_some_and(|waits| waits <= MAX_WAITS)
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
        let waiting = self.work.try_update_value(|work| work.waiting.take());
        if let Some(f) = waiting.flatten() {
            f.run(());
        }
    }
}
