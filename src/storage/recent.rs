//! Temporary: the responses of this page at once, until state reads `response_cache`, which has to be waited for.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::records::CachedResponse;
use crate::domain::query::paging::PageNum;

thread_local! {
    static RECENT: RefCell<BTreeMap<String, CachedResponse>> = const { RefCell::new(BTreeMap::new()) };
}

pub fn get(url: &str) -> Option<CachedResponse> {
    RECENT.with_borrow(|recent| recent.get(url).cloned())
}

pub fn put(url: &str, response: CachedResponse) {
    RECENT.with_borrow_mut(|recent| recent.insert(url.to_owned(), response));
}

/// The pages of a query. `url` is the URL of any of its pages: they differ in `page_num` only.
pub fn pages(url: &str) -> Vec<PageNum> {
    const PAGE: &str = "page_num=";
    let Some((head, rest)) = url.split_once(PAGE) else {
        return Vec::new();
    };
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let page_of = |url: &String| -> Option<PageNum> {
        let page = url.strip_prefix(head)?.strip_prefix(PAGE)?;
        page.strip_suffix(tail)?.parse().ok()
    };
    let mut pages: Vec<PageNum> =
        RECENT.with_borrow(|recent| recent.keys().filter_map(page_of).collect());
    pages.sort_unstable();
    pages
}
