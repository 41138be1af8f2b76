//! What the calls beside the one for videos brought: texts by key, most of them JSON, in the database only. Where that is
//! not usable, it is lost with the page.

use std::future::IntoFuture;

use idb::{Query, TransactionMode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::database::{self, Failure};
use super::migrations::{COVERS, LINKS, PRODUCTS};

/// What a text is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Links,
    Covers,
    Products,
}

impl Kind {
    fn store(self) -> &'static str {
        match self {
            Self::Links => LINKS,
            Self::Covers => COVERS,
            Self::Products => PRODUCTS,
        }
    }
}

/// The values of these keys, in their order; `None` also for a text that is no such value.
pub async fn get_values<T: DeserializeOwned>(kind: Kind, keys: &[String]) -> Vec<Option<T>> {
    let texts = get_all(kind, keys).await;
    let values = texts.into_iter().map(|text| value(&text?));
    values.collect()
}

/// Stores values in place of earlier ones, in one transaction.
pub async fn put_values<T: Serialize>(kind: Kind, values: &[(String, T)]) {
    let text = |(key, value): &(String, T)| Some((key.clone(), serde_json::to_string(value).ok()?));
    let texts: Vec<(String, String)> = values.iter().filter_map(text).collect();
    put_all(kind, &texts).await;
}

/// Removes the values that are stale.
pub async fn remove_values<T: DeserializeOwned>(kind: Kind, is_stale: impl Fn(&T) -> bool) {
    remove(kind, |text| value(text).as_ref().is_some_and(&is_stale)).await;
}

fn value<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// The texts of these keys, in their order.
pub async fn get_all(kind: Kind, keys: &[String]) -> Vec<Option<String>> {
    let texts = read(kind, keys).await;
    texts.unwrap_or_else(|_| vec![None; keys.len()])
}

/// Stores texts in place of earlier ones, in one transaction.
pub async fn put_all(kind: Kind, texts: &[(String, String)]) {
    if !database::is_open() || texts.is_empty() {
        return;
    }
    if let Err(failure) = write(kind, texts).await {
        database::report(&failure);
    }
}

/// Removes the texts that are stale.
async fn remove(kind: Kind, is_stale: impl Fn(&str) -> bool) {
    if database::is_open()
        && let Err(failure) = remove_stale(kind, is_stale).await
    {
        database::report(&failure);
    }
}

async fn remove_stale(kind: Kind, is_stale: impl Fn(&str) -> bool) -> Result<(), Failure> {
    let transaction = database::begin(&[kind.store()], TransactionMode::ReadWrite)?;
    let remove = async || -> Result<(), Failure> {
        let store = transaction.object_store(kind.store())?;
        // The same order: by key.
        let (keys, texts) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
        let (keys, texts) = (keys.await?, texts.await?);
        for (key, text) in keys.into_iter().zip(texts) {
            if text.as_string().is_some_and(|text| is_stale(&text)) {
                store.delete(Query::Key(key))?;
            }
        }
        Ok(())
    };
    let result = remove().await;
    database::finish(transaction, result).await
}

async fn read(kind: Kind, keys: &[String]) -> Result<Vec<Option<String>>, Failure> {
    let transaction = database::begin(&[kind.store()], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(kind.store())?;
    let mut requests = Vec::with_capacity(keys.len());
    for key in keys {
        let key = Query::Key(JsValue::from_str(key));
        requests.push(store.get(key)?.into_future());
    }
    let mut texts = Vec::with_capacity(keys.len());
    for request in requests {
        texts.push(request.await?.and_then(|text| text.as_string()));
    }
    Ok(texts)
}

async fn write(kind: Kind, texts: &[(String, String)]) -> Result<(), Failure> {
    let transaction = database::begin(&[kind.store()], TransactionMode::ReadWrite)?;
    let put = || -> Result<(), Failure> {
        let store = transaction.object_store(kind.store())?;
        for (key, text) in texts {
            store.put(&JsValue::from_str(text), Some(&JsValue::from_str(key)))?;
        }
        Ok(())
    };
    let result = put();
    database::finish(transaction, result).await
}
