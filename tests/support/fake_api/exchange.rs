//! The log of what was asked page by page, and how each request ended.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use super::super::recorded::RecordedRequest;
use super::Fault;
use super::proxied::Proxied;

/// A page of some ids: the ids as they were sent, and the number of the page.
pub type AskedPage = (String, String);

/// How a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was sent yet.
    Pending,
    /// A response was sent: the good one, or what a fault made of it.
    Answered { status: u16, good: bool },
    /// The connection ended without a response, at either side.
    Broken,
}

/// One request for a page, preflights not included.
#[derive(Debug, Clone)]
pub struct Exchange {
    pub page: AskedPage,
    /// How many times this page was asked for before.
    pub attempt: usize,
    pub at: Instant,
    pub outcome: Outcome,
}

impl Exchange {
    /// Whether the good response was sent.
    pub fn is_good(&self) -> bool {
        matches!(self.outcome, Outcome::Answered { good: true, .. })
    }

    /// Whether it was refused with this status.
    pub fn is_refused(&self, with: u16) -> bool {
        self.outcome
            == Outcome::Answered {
                status: with,
                good: false,
            }
    }
}

/// All exchanges in the order that they began. Clones share the list.
#[derive(Debug, Clone, Default)]
pub struct Exchanges(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    list: Vec<Exchange>,
    attempts: HashMap<AskedPage, usize>,
}

impl Exchanges {
    /// Begins one. It is broken if it is dropped before [`Pending::end`].
    pub fn begin(&self, request: &RecordedRequest) -> Pending {
        let param = |name| request.param(name).unwrap_or_default().to_owned();
        let page = (param("video_ids"), param("page_num"));
        let mut inner = self.0.lock().unwrap();
        let attempts = inner.attempts.entry(page.clone()).or_default();
        let attempt = *attempts;
        *attempts += 1;
        inner.list.push(Exchange {
            page,
            attempt,
            at: request.at,
            outcome: Outcome::Pending,
        });
        Pending {
            exchanges: self.clone(),
            index: inner.list.len() - 1,
            attempt,
        }
    }

    pub fn all(&self) -> Vec<Exchange> {
        self.0.lock().unwrap().list.clone()
    }

    /// How many times the good response was sent, by page.
    pub fn pages_asked(&self) -> HashMap<AskedPage, usize> {
        let mut pages = HashMap::new();
        for exchange in self.all().into_iter().filter(Exchange::is_good) {
            *pages.entry(exchange.page).or_default() += 1;
        }
        pages
    }
}

/// A request that has no response yet.
pub struct Pending {
    exchanges: Exchanges,
    index: usize,
    /// How many times this page was asked for before.
    pub attempt: usize,
}

impl Pending {
    /// The response is ready.
    pub fn end(self, status: u16, good: bool) {
        let mut inner = self.exchanges.0.lock().unwrap();
        inner.list[self.index].outcome = Outcome::Answered { status, good };
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        let mut inner = self.exchanges.0.lock().unwrap();
        let exchange = &mut inner.list[self.index];
        if exchange.outcome == Outcome::Pending {
            exchange.outcome = Outcome::Broken;
        }
    }
}

/// Whether the API's rows still arrive whole with this fault.
pub fn leaves_rows(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Slow(_)
            | Fault::Gzipped
            | Fault::Headers(_)
            | Fault::Proxied(Proxied::Cached { .. })
    )
}
