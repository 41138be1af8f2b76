//! Texts about what the browser saves.

use crate::domain::saving::{Keep, StorageStatus};

pub struct SavedTexts {
    pub title: &'static str,
    pub keep: &'static str,
    pub keep_name: fn(Keep) -> &'static str,
    pub note: &'static str,
    /// How many responses, and their size in MB, formatted.
    pub total: fn(count: usize, megabytes: &str) -> String,
    /// What a choice does that keeps less.
    pub keeps_less: &'static str,
    pub keep_less: &'static str,
    pub delete_all: &'static str,
    pub delete_confirm: &'static str,
    pub deleted: &'static str,
    /// Why new answers are not saved; `None` if they are, or if the user wants it so.
    pub problem: fn(StorageStatus) -> Option<&'static str>,
}
