//! The connection to the IndexedDB database: opening and losing it, transactions, and what their failures mean.

use std::cell::RefCell;
use std::rc::Rc;

use idb::event::VersionChangeEvent;
use idb::{Database, Factory, Transaction, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DomException, IdbTransaction};

use super::changes;
use super::migrations;
use crate::domain::saving::StorageStatus;

const NAME: &str = "clipcart";

thread_local! {
    static DATABASE: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

/// Why something could not be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("a newer version of the page has made the database")]
    Newer,
    #[error("the storage is full")]
    Full,
    #[error("the database is not open")]
    NotOpen,
    #[error("a value cannot be converted")]
    Conversion,
    #[error("{0}")]
    Other(idb::Error),
}

impl Failure {
    /// What it means for answers from now on.
    fn status(&self) -> StorageStatus {
        match self {
            Self::Newer => StorageStatus::Newer,
            Self::Full => StorageStatus::Full,
            Self::NotOpen | Self::Conversion | Self::Other(_) => StorageStatus::Unavailable,
        }
    }
}

impl From<idb::Error> for Failure {
    fn from(error: idb::Error) -> Self {
        match exception_name(&error).as_deref() {
            Some("VersionError") => Self::Newer,
            Some("QuotaExceededError") => Self::Full,
            _ => Self::Other(error),
        }
    }
}

fn exception_name(error: &idb::Error) -> Option<String> {
    match error {
        idb::Error::DomException(exception) => Some(exception.name()),
        idb::Error::IndexedDbOpenFailed(thrown) | idb::Error::UpdateFailed(thrown) => {
            Some(thrown.dyn_ref::<DomException>()?.name())
        }
        _ => None,
    }
}

/// Opens the database and upgrades it if needed. `on_blocked` is called if that has to wait for a tab with an older
/// version of the page, `on_lost` if the connection ends later.
///
/// # Errors
/// `Newer`, or that the browser refuses.
pub async fn open(
    on_blocked: impl FnOnce() + 'static,
    on_lost: fn(StorageStatus),
) -> Result<(), Failure> {
    let mut request = Factory::new()?.open(NAME, Some(migrations::VERSION))?;
    request.on_upgrade_needed(migrations::upgrade);
    request.on_blocked(move |_| on_blocked());
    let mut database = request.await?;
    // A connection that stays open would block the upgrade of another tab. The callback belongs to the connection,
    // so a task of its own drops it.
    database.on_version_change(move |event| {
        let status = match new_version(event.into()) {
            Some(_) => StorageStatus::Newer,
            None => StorageStatus::Unavailable,
        };
        spawn_local(async move { on_lost(status) });
    });
    database.on_close(move |_| spawn_local(async move { on_lost(StorageStatus::Unavailable) }));
    DATABASE.set(Some(Rc::new(database)));
    Ok(())
}

/// The version to which another tab upgrades the database; `None` if it deletes it.
fn new_version(event: JsValue) -> Option<u32> {
    let event = VersionChangeEvent::try_from(event).ok()?;
    event.new_version().ok()?
}

pub fn is_open() -> bool {
    DATABASE.with_borrow(Option::is_some)
}

/// Closes the connection once its transactions are complete.
pub fn close() {
    if let Some(database) = DATABASE.take() {
        database.close();
    }
}

/// Deletes the database, whatever its version, once other tabs have closed it.
pub fn delete() {
    spawn_local(async {
        if let Ok(request) = Factory::new().and_then(|factory| factory.delete(NAME)) {
            let _ = request.await;
        }
    });
}

/// Sets the status that follows from a failure. A connection that was lost meanwhile has set its own.
pub fn report(failure: &Failure) {
    if is_open() {
        changes::set_status(failure.status());
    }
}

/// Sets the status that follows from a failure to open.
pub fn report_not_opened(failure: &Failure) {
    changes::set_status(failure.status());
}

/// Begins a transaction. It ends by itself when a task waits for anything but its requests.
///
/// # Errors
/// `NotOpen`, or that the browser refuses.
pub fn begin(stores: &[&str], mode: TransactionMode) -> Result<Transaction, Failure> {
    let database = DATABASE.with_borrow(Clone::clone).ok_or(Failure::NotOpen)?;
    Ok(database.transaction(stores, mode)?)
}

/// Waits until all that a transaction has written is stored.
///
/// # Errors
/// Why nothing of it is stored.
pub async fn complete(transaction: Transaction) -> Result<(), Failure> {
    // The future takes the transaction and does not tell why it was aborted.
    let transaction = IdbTransaction::from(transaction);
    if Transaction::from(transaction.clone()).await?.is_committed() {
        return Ok(());
    }
    let error = transaction.error();
    Err(error.map_or(idb::Error::DomExceptionNotFound, idb::Error::DomException))?
}

/// Completes a transaction if its requests succeeded, and takes all of them back if not.
///
/// # Errors
/// Why nothing of it is stored.
pub async fn finish<T>(transaction: Transaction, result: Result<T, Failure>) -> Result<T, Failure> {
    match result {
        Ok(value) => {
            complete(transaction).await?;
            Ok(value)
        }
        Err(failure) => {
            // It fails where the browser has already aborted it.
            let _ = transaction.abort();
            Err(failure)
        }
    }
}
