//! Sends the requests of a run, one after the other, and takes their answers.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Runs;
use super::plan::progress_key;
use crate::api::client::{self, ApiRequest, ApiResponse};
use crate::domain::deployment::Source;
use crate::domain::query::Query;
use crate::domain::runs::effect::Effect as RunEffect;
use crate::domain::runs::record::RunProgress;
use crate::domain::runs::run::{RunRequest, RunStatus, Step};
use crate::domain::search::error::SearchError;
use crate::platform::page;
use crate::state::credits;
use crate::state::page::Page;
use crate::storage::response_cache::{self, CachedResponse};
use crate::storage::runs;

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
        let status = self
            .run
            .with_untracked(|run| run.as_ref().map(|run| run.status().clone()));
        self.keep_pace(status == Some(RunStatus::Running));
        if status == Some(RunStatus::Finished) {
            self.lock.set_value(None);
        }
        self.waits_until.set(waits_until);
        self.wait(waits_until);
        let serial = self.serial.get_value();
        spawn_local(async move {
            // What may be paid for is written down before it is.
            self.write_progress(serial).await;
            for (request, query) in requests {
                self.send(request, query, serial);
            }
        });
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

    fn send(self, request: RunRequest, query: Query, serial: u32) {
        let url = self.search.endpoint(&query);
        let api_request = ApiRequest {
            url: url.clone(),
            mode: self.settings.source.with_untracked(Source::mode),
            key: self.settings.key.get_untracked(),
        };
        let guard = client::send(api_request, move |response| {
            spawn_local(async move {
                let answer = receive(query, &url, response).await;
                if self.is_current(serial) {
                    self.take(request, answer);
                }
            });
        });
        self.requests.update_value(|requests| {
            requests.retain(|request| !request.is_over());
            requests.push(guard);
        });
    }

    fn take(self, request: RunRequest, answer: Result<Page, SearchError>) {
        match answer {
            Ok(page) => {
                self.pace.update(|pace| {
                    pace.answers += 1;
                    pace.rows += page.row_count as u32;
                });
                let (row_count, credits) = (page.row_count, credits::cost(&page));
                self.publish(page);
                self.change(|run| run.answered(request, row_count, credits));
            }
            Err(error) => {
                let (now, jitter) = (page::now_ms(), page::random());
                self.change(|run| run.failed(request, error, now, jitter));
            }
        }
    }

    async fn write_progress(self, serial: u32) {
        let Some(ids) = untrack(|| self.ids()).filter(|_| self.is_current(serial)) else {
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

/// Decodes an answer and saves it.
async fn receive(
    query: Query,
    url: &str,
    response: Result<ApiResponse, SearchError>,
) -> Result<Page, SearchError> {
    let page = response.and_then(|response| Page::from_response(query, response));
    match &page {
        Ok(page) => {
            page.save(url).await;
            credits::count(page);
        }
        Err(error) if RunEffect::of(error) == RunEffect::Empty => {
            let response = CachedResponse {
                body: NO_DATA.into(),
                fetched_at: page::now(),
                stored_at: page::now(),
                row_count: 0,
            };
            response_cache::put(url, response).await;
        }
        Err(_) => {}
    }
    page
}
