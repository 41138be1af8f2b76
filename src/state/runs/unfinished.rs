//! Searches that were begun and not finished, which the next visit offers to go on with.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Runs;
use super::plan::{progress_key, stored};
use crate::domain::ids::VideoIds;
use crate::domain::query::SearchQuery;
use crate::domain::query::url::AppUrl;
use crate::domain::runs::plan::Plan;
use crate::domain::runs::unfinished::UnfinishedRun;
use crate::storage::runs;

/// How many are offered.
const OFFERED: usize = 3;

impl Runs {
    /// Looks for unfinished searches, the newest first.
    pub(super) fn find_unfinished(self) {
        spawn_local(async move {
            let mut found = Vec::new();
            let saved = self.saved_answers();
            let keys = runs::all().await.into_iter().map(|(key, _)| key);
            for key in keys.filter(|key| !key.contains('/')) {
                let Some((record, Some(progress))) = stored(&key).await else {
                    continue;
                };
                if !progress.is_finished && !record.groups.is_empty() {
                    let plan = Plan::resumed(&record, &saved, self.settings.ids_per_request());
                    found.push(UnfinishedRun {
                        ids: record.ids,
                        known: plan.known,
                        updated_at: progress.updated_at,
                    });
                }
            }
            found.sort_by_key(|run| std::cmp::Reverse(run.updated_at));
            found.truncate(OFFERED);
            let _ = self.unfinished.try_set(found);
        });
    }

    /// Goes on with a search: to its plan, where the price is.
    pub fn continue_with(self, ids: VideoIds) {
        self.search.go(AppUrl {
            sample: false,
            query: Some(SearchQuery::Videos(ids)),
        });
    }

    /// Forgets that a search was begun. What was fetched stays saved.
    pub fn discard(self, ids: &VideoIds) {
        let key = ids.key();
        // The ids stay: an address may name them.
        self.write_record(&self.record_of(ids.clone(), Vec::new(), false));
        spawn_local(async move {
            runs::delete(&progress_key(&key)).await;
            self.find_unfinished();
        });
    }
}
