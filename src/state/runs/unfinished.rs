//! Searches that were begun and not finished, which the next visit offers to go on with.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Runs;
use super::plan::{parse_stored, progress_key};
use crate::domain::ids::VideoIds;
use crate::domain::query::SearchQuery;
use crate::domain::query::url::AppUrl;
use crate::domain::runs::plan::Plan;
use crate::domain::runs::unfinished::UnfinishedRun;
use crate::platform::page;
use crate::state::imported::columns_key;
use crate::storage::{response_cache, runs};

/// How many are offered.
const OFFERED: usize = 10;

impl Runs {
    /// Looks for unfinished searches, the newest first, and deletes what is stored of old ones.
    pub(super) fn find_unfinished(self) {
        spawn_local(async move {
            let stored = runs::all().await;
            let saved = self.saved_answers();
            let oldest = response_cache::keep().max_age();
            let oldest = oldest.map_or(0, |age| page::now().saturating_sub(age));
            let mut found = Vec::new();
            for (key, json) in stored.iter().filter(|(key, _)| !key.contains('/')) {
                let progress = stored.get(&progress_key(key)).map(String::as_str);
                let Some((record, progress)) = parse_stored(json, progress) else {
                    continue;
                };
                let updated_at = progress.as_ref().map_or(0, |progress| progress.updated_at);
                if updated_at.max(record.started_at) < oldest {
                    for key in [key, &progress_key(key), &columns_key(key)] {
                        runs::delete(key).await;
                    }
                    continue;
                }
                let is_finished = progress.is_none_or(|progress| progress.is_finished);
                if !is_finished && !record.groups.is_empty() {
                    let plan = Plan::resumed(&record, &saved, self.settings.ids_per_request());
                    found.push(UnfinishedRun {
                        ids: record.ids,
                        known: plan.known,
                        updated_at,
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
    pub fn discard(self, ids: VideoIds) {
        spawn_local(async move {
            self.forget(ids).await;
            self.find_unfinished();
        });
    }

    /// Gives up fetching everything again: what is saved is used.
    pub fn use_saved_instead(self) {
        let Some(ids) = self.ids() else { return };
        spawn_local(async move {
            self.forget(ids.clone()).await;
            if self.ids().as_ref() == Some(&ids) {
                self.open(Some(ids));
            }
        });
    }

    async fn forget(self, ids: VideoIds) {
        runs::delete(&progress_key(&ids.key())).await;
        // The ids stay: an address may name them.
        self.write_record(&self.record_of(ids, Vec::new(), false))
            .await;
    }
}
