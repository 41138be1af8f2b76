//! Opens the plan of a search, or what an earlier visit left of its run.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Pace, Runs};
use crate::domain::ids::VideoIds;
use crate::domain::query::SearchQuery;
use crate::domain::query::url::ParsedUrl;
use crate::domain::runs::group::GroupState;
use crate::domain::runs::plan::Plan;
use crate::domain::runs::record::{RunProgress, RunRecord};
use crate::domain::runs::run::{Credits, Run};
use crate::domain::runs::saved::{SavedAnswer, SavedAnswers};
use crate::platform::page;
use crate::storage::{response_cache, runs};

/// The key of a run's progress, beside that of its record.
pub fn progress_key(key: &str) -> String {
    format!("{key}/progress")
}

/// What is stored of a search.
pub async fn stored(key: &str) -> Option<(RunRecord, Option<RunProgress>)> {
    let record = runs::get(key).await?;
    let progress = runs::get(&progress_key(key)).await;
    parse_stored(&record, progress.as_deref())
}

/// Reads what is stored of a search: its record and its progress, if it was begun.
pub fn parse_stored(
    record: &str,
    progress: Option<&str>,
) -> Option<(RunRecord, Option<RunProgress>)> {
    let record = serde_json::from_str(record).ok()?;
    let progress = progress.and_then(|json| serde_json::from_str(json).ok());
    Some((record, progress))
}

impl Runs {
    /// Follows the address.
    pub(super) fn open(self, ids: Option<VideoIds>) {
        // Pages of an earlier search are of no use here.
        if ids.is_some() || self.run.with_untracked(Option::is_some) {
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
                Some(record) => Plan::resumed(record, &saved, self.settings.ids_per_request()),
                None => Plan::new(&ids, &saved, true, self.settings.ids_per_request()),
            };
            if record.is_none() {
                // An address that is too long for the ids needs them here.
                let record = self.record_of(ids.clone(), Vec::new(), false);
                spawn_local(async move { self.write_record(&record).await });
            }
            let since = begun.as_ref().map_or(0, RunRecord::answers_since);
            self.search.replaced_since.set(since);
            self.record.set_value(begun);
            self.set_known(&plan);
            let shown = plan.saved.iter().chain(&plan.earlier);
            self.read_pages(shown.cloned().collect(), serial);
            self.show_progress(plan, progress, serial);
            self.look_elsewhere(ids, serial).await;
        });
    }

    /// Leaves a search: its requests on their way are still saved, and another tab may go on with it.
    fn leave(self) -> u32 {
        let serial = self.serial.get_value().wrapping_add(1);
        self.serial.set_value(serial);
        self.run.set(None);
        self.uses_saved.set(true);
        self.pace.set(Pace::default());
        self.is_elsewhere.set(false);
        self.search.replaced_since.set(0);
        self.waits_until.set(None);
        self.record.set_value(None);
        self.lock.set_value(None);
        self.unpublished.set_value(Vec::new());
        serial
    }

    /// Uses saved data, or asks for everything again. Until the start, what is saved is still shown.
    pub fn use_saved(self, uses_saved: bool) {
        let Some(ids) = self.ids() else {
            return;
        };
        let serial = self.leave();
        self.uses_saved.set(uses_saved);
        let (saved, limit) = (self.saved_answers(), self.settings.ids_per_request());
        let with_saved = Plan::new(&ids, &saved, true, limit);
        self.set_known(&with_saved);
        self.read_pages(with_saved.saved.clone(), serial);
        self.show(match uses_saved {
            true => with_saved,
            false => Plan::new(&ids, &saved, false, limit),
        });
    }

    fn set_known(self, plan: &Plan) {
        let oldest = plan.data_from.map(|(oldest, _)| oldest);
        let known = oldest.map(|oldest| (plan.known, oldest));
        self.known.set(known.filter(|(known, _)| *known > 0));
    }

    /// Shows what it takes, after what an earlier visit has done.
    fn show_progress(self, plan: Plan, progress: Option<RunProgress>, serial: u32) {
        let Some(progress) = progress else {
            self.show(plan);
            return;
        };
        let run = progress.resumed(plan.groups);
        self.run.set(Some(finished_if_complete(run)));
        // The tab may have ended before it wrote that.
        if self.is_finished() && !progress.is_finished {
            spawn_local(self.write_progress(serial));
        }
    }

    /// Shows what it takes.
    fn show(self, plan: Plan) {
        let run = Run::new(plan.groups, Credits::default());
        self.run.set(Some(finished_if_complete(run)));
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

    pub(super) async fn write_record(self, record: &RunRecord) {
        if let Ok(json) = serde_json::to_string(record) {
            runs::put(&record.ids.key(), &json).await;
        }
    }

    /// The groups that a run begins with: what is open.
    pub(super) fn open_groups(run: &Run) -> Vec<VideoIds> {
        let groups = run.groups().iter();
        let open = groups.filter(|group| group.state != GroupState::Complete);
        open.map(|group| group.ids.clone()).collect()
    }
}

/// A run of which nothing is left but what may have failed has finished.
fn finished_if_complete(mut run: Run) -> Run {
    if run.open_groups() == 0 {
        run.start(0, 1);
        run.step(0);
    }
    run
}
