//! Moves answers between memory and the database: storing, making room, deleting what is too old.

use serde::Deserialize;

use super::changes;
use super::database::{self, Failure};
use super::records::{CachedResponse, count_rows};
use super::tabs::{self, Message};
use super::web_storage::Store;
use super::{answers, index, keep};
use crate::domain::saving::{Keep, StorageStatus};

/// Where earlier versions of the page kept answers, in session storage.
const TAB_PREFIX: &str = "clipcart.response ";

/// Moves an answer from memory to the database. Where storage is full, the oldest answers make room and stay in memory.
pub async fn store(url: &str, response: &CachedResponse) {
    if !database::is_open() {
        return;
    }
    let mut result = write(url, response).await;
    // While storage stays full, each attempt would only push out more.
    if matches!(result, Err(Failure::Full)) && changes::status() != StorageStatus::Full {
        result = write_in_place_of_oldest(url, response).await;
    }
    match result {
        Err(failure) => database::report(&failure),
        Ok(()) if changes::status() != StorageStatus::Saving => {
            changes::set_status(StorageStatus::Saving);
            store_memory().await;
        }
        Ok(()) => {}
    }
}

/// Moves all answers in memory to the database, until one fails.
pub async fn store_memory() {
    for (url, response) in index::all_in_memory() {
        if let Err(failure) = write(&url, &response).await {
            database::report(&failure);
            return;
        }
    }
}

async fn write(url: &str, response: &CachedResponse) -> Result<(), Failure> {
    answers::write(url, response, &[]).await?;
    index::moved_to_database(url, response);
    tabs::send(&Message::Saved(url.to_owned()));
    Ok(())
}

async fn write_in_place_of_oldest(url: &str, response: &CachedResponse) -> Result<(), Failure> {
    let mut needed = response.body.len();
    let oldest = index::stored_by_age(|_| true).into_iter();
    let oldest: Vec<String> = oldest
        .take_while(|(_, saved)| {
            let is_needed = needed > 0;
            needed = needed.saturating_sub(saved.bytes);
            is_needed
        })
        .map(|(url, _)| url)
        .collect();
    if oldest.is_empty() {
        return Err(Failure::Full);
    }
    let evicted = answers::write(url, response, &as_strs(&oldest)).await?;
    for (url, response) in oldest.iter().zip(evicted) {
        if let Some(response) = response {
            index::remember(url, response);
        }
    }
    index::moved_to_database(url, response);
    tabs::send(&Message::Deleted);
    tabs::send(&Message::Saved(url.to_owned()));
    Ok(())
}

/// Reads the descriptions of all answers in the database.
///
/// # Errors
/// Why they cannot be read.
pub async fn load_index() -> Result<(), Failure> {
    let stored = answers::load_index().await?;
    index::forget_stored();
    for (url, saved) in stored {
        index::add_stored(url, saved);
    }
    Ok(())
}

/// Deletes the answers of the database that are older than the user wants.
pub async fn delete_expired() {
    let Some(max_age) = keep::get().max_age() else {
        return;
    };
    let now = (js_sys::Date::now() / 1000.0) as u64;
    let oldest = now.saturating_sub(max_age);
    let expired = index::stored_by_age(|saved| saved.fetched_at < oldest);
    if expired.is_empty() {
        return;
    }
    let urls: Vec<&str> = expired.iter().map(|(url, _)| url.as_str()).collect();
    match answers::delete(&urls).await {
        Ok(()) => {
            for (url, saved) in &expired {
                index::forget_one_stored(url, *saved);
            }
            tabs::send(&Message::Deleted);
        }
        Err(failure) => database::report(&failure),
    }
}

/// Puts the answers of session storage in memory.
pub fn read_session_storage() {
    #[derive(Deserialize)]
    struct InTab {
        body: String,
        fetched_at: u64,
    }
    for key in Store::Tab.keys(TAB_PREFIX) {
        let json = Store::Tab.get(&key).unwrap_or_default();
        if let Some(url) = key.strip_prefix(TAB_PREFIX)
            && let Ok(InTab { body, fetched_at }) = serde_json::from_str(&json)
            && let Some(row_count) = count_rows(&body)
        {
            let body = body.into();
            let response = CachedResponse {
                body,
                fetched_at,
                stored_at: fetched_at,
                row_count,
            };
            index::remember(url, response);
        }
    }
}

/// Deletes the answers of session storage, but not those that would be lost with the page.
pub fn clean_session_storage() {
    let is_unwanted = keep::get() == Keep::Memory;
    for key in Store::Tab.keys(TAB_PREFIX) {
        let url = key.strip_prefix(TAB_PREFIX).unwrap_or_default();
        if is_unwanted || index::in_memory(url).is_none() {
            Store::Tab.remove(&key);
        }
    }
}

fn as_strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
