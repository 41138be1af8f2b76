//! A search for more videos than one request takes: its plan, its run, and the rows that come meanwhile.

mod control;
mod pages;
mod plan;
mod requests;
mod unfinished;

use std::collections::HashMap;

use leptos::prelude::*;

use super::page::Page;
use super::search::Search;
use super::settings::Settings;
use crate::api::client::RequestGuard;
use crate::domain::ids::{VideoId, VideoIds, one_per_line};
use crate::domain::runs::record::RunRecord;
use crate::domain::runs::run::{Credits, Run};
use crate::domain::runs::status::RunStatus;
use crate::domain::runs::unfinished::UnfinishedRun;
use crate::platform::lock::LockGuard;
use crate::platform::{download, page};

/// How fast the run is.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Pace {
    /// Since when it has been running, in milliseconds; `None` while it is not.
    pub since: Option<u64>,
    /// Answers since then.
    pub answers: u32,
    /// Their rows.
    pub rows: u32,
}

impl Pace {
    /// For how many seconds it has been running.
    pub fn seconds(self) -> u64 {
        let since = self.since.unwrap_or_else(page::now_ms);
        page::now_ms().saturating_sub(since) / 1_000
    }
}

/// The search for many videos that the address names.
#[derive(Clone, Copy)]
pub struct Runs {
    settings: Settings,
    search: Search,
    /// How many ids are saved, and when the oldest of their data was sent, in Unix seconds.
    pub known: RwSignal<Option<(usize, u64)>>,
    /// Whether saved data is used. Asked before the start only.
    pub uses_saved: RwSignal<bool>,
    pub run: RwSignal<Option<Run>>,
    /// What was begun earlier and goes on, if there is something.
    record: StoredValue<Option<RunRecord>>,
    pub pace: RwSignal<Pace>,
    /// Whether another tab runs this search.
    pub is_elsewhere: RwSignal<bool>,
    /// Until when the run waits, in milliseconds, since it was too fast.
    pub waits_until: RwSignal<Option<u64>>,
    /// Searches that were begun and not finished.
    pub unfinished: RwSignal<Vec<UnfinishedRun>>,
    lock: StoredValue<Option<LockGuard>, LocalStorage>,
    /// Requests on their way, by their addresses. They are not aborted: their answers are paid for.
    in_flight: StoredValue<HashMap<String, RequestGuard>, LocalStorage>,
    /// Whether the lock is being asked for.
    is_locking: StoredValue<bool>,
    /// Pages that are saved and not shown yet.
    unpublished: StoredValue<Vec<Page>>,
    is_publishing: StoredValue<bool>,
    is_rereading: StoredValue<bool>,
    /// Counts the searches, so that what belongs to an earlier one does not change this one.
    serial: StoredValue<u32>,
}

impl Runs {
    pub fn new(settings: Settings, search: Search) -> Self {
        let runs = Self {
            settings,
            search,
            known: RwSignal::new(None),
            uses_saved: RwSignal::new(true),
            run: RwSignal::new(None),
            record: StoredValue::new(None),
            pace: RwSignal::new(Pace::default()),
            is_elsewhere: RwSignal::new(false),
            waits_until: RwSignal::new(None),
            unfinished: RwSignal::new(Vec::new()),
            lock: StoredValue::new_local(None),
            in_flight: StoredValue::new_local(HashMap::new()),
            is_locking: StoredValue::new(false),
            unpublished: StoredValue::new(Vec::new()),
            is_publishing: StoredValue::new(false),
            is_rereading: StoredValue::new(false),
            serial: StoredValue::new(0),
        };
        let ids = Memo::new(move |_| search.run_ids());
        let source = settings.source;
        Effect::new(move || {
            source.track();
            runs.open(ids.get());
        });
        let has_query = Memo::new(move |_| search.url().query.is_some());
        Effect::new(move || {
            if !has_query.get() {
                runs.find_unfinished();
            }
        });
        runs.listen();
        runs
    }

    /// Whether the address has such a search.
    pub fn is_run(self) -> bool {
        self.search.is_run()
    }

    /// Its videos.
    pub fn ids(self) -> Option<VideoIds> {
        untrack(|| self.search.run_ids())
    }

    /// How many requests are left at least.
    pub fn open_requests(self) -> u32 {
        self.run
            .with(|run| run.as_ref().map_or(0, |run| run.open_groups() as u32))
    }

    /// The credits that are proposed for them.
    pub fn proposed_credits(self) -> u32 {
        self.run
            .with(|run| run.as_ref().map_or(0, Run::proposed_credits))
    }

    /// What it has used.
    pub fn credits(self) -> Credits {
        self.run
            .with(|run| run.as_ref().map(Run::credits).unwrap_or_default())
    }

    /// For how many seconds it waits, since it was too fast.
    pub fn seconds_to_wait(self) -> Option<u32> {
        let until = self.waits_until.get()?;
        Some(until.saturating_sub(page::now_ms()).div_ceil(1_000) as u32)
    }

    /// Whether an earlier visit has begun it.
    pub fn is_begun(self) -> bool {
        self.record.with_value(Option::is_some)
    }

    /// Whether what was begun asks for everything again, whatever is saved.
    pub fn is_fresh(self) -> bool {
        self.record
            .with_value(|record| record.as_ref().is_some_and(|record| record.is_fresh))
    }

    /// Whether the ids are too many for a link.
    pub fn is_list(self) -> bool {
        self.search.url().list_key().is_some()
    }

    /// Offers the ids as a file.
    pub fn export_list(self) {
        if let Some(ids) = self.ids() {
            let name = format!("clipcart-{}-ids.txt", ids.len());
            download::save_text(&name, "text/plain", &one_per_line(ids.iter()));
        }
    }

    /// Whether it goes on, once that is known.
    pub fn status(self) -> Option<RunStatus> {
        self.run.with(|run| Some(run.as_ref()?.status().clone()))
    }

    /// Whether nothing is left to ask for.
    pub fn is_finished(self) -> bool {
        self.status() == Some(RunStatus::Finished)
    }

    /// The ids of the requests that have failed.
    pub fn failed_ids(self) -> Vec<VideoId> {
        self.run.with(|run| {
            run.as_ref()
                .map_or(Vec::new(), |run| run.outcomes(|_| true).failed)
        })
    }

    fn is_current(self, serial: u32) -> bool {
        self.serial.try_get_value() == Some(serial)
    }
}
