//! The records of runs: JSON texts by key, in the database, or in memory where that is not usable.

use std::cell::RefCell;
use std::collections::BTreeMap;

use idb::{Query, TransactionMode};
use wasm_bindgen::JsValue;

use super::database::{self, Failure};
use super::migrations::RUNS;

thread_local! {
    /// The records that are not in the database.
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Stores a record in place of an earlier one. Done when it survives a crash, or is in memory.
pub async fn put(key: &str, json: &str) {
    MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), json.to_owned()));
    match write(key, json).await {
        Ok(()) => MEMORY.with_borrow_mut(|memory| {
            // Another one may have replaced it meanwhile.
            if memory.get(key).is_some_and(|newest| newest == json) {
                memory.remove(key);
            }
        }),
        Err(failure) => database::report(&failure),
    }
}

pub async fn get(key: &str) -> Option<String> {
    let in_memory = MEMORY.with_borrow(|memory| memory.get(key).cloned());
    match in_memory {
        Some(json) => Some(json),
        None => read(key).await.ok()?,
    }
}

/// All records, with their keys.
pub async fn all() -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> =
        read_all().await.unwrap_or_default().into_iter().collect();
    MEMORY.with_borrow(|memory| all.extend(memory.clone()));
    all
}

pub async fn delete(key: &str) {
    MEMORY.with_borrow_mut(|memory| memory.remove(key));
    if let Err(failure) = remove(key).await {
        database::report(&failure);
    }
}

/// Forgets the records in memory.
pub fn forget() {
    MEMORY.take();
}

/// Moves the records in memory to the database.
pub async fn store_memory() {
    for (key, json) in MEMORY.with_borrow(Clone::clone) {
        put(&key, &json).await;
    }
}

async fn write(key: &str, json: &str) -> Result<(), Failure> {
    let transaction = database::begin(&[RUNS], TransactionMode::ReadWrite)?;
    let put = async || {
        let runs = transaction.object_store(RUNS)?;
        let (json, key) = (JsValue::from_str(json), JsValue::from_str(key));
        runs.put(&json, Some(&key))?.await?;
        Ok(())
    };
    let result = put().await;
    database::finish(transaction, result).await
}

async fn read(key: &str) -> Result<Option<String>, Failure> {
    let transaction = database::begin(&[RUNS], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(RUNS)?.get(query(key))?.await?;
    Ok(value.and_then(|json| json.as_string()))
}

async fn read_all() -> Result<Vec<(String, String)>, Failure> {
    let transaction = database::begin(&[RUNS], TransactionMode::ReadOnly)?;
    let runs = transaction.object_store(RUNS)?;
    let (keys, values) = (runs.get_all_keys(None, None)?, runs.get_all(None, None)?);
    let (keys, values) = (keys.into_future(), values.into_future());
    let pairs = keys.await?.into_iter().zip(values.await?);
    let texts = pairs.filter_map(|(key, json)| Some((key.as_string()?, json.as_string()?)));
    Ok(texts.collect())
}

async fn remove(key: &str) -> Result<(), Failure> {
    let transaction = database::begin(&[RUNS], TransactionMode::ReadWrite)?;
    let remove = || -> Result<(), Failure> {
        transaction.object_store(RUNS)?.delete(query(key))?;
        Ok(())
    };
    let result = remove();
    database::finish(transaction, result).await
}

fn query(key: &str) -> Query {
    Query::Key(JsValue::from_str(key))
}
