//! What the calls beside the one for videos brought.

use clipcart::storage::companions::{
    Kind, get_all, get_values, put_all, put_values, remove_values,
};
use clipcart::storage::response_cache;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fresh::{Replaced, fresh, opened, reload};

fn texts(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

async fn all(kind: Kind, keys: &[&str]) -> Vec<Option<String>> {
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    get_all(kind, &keys).await
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[wasm_bindgen_test]
async fn each_kind_is_kept_for_itself() {
    let _fresh = opened().await;
    put_all(Kind::Links, &texts(&[("a", "1"), ("b", "2")])).await;
    put_all(Kind::Products, &texts(&[("a", "中文 🥹")])).await;
    put_all(Kind::Links, &texts(&[("b", "3")])).await;
    reload().await;
    let links = all(Kind::Links, &["b", "c", "a"]).await;
    assert_eq!(links, [some("3"), None, some("1")]);
    assert_eq!(all(Kind::Products, &["a"]).await, [some("中文 🥹")]);
    assert_eq!(all(Kind::Covers, &["a"]).await, [None]);
    assert_eq!(all(Kind::Covers, &[]).await, []);
}

#[wasm_bindgen_test]
async fn they_are_deleted_with_everything_else() {
    let _fresh = opened().await;
    for kind in [Kind::Links, Kind::Covers, Kind::Products] {
        put_all(kind, &texts(&[("a", "1")])).await;
    }
    response_cache::clear().await;
    for kind in [Kind::Links, Kind::Covers, Kind::Products] {
        assert_eq!(all(kind, &["a"]).await, [None], "{kind:?}");
    }
}

#[wasm_bindgen_test]
async fn without_a_database_there_is_nothing_and_no_failure() {
    let _fresh = fresh().await;
    put_all(Kind::Links, &texts(&[("a", "1")])).await;
    assert_eq!(all(Kind::Links, &["a", "b"]).await, [None, None]);
}

#[wasm_bindgen_test]
async fn values_are_json_and_another_text_is_none() {
    let _fresh = opened().await;
    let value = |key: &str, n: u64| (key.to_owned(), vec![n]);
    put_values(Kind::Covers, &[value("a", 1), value("b", u64::MAX)]).await;
    put_all(Kind::Covers, &texts(&[("c", "x"), ("d", "{}")])).await;
    let keys = ["b", "c", "d", "e", "a"].map(str::to_owned);
    let values = async || get_values::<Vec<u64>>(Kind::Covers, &keys).await;
    let found = [Some(vec![u64::MAX]), None, None, None, Some(vec![1])];
    assert_eq!(values().await, found);
    remove_values(Kind::Covers, |numbers: &Vec<u64>| numbers[0] == 1).await;
    assert_eq!(values().await, [found[0].clone(), None, None, None, None]);
    assert_eq!(all(Kind::Covers, &["c"]).await, [some("x")]);
}

/// A text that cannot be stored takes none of the others with it that are.
#[wasm_bindgen_test]
async fn a_failed_transaction_changes_nothing() {
    let _fresh = opened().await;
    put_all(Kind::Links, &texts(&[("a", "1")])).await;
    {
        let _full = Replaced::throwing("IDBObjectStore", "put", "QuotaExceededError", 1);
        put_all(Kind::Links, &texts(&[("a", "2"), ("b", "2")])).await;
    }
    assert_eq!(all(Kind::Links, &["a", "b"]).await, [some("1"), None]);
}
