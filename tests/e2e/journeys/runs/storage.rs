//! A database that is full, newer, older or blocked: a run works in memory and says so, or keeps what was stored.

use super::super::actions::*;
use super::ledger::Ledger;
use super::steps::*;
use super::{names, stored};
use crate::harness::{Browser, Page, Setup, TestEnv};
use crate::support::rows;

/// A page of the site's origin without the app.
const NO_APP: &str = "/config.json";

/// What is stored throws, as it does in a browser that has no room.
const FULL: &str = "
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
        throw new DOMException('There is no room', 'QuotaExceededError');
    };";

/// The database cannot be opened, as in some private windows.
const REFUSED: &str = "
    IDBFactory.prototype.open = () => {
        throw new DOMException('Not here', 'SecurityError');
    };";

/// Creates the database with this version and these stores. `keep` leaves it open, whoever wants another version.
const CREATE: &str = "
    const [name, version, stores, keep] = arguments;
    const opened = indexedDB.open(name, version);
    await new Promise((resolve, reject) => {
        opened.onupgradeneeded = () => stores.forEach((store) => opened.result.createObjectStore(store, { keyPath: 'url' }));
        opened.onsuccess = resolve;
        opened.onerror = () => reject(opened.error);
    });
    if (keep) window.kept = opened.result;
    else opened.result.close();";

async fn create(page: &Page, version: u32, stores: &[&str], keep: bool) {
    page.tolerate_problem("favicon.ico");
    let arguments = vec![
        stored::DATABASE.into(),
        version.into(),
        stores.into(),
        keep.into(),
    ];
    page.run_async(CREATE, arguments).await;
}

/// A whole run, of which all rows are shown and nothing is paid for twice.
async fn run_in_memory(env: &TestEnv, page: &Page) {
    env.api.rows_by(rows::rows_for_runs);
    let mut ledger = Ledger::default();
    start(page, &ids(30)).await;
    finish(page, &env.api, &mut ledger).await;
    page.until(
        "it to be said",
        &format!("{TEXT}.includes('{}')", names::NOT_SAVED),
    )
    .await;
    until_video(page, &rows::id(1)).await;
    let none = empty(&ids(30)).len();
    page.until_text(&names::without_data(none)).await;
    ledger.check(&env.api);
    page.check_accessibility("not saved").await;
}

const TEXT: &str = "document.body.innerText.toLowerCase()";

/// Runs with a script in front of the page's own.
async fn with_script(script: &str) {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.blank().await;
            page.before_load(script).await;
            page.goto("/").await;
            run_in_memory(env, &page).await;
        })
        .await;
}

#[tokio::test]
async fn every_write_fails() {
    with_script(FULL).await;
}

#[tokio::test]
async fn it_cannot_be_opened() {
    with_script(REFUSED).await;
}

/// The browser's own limit: writes fail when they are committed.
#[tokio::test]
async fn there_is_no_room() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.limit_storage(1).await;
            run_in_memory(env, &page).await;
        })
        .await;
}

/// It becomes full in the middle: what was stored before stays.
#[tokio::test]
async fn it_becomes_full() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            env.api.rows_by(rows::rows_for_runs);
            start(&page, &ids(20)).await;
            until_over(&page).await;
            let before = stored::count(&page).await;
            page.run(FULL, vec![]).await;
            run_in_memory(env, &page).await;
            assert!(stored::count(&page).await >= before);
        })
        .await;
}

#[tokio::test]
async fn a_newer_one_is_left_alone() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(NO_APP).await;
            create(&page, 9_000, &["unknown"], false).await;
            page.goto("/").await;
            run_in_memory(env, &page).await;
            let version = "return (await indexedDB.databases())
                .find((it) => it.name === arguments[0]).version";
            let version = page.run_async(version, vec![stored::DATABASE.into()]).await;
            assert_eq!(version, 9_000);
        })
        .await;
}

/// The first version, which has answers alone.
#[tokio::test]
async fn an_older_one_is_upgraded() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(NO_APP).await;
            create(&page, 1, &["answers"], false).await;
            page.goto("/").await;
            env.api.rows_by(rows::rows_for_runs);
            let ledger = Ledger::default();
            start(&page, &ids(30)).await;
            finish_all(&page, &env.api, ledger, &ids(30)).await;
        })
        .await;
}

/// Another tab has an older one open and does not let go.
#[tokio::test]
async fn a_blocked_one_does_not_hold_up_the_run() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(NO_APP).await;
            create(&page, 1, &["answers"], true).await;
            page.new_tab("/").await;
            run_in_memory(env, &page).await;
        })
        .await;
}
