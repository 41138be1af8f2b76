//! The answers that are already paid for, by request URL, so that looking at a query again costs no credit.
//!
//! They are in IndexedDB, so that they outlive the tab. Their descriptions are also in memory and can be asked for at
//! once. Where IndexedDB cannot be used, answers are in memory until the page is closed, and `status` says why. Callers
//! store successful answers only, and none of the sample's, which are free.

use std::cell::Cell;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

pub use super::changes::{Change, on_change, status};
pub use super::records::{CachedResponse, Saved};
use crate::domain::saving::{Keep, StorageStatus};

use super::tabs::{self, Message};
use super::{answers, changes, database, index, keep, runs, saving};

/// How long the page waits for the database, in milliseconds.
const TIME_LIMIT: u32 = 3_000;

/// Opens the database and reads what is there, for three seconds at most: until it is open, answers are in memory. It
/// never fails; `status` tells how it went.
pub async fn open() {
    tabs::listen(on_message);
    saving::read_session_storage();
    if keep() == Keep::Memory {
        // What was saved under an earlier choice.
        database::delete();
        saving::clean_session_storage();
        changes::set_status(StorageStatus::Memory);
    } else {
        connect_in_time().await;
    }
}

/// Closes the database and forgets all that is in memory, as the end of the page does. Tests use it.
pub fn close() {
    tabs::close();
    database::close();
    index::clear();
    runs::forget();
    keep::forget();
    changes::forget_listeners();
    changes::set_status(StorageStatus::Unavailable);
}

/// How long answers are kept.
pub fn keep() -> Keep {
    keep::get()
}

/// Sets how long answers are kept, in all tabs, and deletes what is older. `Memory` deletes all that is stored.
pub async fn set_keep(keep: Keep) {
    keep::set(keep);
    tabs::send(&Message::Keep(keep));
    apply_keep().await;
}

/// The description of the answer from this URL, if it is saved or in memory.
pub fn saved(url: &str) -> Option<Saved> {
    index::saved(url)
}

/// Calls `f` with each URL and the description of its answer.
pub fn for_each_saved(mut f: impl FnMut(&str, Saved)) {
    for (url, saved) in index::all() {
        f(&url, saved);
    }
}

/// The number of saved answers, those in memory included, and the bytes of their bodies.
pub fn total() -> (usize, usize) {
    index::total()
}

/// The answer from this URL. There may be none though `saved` had one: another tab may have deleted it.
pub async fn get(url: &str) -> Option<CachedResponse> {
    get_all(&[url.to_owned()]).await.pop()?
}

/// The answers from these URLs, in their order, in one transaction.
pub async fn get_all(urls: &[String]) -> Vec<Option<CachedResponse>> {
    let mut responses: Vec<_> = urls.iter().map(|url| index::in_memory(url)).collect();
    let missing: Vec<(usize, &str, Option<Saved>)> = urls
        .iter()
        .enumerate()
        .filter(|(place, _)| responses[*place].is_none())
        .map(|(place, url)| (place, url.as_str(), saved(url)))
        .collect();
    if missing.is_empty() {
        return responses;
    }
    let missing_urls: Vec<&str> = missing.iter().map(|(_, url, _)| *url).collect();
    let Ok(stored) = answers::read(&missing_urls).await else {
        return responses;
    };
    for ((place, url, before), response) in missing.into_iter().zip(stored) {
        match (&response, before) {
            (Some(response), _) => index::add_stored(url.to_owned(), response.description()),
            (None, Some(before)) => index::forget_one_stored(url, before),
            (None, None) => {}
        }
        responses[place] = response;
    }
    responses
}

/// Stores an answer in place of an earlier one. Done when it survives a crash, or is in memory if it cannot be stored.
pub async fn put(url: &str, response: CachedResponse) {
    index::remember(url, response.clone());
    saving::store(url, &response).await;
    changes::notify(Change::Saved(url.to_owned()));
}

/// Deletes answers that cannot be used.
pub async fn delete(urls: &[String]) {
    for url in urls {
        index::forget(url);
    }
    let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
    if database::is_open() {
        match answers::delete(&urls).await {
            Ok(()) => tabs::send(&Message::Deleted),
            Err(failure) => database::report(&failure),
        }
    }
    changes::notify(Change::Status);
}

/// Deletes all that is stored, and the answers and records of runs that are in memory.
pub async fn clear() {
    index::clear();
    runs::forget();
    if database::is_open() {
        match answers::clear().await {
            Ok(()) if status() == StorageStatus::Full => {
                changes::set_status(StorageStatus::Saving);
            }
            Ok(()) => {}
            Err(failure) => {
                database::report(&failure);
                // What is still there is not hidden.
                let _ = saving::load_index().await;
            }
        }
        tabs::send(&Message::Cleared);
    }
    changes::notify(Change::Cleared);
}

/// Connects, or goes on without the database when that takes too long. It is used once it opens all the same.
async fn connect_in_time() {
    let (sender, is_done) = oneshot::channel();
    let done = Rc::new(Cell::new(Some(sender)));
    let give_up = |status: StorageStatus| {
        let done = done.clone();
        move || {
            if !database::is_open() {
                changes::set_status(status);
            }
            release(&done);
        }
    };
    let on_blocked = give_up(StorageStatus::Blocked);
    let timeout = Timeout::new(TIME_LIMIT, give_up(StorageStatus::Unavailable));
    let connected = done.clone();
    spawn_local(async move {
        connect(on_blocked).await;
        release(&connected);
    });
    let _ = is_done.await;
    drop(timeout);
}

fn release(done: &Cell<Option<oneshot::Sender<()>>>) {
    if let Some(done) = done.take() {
        let _ = done.send(());
    }
}

async fn connect(on_blocked: impl FnOnce() + 'static) {
    if let Err(failure) = database::open(on_blocked, disconnect).await {
        database::report_not_opened(&failure);
        return;
    }
    if keep() == Keep::Memory {
        stop_saving().await;
        return;
    }
    if let Err(failure) = saving::load_index().await {
        database::report(&failure);
        database::close();
        return;
    }
    changes::set_status(StorageStatus::Saving);
    saving::store_memory().await;
    saving::clean_session_storage();
    saving::delete_expired().await;
    runs::store_memory().await;
}

/// Goes on in memory.
fn disconnect(status: StorageStatus) {
    database::close();
    index::forget_stored();
    changes::set_status(match keep() {
        Keep::Memory => StorageStatus::Memory,
        _ => status,
    });
}

/// Deletes what is stored, and goes on in memory.
async fn stop_saving() {
    if database::is_open() {
        // If it fails, the database is deleted all the same.
        let _ = answers::clear().await;
    }
    disconnect(StorageStatus::Memory);
    database::delete();
}

async fn apply_keep() {
    if keep() == Keep::Memory {
        stop_saving().await;
    } else if database::is_open() {
        saving::delete_expired().await;
    } else if status() == StorageStatus::Memory {
        connect_in_time().await;
    }
}

fn on_message(message: Message) {
    spawn_local(async move {
        match message {
            Message::Saved(url) => {
                if let Ok(Some(saved)) = answers::describe(&url).await {
                    index::add_stored(url.clone(), saved);
                    changes::notify(Change::Saved(url));
                }
            }
            Message::Deleted => {
                if saving::load_index().await.is_ok() {
                    changes::notify(Change::Status);
                }
            }
            Message::Cleared => {
                index::clear();
                runs::forget();
                // Something may have been stored since.
                let _ = saving::load_index().await;
                changes::notify(Change::Cleared);
            }
            Message::Keep(keep) => {
                keep::set(keep);
                apply_keep().await;
            }
        }
    });
}
