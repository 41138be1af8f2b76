//! The responses of this tab by URL, so that looking at a query again costs no credit, even after a reload.
//!
//! They are in session storage and in memory: memory serves where session storage is blocked or full. Callers store
//! successful responses only, and none of the sample's, which are free.

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
    in_memory.or_else(|| serde_json::from_str(&Store::Tab.get(&key(url))?).ok())
}

/// Stores a response in place of an earlier one.
pub fn put(url: &str, response: CachedResponse) {
    match serde_json::to_string(&response) {
        Ok(json) if response.body.len() <= MAX_STORED => store(&key(url), &json),
        _ => Store::Tab.remove(&key(url)),
    }
    MEMORY.with_borrow_mut(|memory| memory.insert(url.to_owned(), response));
}

fn store(key: &str, json: &str) {
    if !Store::Tab.set(key, json) {
        move_to_memory();
        Store::Tab.set(key, json);
    }
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

/// Makes room in session storage. Everything stays available until the page is closed.
fn move_to_memory() {
    for url in stored_urls() {
        if let Some(response) = get(&url) {
            MEMORY.with_borrow_mut(|memory| memory.insert(url.clone(), response));
        }
        Store::Tab.remove(&key(&url));
    }
}

fn stored_urls() -> Vec<String> {
    let keys = Store::Tab.keys(PREFIX).into_iter();
    keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
        .collect()
}

fn key(url: &str) -> String {
    [PREFIX, url].concat()
}
