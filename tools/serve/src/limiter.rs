//! Limits the requests that go out, per minute and per day (UTC). What the cache answers does not count.
//!
//! Nobody signs in here, so that the limits are those of the whole server. The counts are in memory: a restart begins anew.

use crate::answer::Answer;
use crate::clock::Clock;
use crate::options::Limits;
use crate::rules::Call;
use axum::http::StatusCode;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: u64 = 24 * 60 * 60;

/// The messages are those of `deploy/proxy/rules.js`.
const PER_MINUTE: &str = "too many requests within a minute; wait a moment";
const CREDITS: &str =
    "this proxy's credits for today are used up; requests work again after midnight UTC";
const COVERS: &str = "this proxy has requested as many covers today as it may; requests work again after midnight UTC";
const LINKS: &str =
    "this proxy has resolved as many links today as it may; requests work again after midnight UTC";

/// Covers and links have limits of their own, so that a page full of covers leaves a search its share.
pub(crate) struct Limiter {
    credits: Limit,
    covers: Limit,
    links: Limit,
    clock: Clock,
}

struct Limit {
    minute: DefaultDirectRateLimiter,
    daily: Option<u32>,
    today: Mutex<Day>,
    daily_message: &'static str,
}

/// The requests of one day, counted from 1970.
#[derive(Default)]
struct Day {
    number: u64,
    count: u32,
}

impl Limiter {
    pub(crate) fn new(limits: Limits, clock: Clock) -> Self {
        let limit = |daily, daily_message| Limit {
            minute: RateLimiter::direct(Quota::per_minute(limits.per_minute)),
            daily,
            today: Mutex::default(),
            daily_message,
        };
        Self {
            credits: limit(limits.daily_credits, CREDITS),
            covers: limit(limits.daily_covers, COVERS),
            links: limit(limits.daily_links, LINKS),
            clock,
        }
    }

    /// Counts a request, or refuses it.
    pub(crate) fn take(&self, call: Call) -> Result<(), Answer> {
        let limit = match call {
            Call::Analytics | Call::Products => &self.credits,
            Call::Covers => &self.covers,
            Call::Links => &self.links,
        };
        limit.take_of_minute()?;
        limit.take_of_day(self.clock.now())
    }
}

impl Limit {
    fn take_of_minute(&self) -> Result<(), Answer> {
        self.minute.check().map_err(|refused| {
            let wait = refused.wait_time_from(DefaultClock::default().now());
            refusal(PER_MINUTE, wait.as_secs() + 1)
        })
    }

    fn take_of_day(&self, now: SystemTime) -> Result<(), Answer> {
        let now = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        if today.number != now / DAY {
            *today = Day {
                number: now / DAY,
                count: 0,
            };
        }
        if self.daily.is_some_and(|daily| today.count >= daily) {
            return Err(refusal(self.daily_message, DAY - now % DAY));
        }
        today.count = today.count.saturating_add(1);
        Ok(())
    }
}

fn refusal(message: &str, wait: u64) -> Answer {
    Answer::refusal(StatusCode::TOO_MANY_REQUESTS, message).with_wait(wait)
}
