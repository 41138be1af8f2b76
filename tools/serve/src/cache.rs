//! The cache of answers. Equal requests at the same time become one, and an answer that can be reused is, for as long as
//! its call allows.

use crate::answer::Answer;
use crate::clock::Clock;
use crate::options::CacheTimes;
use crate::rules::Call;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};
use moka::policy::EvictionPolicy;
use moka::{Expiry, future::Cache};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// In bytes. An answer of ten rows has about twenty thousand at most.
const MAX_SIZE: u64 = 64 * 1024 * 1024;

/// What an entry takes beside its query and body, in bytes; roughly.
const OVERHEAD: usize = 500;

/// A link leads to the same video for good.
const LINKS_TIME: Duration = Duration::from_secs(365 * 24 * 60 * 60);

const X_CACHE: HeaderName = HeaderName::from_static("x-cache");

/// A call, and its query in the canonical form.
type Key = (Call, String);

pub(crate) struct AnswerCache {
    entries: Cache<Key, Arc<Entry>>,
    times: CacheTimes,
    clock: Clock,
}

struct Entry {
    answer: Answer,
    at: SystemTime,
    /// How long it is reused. Zero if it is not: then only those who waited for it get it.
    lifetime: Duration,
}

impl AnswerCache {
    pub(crate) fn new(times: CacheTimes, clock: Clock) -> Self {
        let entries = Cache::builder()
            .max_capacity(MAX_SIZE)
            .weigher(|(_, query): &Key, entry: &Arc<Entry>| entry.size(query))
            .expire_after(Lifetime)
            // The default policy may drop a new answer, which was just paid for, to keep an old one.
            .eviction_policy(EvictionPolicy::lru())
            .build();
        Self {
            entries,
            times,
            clock,
        }
    }

    /// The response to a query: an answer that is cached, the one that an equal request is waiting for, or that of `fetch`.
    pub(crate) async fn respond(
        &self,
        call: Call,
        query: &str,
        fetch: impl Future<Output = Answer>,
    ) -> Response<Body> {
        let arrived = self.clock.now();
        let first = async {
            let answer = fetch.await;
            let lifetime = match answer.is_cacheable {
                true => self.time(call),
                false => Duration::ZERO,
            };
            let at = self.clock.now();
            Arc::new(Entry {
                answer,
                at,
                lifetime,
            })
        };
        let is_old = |entry: &Arc<Entry>| entry.age(arrived) >= entry.lifetime;
        let key = (call, query.to_owned());
        let found = self.entries.entry(key).or_insert_with_if(first, is_old);
        let found = found.await;
        found.value().to_response(arrived, found.is_fresh())
    }

    fn time(&self, call: Call) -> Duration {
        match call {
            Call::Analytics => self.times.analytics,
            Call::Covers => self.times.covers,
            Call::Products => self.times.products,
            Call::Links => LINKS_TIME,
        }
    }
}

impl Entry {
    /// By the time of day. The clock that moka uses stops while the machine sleeps, and signed addresses do not.
    fn age(&self, now: SystemTime) -> Duration {
        now.duration_since(self.at).unwrap_or_default()
    }

    fn size(&self, query: &str) -> u32 {
        let size = OVERHEAD + query.len() + self.answer.body.len();
        size.try_into().unwrap_or(u32::MAX)
    }

    /// `X-Cache` tells the page whether a good answer may have cost a credit.
    fn to_response(&self, now: SystemTime, is_first: bool) -> Response<Body> {
        let mut response = self.answer.to_response();
        if self.answer.status != StatusCode::OK {
            return response;
        }
        let headers = response.headers_mut();
        if is_first {
            headers.insert(X_CACHE, HeaderValue::from_static("MISS"));
        } else {
            headers.insert(X_CACHE, HeaderValue::from_static("HIT"));
            headers.insert(header::AGE, self.age(now).as_secs().into());
        }
        response
    }
}

/// Frees the memory of old answers. Whether one may be used depends on the time of day.
struct Lifetime;

impl Expiry<Key, Arc<Entry>> for Lifetime {
    fn expire_after_create(&self, _: &Key, entry: &Arc<Entry>, _: Instant) -> Option<Duration> {
        Some(entry.lifetime)
    }

    fn expire_after_update(
        &self,
        _: &Key,
        entry: &Arc<Entry>,
        _: Instant,
        _: Option<Duration>,
    ) -> Option<Duration> {
        Some(entry.lifetime)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_stays_within_its_size_and_has_the_latest() {
        let cache = AnswerCache::new(CacheTimes::default(), Clock::default());
        let get = async |n: u64| {
            let fetch = async { Answer::new(StatusCode::OK, "x".repeat(1024 * 1024), true) };
            cache.respond(Call::Analytics, &n.to_string(), fetch).await
        };
        let entries = &cache.entries;
        // Old ones that were used more often do not keep a new one out.
        for expected in ["MISS", "HIT", "HIT", "HIT", "HIT"] {
            for n in 0..60 {
                assert_eq!(get(n).await.headers()[X_CACHE], expected);
            }
            entries.run_pending_tasks().await;
        }
        for n in 60..70 {
            get(n).await;
            entries.run_pending_tasks().await;
            assert!(entries.weighted_size() <= MAX_SIZE);
            assert_eq!(get(n).await.headers()[X_CACHE], "HIT", "{n}");
        }
        assert_eq!(get(0).await.headers()[X_CACHE], "MISS");
    }
}
