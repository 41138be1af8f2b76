//! Session and local storage, the saved answers, the records of runs, and what happens where they cannot be saved.

use clipcart::storage::web_storage::Store;
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "storage/answers.rs"]
mod answers;
#[path = "storage/companions.rs"]
mod companions;
#[path = "storage/failures.rs"]
mod failures;
#[path = "storage/fresh.rs"]
pub mod fresh;
#[path = "storage/keep.rs"]
mod keep;
#[path = "storage/tabs.rs"]
mod tabs;
#[path = "storage/versions.rs"]
mod versions;

#[wasm_bindgen_test]
fn a_value_can_be_read_until_it_is_removed() {
    for store in [Store::Tab, Store::Browser] {
        let key = "test.kept";
        store.remove(key);
        assert_eq!(store.get(key), None);
        for value in ["", "1", "中文 🥹 \"'\n"] {
            assert!(store.set(key, value));
            assert_eq!(store.get(key).as_deref(), Some(value));
        }
        store.remove(key);
        assert_eq!(store.get(key), None);
    }
}

#[wasm_bindgen_test]
fn the_stores_know_nothing_of_each_other() {
    assert!(Store::Tab.set("test.apart", "tab"));
    assert_eq!(Store::Browser.get("test.apart"), None);
    Store::Tab.remove("test.apart");
}

#[wasm_bindgen_test]
fn keys_are_found_by_prefix() {
    let keys = ["test.a 1", "test.a 2", "test.b"];
    for key in keys {
        assert!(Store::Tab.set(key, "x"));
    }
    let mut found = Store::Tab.keys("test.a ");
    found.sort();
    assert_eq!(found, ["test.a 1", "test.a 2"]);
    for key in keys {
        Store::Tab.remove(key);
    }
    assert_eq!(Store::Tab.keys("test."), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    assert!(Store::Tab.set("test.full", "before"));
    assert!(!Store::Tab.set("test.full", &"x".repeat(12_000_000)));
    assert_eq!(Store::Tab.get("test.full").as_deref(), Some("before"));
    Store::Tab.remove("test.full");
}
