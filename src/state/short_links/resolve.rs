//! Resolves short links: a few requests at once, and again where a server asks to wait.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::ShortLinks;
use crate::api::{client, endpoint, wire};
use crate::domain::ids::VideoId;
use crate::domain::ids::short_link::{LinkFailure, ShortLink};
use crate::platform::page;
use crate::storage::companions::{self, Kind};

/// How many requests are on their way at once.
const PARALLEL: usize = 3;

/// The longest wait that a server may ask for, in seconds. Longer ones are those of a day's limit.
const MAX_WAIT: u32 = 120;

/// How often in a row a server may ask to wait.
const MAX_WAITS: u32 = 5;

impl ShortLinks {
    /// Resolves the links that were asked for, and takes the others that are stored.
    pub fn resolve(self) {
        let work = self.work.try_update_value(|work| {
            let look_ups = std::mem::take(&mut work.look_ups);
            (std::mem::take(&mut work.queue), look_ups)
        });
        let (links, look_ups) = work.unwrap_or_default();
        if !look_ups.is_empty() {
            spawn_local(self.take_known(look_ups));
        }
        if links.is_empty() {
            return;
        }
        spawn_local(async move {
            let (known, unknown) = stored(links).await;
            for (link, id) in known {
                self.record(link, Ok(id));
            }
            self.work
                .try_update_value(|work| work.queue.extend(unknown.into_iter().rev()));
            for _ in 0..PARALLEL {
                self.start_worker();
            }
            self.end_if_done();
        });
    }

    /// Takes the links of the current text that are stored.
    async fn take_known(self, links: Vec<ShortLink>) {
        let (known, _) = stored(links).await;
        if !known.is_empty() {
            self.results
                .try_update(|results| results.videos.extend(known));
        }
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
        if let Err(failure @ (LinkFailure::TooMany | LinkFailure::NotOffered)) = result {
            self.give_up(failure);
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
}

/// The videos of the links that are stored, and the other links.
async fn stored(links: Vec<ShortLink>) -> (Vec<(ShortLink, VideoId)>, Vec<ShortLink>) {
    let keys: Vec<String> = links.iter().map(ShortLink::to_string).collect();
    let stored = companions::get_all(Kind::Links, &keys).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (link, id) in links.into_iter().zip(stored) {
        match id.and_then(|id| id.parse().ok()) {
            Some(id) => known.push((link, id)),
            None => unknown.push(link),
        }
    }
    (known, unknown)
}
