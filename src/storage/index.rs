//! What this tab knows of all answers, in memory: their descriptions, and the bodies that are not in the database.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::records::{CachedResponse, Saved};

struct Entry {
    saved: Saved,
    /// Only of an answer that is not in the database.
    body: Option<Arc<str>>,
}

thread_local! {
    static ENTRIES: RefCell<BTreeMap<String, Entry>> = const { RefCell::new(BTreeMap::new()) };
}

pub fn saved(url: &str) -> Option<Saved> {
    ENTRIES.with_borrow(|entries| Some(entries.get(url)?.saved))
}

/// All descriptions, as they are now.
pub fn all() -> Vec<(String, Saved)> {
    ENTRIES.with_borrow(|entries| {
        let described = entries
            .iter()
            .map(|(url, entry)| (url.clone(), entry.saved));
        described.collect()
    })
}

/// The number of answers, and the bytes of their bodies.
pub fn total() -> (usize, usize) {
    ENTRIES.with_borrow(|entries| {
        let bytes = entries.values().map(|entry| entry.saved.bytes).sum();
        (entries.len(), bytes)
    })
}

/// The answer from this URL, if it is in memory.
pub fn in_memory(url: &str) -> Option<CachedResponse> {
    ENTRIES.with_borrow(|entries| entries.get(url)?.response())
}

/// All answers in memory.
pub fn all_in_memory() -> Vec<(String, CachedResponse)> {
    ENTRIES.with_borrow(|entries| {
        let responses = entries.iter();
        responses
            .filter_map(|(url, entry)| Some((url.clone(), entry.response()?)))
            .collect()
    })
}

/// Puts an answer in memory.
pub fn remember(url: &str, response: CachedResponse) {
    let entry = Entry {
        saved: response.description(),
        body: Some(response.body),
    };
    ENTRIES.with_borrow_mut(|entries| entries.insert(url.to_owned(), entry));
}

/// An answer that was in memory is in the database now. Another one that replaced it meanwhile stays in memory.
pub fn moved_to_database(url: &str, response: &CachedResponse) {
    ENTRIES.with_borrow_mut(|entries| {
        if let Some(entry) = entries.get_mut(url)
            && entry.response().as_ref() == Some(response)
        {
            entry.body = None;
        }
    });
}

/// Adds an answer of the database, unless a newer one is in memory.
pub fn add_stored(url: String, saved: Saved) {
    ENTRIES.with_borrow_mut(|entries| {
        let is_newer_in_memory = entries.get(&url).is_some_and(|entry| {
            entry.body.is_some() && entry.saved.fetched_at >= saved.fetched_at
        });
        if !is_newer_in_memory {
            entries.insert(url, Entry { saved, body: None });
        }
    });
}

/// Forgets the answers of the database; those in memory stay.
pub fn forget_stored() {
    ENTRIES.with_borrow_mut(|entries| entries.retain(|_, entry| entry.body.is_some()));
}

/// Forgets an answer of the database if its description is still this one.
pub fn forget_one_stored(url: &str, saved: Saved) {
    ENTRIES.with_borrow_mut(|entries| {
        let is_that = |entry: &Entry| entry.body.is_none() && entry.saved == saved;
        if entries.get(url).is_some_and(is_that) {
            entries.remove(url);
        }
    });
}

/// Forgets an answer.
pub fn forget(url: &str) {
    ENTRIES.with_borrow_mut(|entries| entries.remove(url));
}

/// Forgets all.
pub fn clear() {
    ENTRIES.take();
}

/// The answers of the database that satisfy `f`, oldest first.
pub fn stored_by_age(f: impl Fn(Saved) -> bool) -> Vec<(String, Saved)> {
    ENTRIES.with_borrow(|entries| {
        let mut stored: Vec<_> = entries
            .iter()
            .filter(|(_, entry)| entry.body.is_none() && f(entry.saved))
            .map(|(url, entry)| (url.clone(), entry.saved))
            .collect();
        stored.sort_by_key(|(_, saved)| saved.fetched_at);
        stored
    })
}

impl Entry {
    fn response(&self) -> Option<CachedResponse> {
        Some(CachedResponse {
            body: self.body.clone()?,
            fetched_at: self.saved.fetched_at,
            stored_at: self.saved.stored_at,
            row_count: self.saved.row_count,
        })
    }
}
