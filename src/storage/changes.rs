//! Whether answers are being saved, and who wants to know of changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Whether answers are being saved, and if not, why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StorageStatus {
    Saving,
    /// The user chose to keep answers in memory only.
    Memory,
    /// There is no IndexedDB, or the browser refuses it, as some do in private mode.
    Unavailable,
    /// A tab with an older version of the page keeps the database from being upgraded.
    Blocked,
    /// A newer version of the page has made the database.
    Newer,
    /// Storage is full: new answers are in memory only.
    Full,
}

/// What changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// The answer from this URL was saved or replaced, here or in another tab.
    Saved(String),
    /// All answers were deleted.
    Cleared,
    /// The status, and with it maybe which answers can be read.
    Status,
}

type Listener = Rc<dyn Fn(Change)>;

thread_local! {
    static STATUS: Cell<StorageStatus> = const { Cell::new(StorageStatus::Unavailable) };
    static LISTENERS: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
}

pub fn status() -> StorageStatus {
    STATUS.get()
}

pub fn set_status(status: StorageStatus) {
    if STATUS.replace(status) != status {
        notify(Change::Status);
    }
}

/// Calls `f` after each change, as long as the page lives.
pub fn on_change(f: impl Fn(Change) + 'static) {
    LISTENERS.with_borrow_mut(|listeners| listeners.push(Rc::new(f)));
}

pub fn notify(change: Change) {
    // A listener may add another one.
    let listeners = LISTENERS.with_borrow(Vec::clone);
    for listener in listeners {
        listener(change.clone());
    }
}

pub fn forget_listeners() {
    LISTENERS.take();
}
