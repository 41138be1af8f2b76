//! Sends the requests of a run, one after the other, and takes their answers.

use std::time::Duration;

use gloo_timers::future::sleep;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Runs;
use super::plan::progress_key;
use crate::api::client::{self, ApiResponse};
use crate::domain::query::Query;
use crate::domain::runs::effect::Effect as RunEffect;
use crate::domain::runs::record::{RunProgress, RunRecord};
use crate::domain::runs::run::{Run, RunRequest, Step};
use crate::domain::runs::status::RunStatus;
use crate::domain::search::error::SearchError;
use crate::platform::page;
use crate::state::credits;
use crate::state::page::Page;
use crate::state::receive::receive;
use crate::storage::response_cache::{self, CachedResponse};
use crate::storage::runs;

/// How often it is checked whether a request of an earlier visit to this search is over.
const IN_FLIGHT_CHECK: Duration = Duration::from_millis(200);

/// What is saved where the API says that it has no data: an answer without rows.
const NO_DATA: &str = r#"{"code":0,"data":[]}"#;

impl Runs {
    /// Sends what can be sent now.
    pub(super) fn advance(self) {
        let mut requests = Vec::new();
        let mut waits_until = None;
        self.run.update(|run| {
            let Some(run) = run else { return };
            loop {
                match run.step(page::now_ms()) {
                    Step::Send(request) => requests.push((request, run.query(request))),
                    Step::Wait(until) => {
                        waits_until = Some(until);
                        break;
                    }
                    Step::Rest => break,
                }
            }
        });
        let status = untrack(|| self.status());
        self.keep_pace(status == Some(RunStatus::Running));
        let is_over = matches!(status, Some(RunStatus::Finished | RunStatus::Stopped(_)));
        let in_flight = self
            .run
            .with_untracked(|run| run.as_ref().map(Run::in_flight));
        if is_over && in_flight == Some(0) {
            self.lock.set_value(None);
            self.publish_now();
        }
        self.waits_until.set(waits_until);
        self.wait(waits_until);
        let serial = self.serial.get_value();
        spawn_local(async move {
            // What may be paid for is written down before it is.
            self.write_progress(serial).await;
            for (request, query) in requests {
                self.send_once(request, query, serial).await;
            }
        });
    }

    /// Sends a request, unless its answer is here already: from another tab, or from before the address was left.
    async fn send_once(self, request: RunRequest, query: Query, serial: u32) {
        let url = self.search.endpoint(&query);
        while self
            .in_flight
            .with_value(|requests| requests.contains_key(&url))
        {
            sleep(IN_FLIGHT_CHECK).await;
        }
        let since = self
            .record
            .with_value(|record| record.as_ref().map_or(0, RunRecord::answers_since));
        let is_saved = response_cache::saved(&url).is_some_and(|saved| saved.stored_at >= since);
        let saved = match is_saved {
            true => Page::from_cache(&url, query.clone()).await,
            false => None,
        };
        if !self.is_current(serial) {
            return;
        }
        if let Some(page) = saved {
            self.take(request, Ok(page));
            return;
        }
        if untrack(|| self.status()) != Some(RunStatus::Running) {
            self.change(|run| run.unsent(request));
        } else if untrack(|| self.settings.needs_key()) {
            self.take(request, Err(SearchError::KeyNeeded));
        } else {
            self.send(request, query, url, serial);
        }
    }

    fn wait(self, until: Option<u64>) {
        let Some(until) = until else { return };
        let serial = self.serial.get_value();
        let delay = Duration::from_millis(until.saturating_sub(page::now_ms()));
        set_timeout(
            move || {
                if self.is_current(serial) {
                    self.advance();
                }
            },
            delay,
        );
    }

    fn send(self, request: RunRequest, query: Query, url: String, serial: u32) {
        let address = url.clone();
        let guard = client::send(self.settings.request(&url), move |response| {
            spawn_local(async move {
                let answer = receive_or_none(query, &url, response).await;
                self.in_flight
                    .try_update_value(|requests| requests.remove(&url));
                if self.is_current(serial) {
                    self.take(request, answer);
                }
            });
        });
        self.in_flight.update_value(|requests| {
            requests.insert(address, guard);
        });
    }

    fn take(self, request: RunRequest, answer: Result<Page, SearchError>) {
        match answer {
            Ok(page) => {
                self.pace.update(|pace| {
                    pace.answers += 1;
                    pace.rows += page.row_count as u32;
                });
                let (row_count, credits) = (page.row_count, credits::cost(page.cache_status));
                self.publish(page);
                self.change(|run| run.answered(request, row_count, credits));
            }
            Err(error) => {
                let (now, jitter) = (page::now_ms(), page::random());
                self.change(|run| run.failed(request, error, now, jitter));
            }
        }
    }

    pub(super) async fn write_progress(self, serial: u32) {
        let Some(ids) = self.ids().filter(|_| self.is_current(serial)) else {
            return;
        };
        let progress = self.run.with_untracked(|run| {
            let run = run.as_ref()?;
            let was_begun =
                *run.status() != RunStatus::Planned && self.record.with_value(Option::is_some);
            was_begun.then(|| RunProgress::of(run, page::now()))
        });
        if let Some(json) = progress.and_then(|progress| serde_json::to_string(&progress).ok()) {
            runs::put(&progress_key(&ids.key()), &json).await;
        }
    }
}

/// Receives an answer. That there is no data is saved as well, so that it is not asked for again.
async fn receive_or_none(
    query: Query,
    url: &str,
    response: Result<ApiResponse, SearchError>,
) -> Result<Page, SearchError> {
    let page = receive(query, url, response).await;
    if page
        .as_ref()
        .is_err_and(|error| RunEffect::of(error) == RunEffect::Empty)
    {
        let response = CachedResponse {
            body: NO_DATA.into(),
            fetched_at: page::now(),
            stored_at: page::now(),
            row_count: 0,
        };
        response_cache::put(url, response).await;
    }
    page
}
