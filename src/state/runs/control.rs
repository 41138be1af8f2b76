//! What the user does with a run: start, pause, resume, stop, retry.

use std::time::Duration;

use gloo_timers::future::sleep;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Pace, Runs};
use crate::domain::ids::VideoIds;
use crate::domain::runs::run::Run;
use crate::domain::runs::status::PauseReason;
use crate::platform::lock::try_lock;
use crate::platform::page;
use crate::storage::response_cache::{self, Change};

/// How often a tab looks whether another one still runs its search.
const LOCK_CHECK: Duration = Duration::from_secs(1);

fn lock_name(ids: &VideoIds) -> String {
    format!("clipcart-run-{}", ids.key())
}

impl Runs {
    /// Starts, or goes on, with so many credits at most. Whatever was fetched before stays.
    pub fn start(self, credits: u32) {
        let parallel = self.settings.parallel_requests();
        self.with_lock(move |runs| {
            runs.begin_record();
            runs.change(|run| run.start(credits, parallel));
        });
    }

    pub fn pause(self) {
        self.change(|run| run.pause(PauseReason::User));
    }

    pub fn resume(self) {
        self.with_lock(|runs| runs.change(Run::resume));
    }

    pub fn stop(self) {
        self.change(Run::stop);
    }

    /// Goes on past the credit limit, by so many credits.
    pub fn allow(self, credits: u32) {
        self.with_lock(move |runs| runs.change(|run| run.allow(credits)));
    }

    /// Asks again for what has failed, with so many credits more.
    pub fn retry_failed(self, credits: u32) {
        self.with_lock(move |runs| runs.change(|run| run.retry_failed(credits)));
    }

    /// Looks again whether the other tab is done.
    pub fn try_here(self) {
        self.open(self.ids());
    }

    /// The connection, and other tabs.
    pub(super) fn listen(self) {
        let offline = window_event_listener(ev::offline, move |_| {
            self.change(|run| run.pause(PauseReason::Offline));
        });
        let online = window_event_listener(ev::online, move |_| self.change(Run::online));
        on_cleanup(move || {
            offline.remove();
            online.remove();
        });
        response_cache::on_change(move |change| match change {
            Change::Cleared => self.try_here(),
            Change::Saved(_) if self.is_elsewhere.try_get_untracked() == Some(true) => {
                self.reread()
            }
            Change::Saved(_) | Change::Status => {}
        });
    }

    /// Says whether another tab runs this search, and waits until it does not any more.
    pub(super) async fn look_elsewhere(self, ids: VideoIds, serial: u32) {
        let name = lock_name(&ids);
        while self.is_current(serial) && self.lock.with_value(Option::is_none) {
            let is_free = try_lock(&name).await.is_some();
            if !self.is_current(serial) {
                return;
            }
            if is_free && self.is_elsewhere.get_untracked() {
                // It has ended, or its tab has: what it left is read anew.
                self.try_here();
                return;
            }
            if is_free {
                return;
            }
            self.is_elsewhere.set(true);
            sleep(LOCK_CHECK).await;
        }
    }

    /// Does something that only one tab may do at a time.
    fn with_lock(self, then: impl FnOnce(Self) + 'static) {
        let Some(ids) = self.ids() else {
            return;
        };
        let serial = self.serial.get_value();
        if self.lock.with_value(Option::is_some) {
            then(self);
            return;
        }
        // A second press while the browser answers.
        if self.is_locking.get_value() {
            return;
        }
        self.is_locking.set_value(true);
        spawn_local(async move {
            let lock = try_lock(&lock_name(&ids)).await;
            self.is_locking.try_set_value(false);
            if !self.is_current(serial) {
                return;
            }
            if lock.is_some() {
                self.lock.set_value(lock);
                then(self);
            } else {
                self.look_elsewhere(ids, serial).await;
            }
        });
    }

    /// Writes down what is asked for, before anything is.
    fn begin_record(self) {
        if self.record.with_value(Option::is_some) {
            return;
        }
        let groups = self
            .run
            .with_untracked(|run| run.as_ref().map(Self::open_groups));
        if let (Some(ids), Some(groups)) = (self.ids(), groups) {
            let record = self.record_of(ids, groups, !self.uses_saved.get_untracked());
            let written = record.clone();
            spawn_local(async move { self.write_record(&written).await });
            // Until the new answers are here, what is saved is shown.
            self.search.replaced_since.set(record.answers_since());
            self.record.set_value(Some(record));
        }
    }

    /// Changes the run, and goes on from there.
    pub(super) fn change(self, change: impl FnOnce(&mut Run)) {
        let has_run = self.run.with_untracked(Option::is_some);
        if has_run {
            self.run.update(|run| {
                if let Some(run) = run {
                    change(run);
                }
            });
            self.advance();
        }
    }

    /// Starts the clock when the run starts, and stops it with the run.
    pub(super) fn keep_pace(self, is_running: bool) {
        let since = self.pace.with_untracked(|pace| pace.since);
        match (is_running, since) {
            (true, None) => self.pace.set(Pace {
                since: Some(page::now_ms()),
                ..Pace::default()
            }),
            (false, Some(_)) => self.pace.update(|pace| pace.since = None),
            _ => {}
        }
    }
}
