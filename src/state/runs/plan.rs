//! Opens the plan of a search, or what an earlier visit left of its run.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Pace, Runs};
use crate::domain::ids::VideoIds;
use crate::domain::query::SearchQuery;
use crate::domain::query::url::ParsedUrl;
use crate::domain::runs::plan::Plan;
use crate::domain::runs::record::{RunProgress, RunRecord};
use crate::domain::runs::run::{Credits, GroupState, Run};
use crate::domain::runs::saved::{SavedAnswer, SavedAnswers};
use crate::platform::page;
use crate::storage::{response_cache, runs};

/// The key of a run's progress, beside that of its record.
pub fn progress_key(key: &str) -> String {
    format!("{key}/progress")
}

/// What is stored of a search.
pub async fn stored(key: &str) -> Option<(RunRecord, Option<RunProgress>)> {
    let record = serde_json::from_str(&runs::get(key).await?).ok()?;
    let progress = runs::get(&progress_key(key)).await;
    Some((
        record,
        progress.and_then(|json| serde_json::from_str(&json).ok()),
    ))
}

impl Runs {
    /// Follows the address.
    pub(super) fn open(self, ids: Option<VideoIds>) {
        if self.run.with_untracked(Option::is_some) {
            self.search.others.set(Vec::new());
        }
        let serial = self.leave();
        self.known.set(None);
        let Some(ids) = ids else { return };
        self.search.is_reading.set(true);
        spawn_local(async move {
            let stored = stored(&ids.key()).await;
            if !self.is_current(serial) {
                return;
            }
            let saved = self.saved_answers();
            let (record, progress) = stored.unzip();
            let progress = progress.flatten();
            let begun = record.clone().filter(|record| !record.groups.is_empty());
            let plan = match &begun {
                Some(record) => Plan::resumed(record, &saved),
                None => Plan::new(&ids, &saved, true, self.settings.ids_per_request()),
            };
            if record.is_none() {
                // An address that is too long for the ids needs them here.
                self.write_record(&self.record_of(ids, Vec::new(), false));
            }
            self.record.set_value(begun);
            let oldest = plan.data_from.map(|(oldest, _)| oldest);
            self.known.set(oldest.map(|oldest| (plan.known, oldest)));
            self.read_pages(plan.saved.clone(), serial);
            self.show(plan, progress.as_ref());
        });
    }

    /// Leaves a search: its requests on their way are still saved, and another tab may go on with it.
    fn leave(self) -> u32 {
        let serial = self.serial.get_value().wrapping_add(1);
        self.serial.set_value(serial);
        self.plan.set(None);
        self.run.set(None);
        self.uses_saved.set(true);
        self.pace.set(Pace::default());
        self.is_elsewhere.set(false);
        self.waits_until.set(None);
        self.record.set_value(None);
        self.lock.set_value(None);
        self.unpublished.set_value(Vec::new());
        serial
    }

    /// Uses saved data, or asks for everything again. Until the start, what is saved is still shown.
    pub fn use_saved(self, uses_saved: bool) {
        let Some(ids) = untrack(|| self.ids()) else {
            return;
        };
        self.leave();
        self.uses_saved.set(uses_saved);
        let limit = self.settings.ids_per_request();
        let plan = Plan::new(&ids, &self.saved_answers(), uses_saved, limit);
        self.show(plan, None);
    }

    /// Shows what it takes.
    fn show(self, plan: Plan, progress: Option<&RunProgress>) {
        let mut groups = plan.groups.clone();
        let mut credits = Credits::default();
        if let Some(progress) = progress {
            progress.mark_failed(&mut groups);
            credits = progress.credits();
        }
        let mut run = Run::new(groups, credits);
        if run.open_groups() == 0 {
            // Nothing is left but what may have failed.
            run.start(0, 1);
            run.step(0);
        }
        self.plan.set(Some(plan));
        self.run.set(Some(run));
    }

    /// What is saved of this data source.
    pub(super) fn saved_answers(self) -> SavedAnswers {
        let mut answers = Vec::new();
        let base = self.search.endpoint_base();
        response_cache::for_each_saved(|url, saved| {
            let query = url
                .strip_prefix(&base)
                .and_then(|params| ParsedUrl::read(params, u64::MAX).query);
            if let Some(SearchQuery::Page(query)) = query {
                let answer = SavedAnswer {
                    fetched_at: saved.fetched_at,
                    stored_at: saved.stored_at,
                    row_count: saved.row_count,
                };
                answers.push((query, answer));
            }
        });
        SavedAnswers::collect(answers)
    }

    /// A record of a search that begins now.
    pub(super) fn record_of(
        self,
        ids: VideoIds,
        groups: Vec<VideoIds>,
        is_fresh: bool,
    ) -> RunRecord {
        RunRecord {
            ids,
            groups,
            is_fresh,
            started_at: page::now(),
        }
    }

    pub(super) fn write_record(self, record: &RunRecord) {
        if let Ok(json) = serde_json::to_string(record) {
            let key = record.ids.key();
            spawn_local(async move { runs::put(&key, &json).await });
        }
    }

    /// The groups that a run begins with: what is open.
    pub(super) fn open_groups(run: &Run) -> Vec<VideoIds> {
        let groups = run.groups().iter();
        let open = groups.filter(|group| group.state != GroupState::Complete);
        open.map(|group| group.ids.clone()).collect()
    }
}
