//! The answers that the browser has stored, read by script, and compared with what the API has.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::harness::Page;
use crate::support::fake_api::{AskedPage, FakeApi};

/// The database and its store of answers, by the URL of the request.
pub const DATABASE: &str = "clipcart";
pub const ANSWERS: &str = "answers";

/// Every key with the body among its value's parts. It does not create the database.
const READ: &str = "
    const [name, store] = arguments;
    const there = await indexedDB.databases();
    if (!there.some((other) => other.name === name)) return [];
    const asked = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const database = await asked(indexedDB.open(name));
    try {
        if (!database.objectStoreNames.contains(store)) return [];
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([asked(objects.getAllKeys()), asked(objects.getAll())]);
        const isBody = (part) => typeof part === 'string' && part.trimStart().startsWith('{');
        const body = (value) => [value, ...Object.values(value)].find(isBody) ?? null;
        return keys.map((key, index) => [String(key), body(values[index])]);
    } finally {
        database.close();
    }";

/// A stored answer: the size of its page, and its `data`.
struct Stored {
    size: usize,
    data: Value,
}

async fn read(page: &Page) -> BTreeMap<AskedPage, Stored> {
    let arguments = vec![DATABASE.into(), ANSWERS.into()];
    let all = page.run_async(READ, arguments).await;
    let all: Vec<(String, Option<String>)> = serde_json::from_value(all).unwrap();
    let mut answers = BTreeMap::new();
    for (key, body) in all {
        let (_, query) = key.split_once('?').expect("a URL with a query");
        let query: BTreeMap<String, String> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        let body = body.unwrap_or_else(|| panic!("no body is stored under {key}"));
        let mut body: Value = serde_json::from_str(&body).unwrap();
        let asked = (query["video_ids"].clone(), query["page_num"].clone());
        let stored = Stored {
            size: query["page_size"].parse().unwrap(),
            data: body["data"].take(),
        };
        let other = answers.insert(asked, stored);
        assert!(other.is_none(), "stored twice: {key}");
    }
    answers
}

/// How many answers are stored.
pub async fn count(page: &Page) -> usize {
    read(page).await.len()
}

/// Panics unless the stored answers are what the API has for these ids: each id in one group, each group with all its
/// pages up to a short one, each page with its rows.
pub async fn assert_complete(page: &Page, api: &FakeApi, ids: &[String]) {
    let answers = read(page).await;
    let mut seen = BTreeSet::new();
    for (asked, stored) in &answers {
        let there = api.page_data(asked, stored.size);
        assert_eq!(stored.data, there, "{asked:?}");
        let (group, number) = asked;
        let is_full = stored.data.as_array().map(Vec::len) == Some(stored.size);
        let next = number.parse::<u32>().unwrap() + 1;
        let has_next = answers.contains_key(&(group.clone(), next.to_string()));
        assert_eq!(is_full, has_next, "full, and with a next page: {asked:?}");
        if number == "1" {
            for id in group.split(',') {
                assert!(seen.insert(id.to_owned()), "{id} is in two groups");
            }
        }
    }
    let all: BTreeSet<String> = ids.iter().cloned().collect();
    let missing: Vec<_> = all.difference(&seen).collect();
    assert!(missing.is_empty(), "not stored: {missing:?}");
    assert_eq!(seen.len(), all.len(), "ids that nobody searched for");
}
