//! Owns: the answers of this tab, so that a query already paid for isn't paid for twice, also after a
//! reload. Refuses: keys, failures, and the sample's answers, which cost nothing.

use std::cell::RefCell;

use crate::domain::query::paging::PageNum;
use crate::storage::web_storage::Store;

const PREFIX: &str = "clipcart.answer ";

/// An answer's text and when KeyAPI gave it, in Unix seconds.
#[derive(Clone)]
pub struct Kept {
    pub body: String,
    pub at: u64,
}

thread_local! {
    /// Where the tab's store is blocked or full, memory still serves until the page is closed.
    static MEMORY: RefCell<Vec<(String, Kept)>> = const { RefCell::new(Vec::new()) };
}

/// The answer that this address brought earlier.
pub fn recall(url: &str) -> Option<Kept> {
    let remembered = MEMORY.with_borrow(|memory| {
        memory
            .iter()
            .find(|(known, _)| known == url)
            .map(|(_, kept)| kept.clone())
    });
    remembered.or_else(|| {
        let stored = Store::Tab.get(&name(url))?;
        let (at, body) = stored.split_once('\n')?;
        Some(Kept {
            at: at.parse().ok()?,
            body: body.to_owned(),
        })
    })
}

/// The pages that are kept of the question of this address: those whose addresses differ in that alone.
pub fn pages(url: &str) -> Vec<PageNum> {
    const PAGE: &str = "page_num=";
    let Some((head, tail)) = url.split_once(PAGE) else {
        return Vec::new();
    };
    let tail = tail.trim_start_matches(|c: char| c.is_ascii_digit());
    let page = |known: &str| -> Option<PageNum> {
        let page = known.strip_prefix(head)?.strip_prefix(PAGE)?;
        page.strip_suffix(tail)?.parse().ok()
    };
    let mut pages: Vec<PageNum> = Store::Tab
        .names(PREFIX)
        .iter()
        .filter_map(|name| page(&name[PREFIX.len()..]))
        .collect();
    MEMORY.with_borrow(|memory| {
        for found in memory.iter().filter_map(|(known, _)| page(known)) {
            if !pages.contains(&found) {
                pages.push(found);
            }
        }
    });
    pages
}

/// Keeps an answer, in place of an earlier one.
pub fn keep(url: &str, kept: Kept) {
    let stored = [&kept.at.to_string(), "\n", &kept.body].concat();
    if !Store::Tab.set(&name(url), &stored) {
        // The store is full: the older answers make room, and stay in memory.
        for old in Store::Tab.names(PREFIX) {
            let url = old.get(PREFIX.len()..).unwrap_or_default();
            if let Some(kept) = recall(url) {
                remember(url, kept);
            }
            Store::Tab.remove(&old);
        }
        Store::Tab.set(&name(url), &stored);
    }
    remember(url, kept);
}

fn remember(url: &str, kept: Kept) {
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|(known, _)| known != url);
        memory.push((url.to_owned(), kept));
    });
}

fn name(url: &str) -> String {
    [PREFIX, url].concat()
}
