//! Which pages may be asked for more than once, and why. A page costs a credit each time.

use std::collections::HashMap;

use crate::support::fake_api::{AskedPage, Exchange, FakeApi};

/// How many requests more than one each page may have.
#[derive(Default)]
pub struct Ledger {
    allowed: HashMap<AskedPage, usize>,
    killed: HashMap<AskedPage, usize>,
}

impl Ledger {
    /// The browser was killed, and is not running. The run sends one request at a time: its last one may be lost, whether
    /// its response was sent or not.
    pub fn killed(&mut self, api: &FakeApi) {
        if let Some(last) = api.exchanges().pop() {
            *self.killed.entry(last.page.clone()).or_default() += 1;
            *self.allowed.entry(last.page).or_default() += 1;
        }
    }

    /// Somebody is about to press Resume or Continue: what was refused for want of credits is asked for again.
    pub fn told_to_go_on(&mut self, api: &FakeApi) {
        let last = last_of_each(api).into_values();
        for exchange in last.filter(|exchange| exchange.is_refused(402)) {
            *self.allowed.entry(exchange.page).or_default() += 1;
        }
    }

    /// Somebody is about to press "Retry failed".
    pub fn told_to_retry(&mut self, api: &FakeApi) {
        let last = last_of_each(api).into_values();
        for exchange in last.filter(|exchange| !exchange.is_good()) {
            *self.allowed.entry(exchange.page).or_default() += 1;
        }
    }

    /// Panics if a page was asked for more often than allowed. A 429 costs nothing and is no answer.
    #[track_caller]
    pub fn check(&self, api: &FakeApi) {
        let mut asked: HashMap<AskedPage, usize> = HashMap::new();
        for exchange in api.exchanges() {
            if !exchange.is_refused(429) {
                *asked.entry(exchange.page).or_default() += 1;
            }
        }
        let of = |map: &HashMap<AskedPage, usize>, page| map.get(page).copied().unwrap_or(0);
        for (page, count) in &asked {
            let allowed = 1 + of(&self.allowed, page);
            let all = api.exchanges();
            let all: Vec<_> = all.iter().filter(|other| other.page == *page).collect();
            assert!(
                *count <= allowed,
                "asked {count} times, not {allowed}: {all:#?}"
            );
        }
        for (page, count) in &api.pages_asked() {
            let allowed = 1 + of(&self.killed, page);
            assert!(*count <= allowed, "answered {count} times: {page:?}");
        }
    }
}

fn last_of_each(api: &FakeApi) -> HashMap<AskedPage, Exchange> {
    let all = api.exchanges().into_iter();
    all.map(|exchange| (exchange.page.clone(), exchange))
        .collect()
}
