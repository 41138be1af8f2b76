//! The responses of this tab by URL, so that looking at a query again costs no credit, even after a reload.
//!
//! They are in session storage and in memory: memory serves where session storage is blocked or full. Where it is full,
//! the oldest responses make room, and only as many as are needed: the others survive a reload. Callers store successful
//! responses only, and none of the sample's, which are free.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::query::paging::PageNum;
use crate::storage::web_storage::Store;

const PREFIX: &str = "clipcart.response ";

/// The longest body that goes to session storage, in bytes. It holds about 5 MB, and a page of results is about 10 KB.
const MAX_STORED: usize = 1_000_000;

/// A response that was received earlier.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CachedResponse {
    pub body: String,
    /// When KeyAPI sent the data, in Unix seconds.
    pub fetched_at: u64,
}

thread_local! {
    static MEMORY: RefCell<BTreeMap<String, CachedResponse>> = const { RefCell::new(BTreeMap::new()) };
}

/// The response that this URL brought earlier.
pub fn get(url: &str) -> Option<CachedResponse> {
    let in_memory = MEMORY.with_borrow(|memory| memory.get(url).cloned());
    in_memory.or_else(|| read_stored(url))
}

/// Stores a response in place of an earlier one.
pub fn put(url: &str, response: CachedResponse) {
    match serde_json::to_string(&response) {
        Ok(json) if response.body.len() <= MAX_STORED && set_in_tab(&key(url), &json) => {}
        // An older response would come back after a reload.
        _ => Store::Tab.remove(&key(url)),
    }
    MEMORY.with_borrow_mut(|memory| memory.insert(url.to_owned(), response));
}

/// Stores a value for this tab. Where session storage is full, the oldest responses make room. Whether it was stored.
pub fn set_in_tab(key: &str, value: &str) -> bool {
    if Store::Tab.set(key, value) {
        return true;
    }
    // Once this much is gone and it still cannot be stored, storage is not full but closed.
    let mut needed = length(key) + length(value);
    for (url, response) in oldest_first() {
        let stored_key = self::key(&url);
        if stored_key == key || needed == 0 {
            continue;
        }
        needed = needed.saturating_sub(length(&stored_key) + length(&response.body));
        MEMORY.with_borrow_mut(|memory| {
            memory.entry(url).or_insert(response);
        });
        Store::Tab.remove(&stored_key);
        if Store::Tab.set(key, value) {
            return true;
        }
    }
    false
}

/// The cached pages of a query. `url` is the URL of any of its pages: they differ in `page_num` only.
pub fn pages(url: &str) -> Vec<PageNum> {
    const PAGE: &str = "page_num=";
    let Some((head, rest)) = url.split_once(PAGE) else {
        return Vec::new();
    };
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let page_of = |url: &str| -> Option<PageNum> {
        let page = url.strip_prefix(head)?.strip_prefix(PAGE)?;
        page.strip_suffix(tail)?.parse().ok()
    };
    let mut pages: Vec<PageNum> = stored_urls()
        .iter()
        .filter_map(|url| page_of(url))
        .collect();
    MEMORY.with_borrow(|memory| pages.extend(memory.keys().filter_map(|url| page_of(url))));
    pages.sort_unstable();
    pages.dedup();
    pages
}

/// The responses in session storage, by their age.
fn oldest_first() -> Vec<(String, CachedResponse)> {
    let urls = stored_urls().into_iter();
    let mut stored: Vec<_> = urls
        .filter_map(|url| Some((url.clone(), read_stored(&url)?)))
        .collect();
    stored.sort_by_key(|(_, response)| response.fetched_at);
    stored
}

fn read_stored(url: &str) -> Option<CachedResponse> {
    serde_json::from_str(&Store::Tab.get(&key(url))?).ok()
}

/// As browsers count it.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn stored_urls() -> Vec<String> {
    let keys = Store::Tab.keys(PREFIX).into_iter();
    keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
        .collect()
}

fn key(url: &str) -> String {
    [PREFIX, url].concat()
}
