//! The tab's and the browser's stores.

use clipcart::storage::web_storage::Store;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_is_kept_can_be_had_back_until_it_is_removed() {
    for store in [Store::Tab, Store::Browser] {
        let name = "test.kept";
        store.remove(name);
        assert_eq!(store.get(name), None);
        for value in ["", "1", "中文 🥹 \"'\n"] {
            assert!(store.set(name, value));
            assert_eq!(store.get(name).as_deref(), Some(value));
        }
        store.remove(name);
        assert_eq!(store.get(name), None);
    }
}

#[wasm_bindgen_test]
fn the_stores_know_nothing_of_each_other() {
    assert!(Store::Tab.set("test.apart", "tab"));
    assert_eq!(Store::Browser.get("test.apart"), None);
    Store::Tab.remove("test.apart");
}

#[wasm_bindgen_test]
fn names_are_found_by_how_they_begin() {
    let names = ["test.a 1", "test.a 2", "test.b"];
    for name in names {
        assert!(Store::Tab.set(name, "x"));
    }
    let mut found = Store::Tab.names("test.a ");
    found.sort();
    assert_eq!(found, ["test.a 1", "test.a 2"]);
    for name in names {
        Store::Tab.remove(name);
    }
    assert_eq!(Store::Tab.names("test."), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    assert!(Store::Tab.set("test.full", "before"));
    assert!(!Store::Tab.set("test.full", &"x".repeat(12_000_000)));
    assert_eq!(Store::Tab.get("test.full").as_deref(), Some("before"));
    Store::Tab.remove("test.full");
}
