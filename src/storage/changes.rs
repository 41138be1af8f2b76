//! Whether answers are being saved, and who wants to know of changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::domain::saving::StorageStatus;

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
