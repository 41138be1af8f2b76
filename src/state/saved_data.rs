//! What this browser has saved, as signals: how much, whether it can, and for how long.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::saving::{Keep, StorageStatus};
use crate::storage::response_cache::{self, Change};

/// The saved answers.
#[derive(Clone, Copy)]
pub struct SavedData {
    pub status: RwSignal<StorageStatus>,
    pub keep: RwSignal<Keep>,
    /// How many answers there are, and the bytes of their bodies.
    pub total: RwSignal<(usize, usize)>,
    /// Notifies when an answer is saved or deleted, here or in another tab.
    pub changed: Trigger,
}

impl SavedData {
    /// Reads what is there, and follows its changes.
    pub fn follow() -> Self {
        let saved = Self {
            status: RwSignal::new(response_cache::status()),
            keep: RwSignal::new(response_cache::keep()),
            total: RwSignal::new(response_cache::total()),
            changed: Trigger::new(),
        };
        response_cache::on_change(move |change| {
            let _ = saved.status.try_set(response_cache::status());
            let _ = saved.keep.try_set(response_cache::keep());
            let _ = saved.total.try_set(response_cache::total());
            if change != Change::Status {
                saved.changed.notify();
            }
        });
        saved
    }

    /// Sets how long answers are kept.
    pub fn set_keep(self, keep: Keep) {
        spawn_local(async move {
            response_cache::set_keep(keep).await;
            let _ = self.keep.try_set(keep);
        });
    }

    /// Deletes everything.
    pub fn delete_all(self) {
        spawn_local(response_cache::clear());
    }
}
