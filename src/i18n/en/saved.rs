//! What the browser saves.

use crate::domain::saving::{Keep, StorageStatus};
use crate::i18n::texts::saved::SavedTexts;

pub const SAVED: SavedTexts = SavedTexts {
    title: "Saved data",
    keep: "Keep data in this browser",
    keep_name: |keep| match keep {
        Keep::Days7 => "for 7 days",
        Keep::Days30 => "for 30 days",
        Keep::Days90 => "for 90 days",
        Keep::Always => "always",
        Keep::Memory => "don't save on this computer",
    },
    note: "Data you have paid for is free to look at again. The API key is never saved with it.",
    total: |count, megabytes| {
        format!(
            "Now: {}, {megabytes} MB.",
            super::plural::plural(count, "response", "responses")
        )
    },
    keeps_less: "This choice deletes saved data at once, and it would have to be paid for again.",
    keep_less: "Delete and keep less",
    delete_all: "Delete all",
    delete_confirm: "Delete all saved data",
    deleted: "Deleted.",
    problem: |status| match status {
        StorageStatus::Saving | StorageStatus::Memory => None,
        StorageStatus::Unavailable => Some(
            "Not saved on this computer: the browser does not allow it, as in a private window. Results are lost when you close this tab.",
        ),
        StorageStatus::Blocked => Some(
            "Not saved on this computer: another tab with an older version of ClipCart is open. Close it and reload this page.",
        ),
        StorageStatus::Newer => Some(
            "Not saved on this computer: a newer version of ClipCart has been used here. Reload this page.",
        ),
        StorageStatus::Full => Some(
            "Not saved on this computer: the browser's storage is full. Results are lost when you close this tab; export them, or delete saved data in Settings.",
        ),
    },
};
