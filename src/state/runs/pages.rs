//! The pages of a run as they are shown: those that were saved, and new ones a few times a second.

use std::collections::HashSet;
use std::time::Duration;

use gloo_timers::future::sleep;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Runs;
use crate::domain::query::Query;
use crate::domain::runs::plan::Plan;
use crate::domain::runs::saved::SavedPages;
use crate::domain::runs::status::RunStatus;
use crate::state::page::Page;
use crate::storage::response_cache;

/// How many saved pages are decoded at once, so that no frame takes long.
const BATCH: usize = 20;

/// How long new rows wait to be shown together, in milliseconds: more with each row that is drawn anew.
const MIN_DELAY: u64 = 200;
const ROWS_A_MILLISECOND: usize = 10;

impl Runs {
    /// Reads saved pages and shows them.
    pub(super) fn read_pages(self, saved: Vec<SavedPages>, serial: u32) {
        self.search.is_reading.set(!saved.is_empty());
        spawn_local(async move {
            let queries: Vec<_> = saved.iter().flat_map(SavedPages::queries).collect();
            let mut pages = Vec::with_capacity(queries.len());
            let mut lost = Vec::new();
            for batch in queries.chunks(BATCH) {
                let urls: Vec<_> = batch
                    .iter()
                    .map(|query| self.search.endpoint(query))
                    .collect();
                let saved = response_cache::get_all(&urls).await;
                for ((query, url), saved) in batch.iter().zip(urls).zip(saved) {
                    match saved.and_then(|saved| Page::from_saved(query.clone(), saved)) {
                        Some(page) => pages.push(page),
                        None => lost.push(url),
                    }
                }
                sleep(Duration::ZERO).await;
                if !self.is_current(serial) {
                    return;
                }
            }
            if !lost.is_empty() {
                response_cache::delete(&lost).await;
                // The plan counted on them.
                if self.is_current(serial) && untrack(|| self.status()) != Some(RunStatus::Running)
                {
                    self.try_here();
                    return;
                }
            }
            self.search.is_reading.set(false);
            // New ones may have come meanwhile.
            self.search.others.update(|others| {
                let shown: HashSet<Query> =
                    others.iter().map(|page| page.query.canonical()).collect();
                pages.retain(|page| !shown.contains(&page.query.canonical()));
                others.append(&mut pages);
            });
        });
    }

    /// Shows a new page soon.
    pub(super) fn publish(self, page: Page) {
        self.unpublished.update_value(|pages| pages.push(page));
        if self.is_publishing.get_value() {
            return;
        }
        self.is_publishing.set_value(true);
        let rows: usize = self
            .search
            .others
            .with_untracked(|pages| pages.iter().map(|page| page.row_count).sum());
        let delay = MIN_DELAY + (rows / ROWS_A_MILLISECOND) as u64;
        set_timeout(
            move || {
                self.is_publishing.try_set_value(false);
                self.publish_now();
            },
            Duration::from_millis(delay),
        );
    }

    /// Shows the new pages that wait.
    pub(super) fn publish_now(self) {
        let new = self.unpublished.try_update_value(std::mem::take);
        let new = new.unwrap_or_default();
        if !new.is_empty() {
            self.search.others.update(|pages| {
                let replaced: HashSet<Query> =
                    new.iter().map(|page| page.query.canonical()).collect();
                pages.retain(|page| !replaced.contains(&page.query.canonical()));
                pages.extend(new);
            });
        }
    }

    /// Reads what another tab has saved meanwhile.
    pub(super) fn reread(self) {
        if self.is_rereading.get_value() {
            return;
        }
        self.is_rereading.set_value(true);
        let serial = self.serial.get_value();
        set_timeout(
            move || {
                self.is_rereading.try_set_value(false);
                let ids = self.ids();
                if let Some(ids) = ids.filter(|_| self.is_current(serial)) {
                    let limit = self.settings.ids_per_request();
                    let plan = Plan::new(&ids, &self.saved_answers(), true, limit);
                    self.read_pages(plan.saved, serial);
                }
            },
            Duration::from_secs(1),
        );
    }
}
