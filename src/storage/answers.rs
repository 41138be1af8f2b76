//! Reads and writes answers in the database. Each change of an answer and of its description is one transaction.

use std::future::IntoFuture;

use idb::{Query, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

use super::database::{self, Failure};
use super::migrations::{ANSWER_INDEX, ANSWERS, COVERS, LINKS, PRODUCTS, RUNS};
use super::records::{
    AnswerRecord, CachedResponse, IndexRecord, Saved, from_js, read_answer, to_js,
};

/// The descriptions of all answers by URL.
///
/// # Errors
/// Why they cannot be read.
pub async fn load_index() -> Result<Vec<(String, Saved)>, Failure> {
    let transaction = database::begin(&[ANSWER_INDEX], TransactionMode::ReadOnly)?;
    let index = transaction.object_store(ANSWER_INDEX)?;
    let records = index.get_all(None, None)?.await?;
    // All at once: a call for each field would take most of the time.
    let records: Vec<IndexRecord> =
        from_js(&records.into_iter().collect::<js_sys::Array>()).ok_or(Failure::Conversion)?;
    let described = records.into_iter().map(|record| {
        let saved = record.saved();
        (record.url, saved)
    });
    Ok(described.collect())
}

/// The description of one answer.
///
/// # Errors
/// Why it cannot be read.
pub async fn describe(url: &str) -> Result<Option<Saved>, Failure> {
    let transaction = database::begin(&[ANSWER_INDEX], TransactionMode::ReadOnly)?;
    let record = transaction
        .object_store(ANSWER_INDEX)?
        .get(key(url))?
        .await?;
    Ok(record
        .and_then(|record| from_js::<IndexRecord>(&record))
        .map(|record| record.saved()))
}

/// The answers from these URLs, in their order.
///
/// # Errors
/// Why none of them can be read.
pub async fn read(urls: &[&str]) -> Result<Vec<Option<CachedResponse>>, Failure> {
    let transaction = database::begin(&[ANSWERS], TransactionMode::ReadOnly)?;
    read_in(&transaction, urls).await
}

async fn read_in(
    transaction: &Transaction,
    urls: &[&str],
) -> Result<Vec<Option<CachedResponse>>, Failure> {
    let answers = transaction.object_store(ANSWERS)?;
    let mut requests = Vec::with_capacity(urls.len());
    for url in urls {
        requests.push(answers.get(key(url))?.into_future());
    }
    let mut responses = Vec::with_capacity(urls.len());
    for request in requests {
        let record = request.await?;
        responses.push(record.as_ref().and_then(read_answer));
    }
    Ok(responses)
}

/// Stores an answer and deletes those from the URLs of `evicted`, which it returns. Done when it survives a crash.
///
/// # Errors
/// `Full`, or another reason why nothing was changed.
pub async fn write(
    url: &str,
    response: &CachedResponse,
    evicted: &[&str],
) -> Result<Vec<Option<CachedResponse>>, Failure> {
    let transaction = database::begin(&[ANSWERS, ANSWER_INDEX], TransactionMode::ReadWrite)?;
    let result = write_in(&transaction, url, response, evicted).await;
    database::finish(transaction, result).await
}

async fn write_in(
    transaction: &Transaction,
    url: &str,
    response: &CachedResponse,
    evicted: &[&str],
) -> Result<Vec<Option<CachedResponse>>, Failure> {
    let answer = to_js(&AnswerRecord {
        url,
        body: &response.body,
        fetched_at: response.fetched_at,
        stored_at: response.stored_at,
        row_count: response.row_count,
    });
    let description = to_js(&IndexRecord::new(url, response.description()));
    let answer = answer.ok_or(Failure::Conversion)?;
    let description = description.ok_or(Failure::Conversion)?;
    let old = match evicted {
        [] => Vec::new(),
        urls => read_in(transaction, urls).await?,
    };
    delete_in(transaction, evicted)?;
    let answers = transaction.object_store(ANSWERS)?.put(&answer, None)?;
    let index = transaction
        .object_store(ANSWER_INDEX)?
        .put(&description, None)?;
    let (answers, index) = (answers.into_future(), index.into_future());
    answers.await?;
    index.await?;
    Ok(old)
}

/// Deletes the answers from these URLs.
///
/// # Errors
/// Why none was deleted.
pub async fn delete(urls: &[&str]) -> Result<(), Failure> {
    let transaction = database::begin(&[ANSWERS, ANSWER_INDEX], TransactionMode::ReadWrite)?;
    let result = delete_in(&transaction, urls);
    database::finish(transaction, result).await
}

fn delete_in(transaction: &Transaction, urls: &[&str]) -> Result<(), Failure> {
    for store in [ANSWERS, ANSWER_INDEX] {
        let store = transaction.object_store(store)?;
        for url in urls {
            store.delete(key(url))?;
        }
    }
    Ok(())
}

/// Deletes all answers, all records of runs, and what was had for them: links, covers and products.
///
/// # Errors
/// Why nothing was deleted.
pub async fn clear() -> Result<(), Failure> {
    let stores = [ANSWERS, ANSWER_INDEX, RUNS, LINKS, COVERS, PRODUCTS];
    let transaction = database::begin(&stores, TransactionMode::ReadWrite)?;
    let result = clear_in(&transaction, &stores);
    database::finish(transaction, result).await
}

fn clear_in(transaction: &Transaction, stores: &[&str]) -> Result<(), Failure> {
    for store in stores {
        transaction.object_store(store)?.clear()?;
    }
    Ok(())
}

fn key(url: &str) -> Query {
    Query::Key(JsValue::from_str(url))
}
