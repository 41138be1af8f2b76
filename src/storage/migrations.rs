//! The versions of the database: what each of them changes.

use std::pin::Pin;

use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Error, Event, KeyPath, ObjectStoreParams, Request, Transaction,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::records::{AnswerRecord, IndexRecord, read_answer, text, to_js};

/// Answers by request URL, with their bodies.
pub const ANSWERS: &str = "answers";
/// Descriptions of the answers, by the same URLs.
pub const ANSWER_INDEX: &str = "answer_index";
/// Records of runs: JSON texts by key.
pub const RUNS: &str = "runs";
/// The videos of short links: JSON texts by link.
pub const LINKS: &str = "links";
/// Signed addresses of covers: JSON texts by the covers' own addresses.
pub const COVERS: &str = "covers";
/// Products: JSON texts by id.
pub const PRODUCTS: &str = "products";

type Step = fn(&Upgrade) -> Pin<Box<dyn Future<Output = Result<(), Error>> + '_>>;

/// What turns each version into the next one, from an empty database on. A published step is never changed.
const STEPS: [Step; 3] = [
    |upgrade| Box::pin(create_answers(upgrade)),
    |upgrade| Box::pin(create_index_and_runs(upgrade)),
    |upgrade| Box::pin(create_companions(upgrade)),
];

/// The version that this page works with.
pub const VERSION: u32 = STEPS.len() as u32;

/// A database that is being upgraded.
struct Upgrade {
    database: Database,
    transaction: Transaction,
}

/// Upgrades the database of an `upgradeneeded` event. If a step fails, nothing is changed and opening fails.
pub fn upgrade(event: VersionChangeEvent) {
    let Ok((upgrade, old_version)) = begin(&event) else {
        return;
    };
    // The transaction stays active in the tasks that its own requests start.
    spawn_local(async move {
        for step in STEPS.iter().skip(old_version) {
            if step(&upgrade).await.is_err() {
                let _ = upgrade.transaction.abort();
                return;
            }
        }
    });
}

fn begin(event: &VersionChangeEvent) -> Result<(Upgrade, usize), Error> {
    let request = event.target()?;
    let upgrade = Upgrade {
        database: event.database()?,
        transaction: request.transaction().ok_or(Error::EventTargetNotFound)?,
    };
    Ok((upgrade, event.old_version()? as usize))
}

fn by_url() -> ObjectStoreParams {
    let mut params = ObjectStoreParams::new();
    params.key_path(Some(KeyPath::new_single("url")));
    params
}

/// Version 1: answers with `url`, `body` and `fetched_at`.
async fn create_answers(upgrade: &Upgrade) -> Result<(), Error> {
    upgrade.database.create_object_store(ANSWERS, by_url())?;
    Ok(())
}

/// Version 2: answers also have `row_count`, and an index describes them. An answer whose rows cannot be counted could
/// not be shown either, and is deleted.
async fn create_index_and_runs(upgrade: &Upgrade) -> Result<(), Error> {
    let database = &upgrade.database;
    let index = database.create_object_store(ANSWER_INDEX, by_url())?;
    database.create_object_store(RUNS, ObjectStoreParams::new())?;
    let answers = upgrade.transaction.object_store(ANSWERS)?;
    let Some(cursor) = answers.open_cursor(None, None)?.await? else {
        return Ok(());
    };
    let mut cursor = cursor.into_managed();
    while let Some(record) = cursor.value()? {
        match with_row_count(&record) {
            Some((answer, description)) => {
                cursor.update(&answer).await?;
                index.put(&description, None)?.await?;
            }
            None => cursor.delete().await?,
        }
        cursor.next(None).await?;
    }
    Ok(())
}

/// The record of version 2 for one of version 1, and its description.
fn with_row_count(record: &JsValue) -> Option<(JsValue, JsValue)> {
    let url = text(record, "url")?;
    let response = read_answer(record)?;
    let answer = to_js(&AnswerRecord {
        url: &url,
        body: &response.body,
        fetched_at: response.fetched_at,
        stored_at: response.stored_at,
        row_count: response.row_count,
    })?;
    let description = to_js(&IndexRecord::new(&url, response.description()))?;
    Some((answer, description))
}

/// Version 3: what the calls beside the one for videos bring.
async fn create_companions(upgrade: &Upgrade) -> Result<(), Error> {
    for store in [LINKS, COVERS, PRODUCTS] {
        upgrade
            .database
            .create_object_store(store, ObjectStoreParams::new())?;
    }
    Ok(())
}
