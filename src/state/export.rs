//! What is exported, in which format, and how far the file is. One file at a time; the worker is loaded when needed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::analysis::Analysis;
use super::page::Page;
use super::search::Search;
use super::worker_script::worker_script;
use crate::domain::export::file_name::file_name;
use crate::domain::export::pages::Pages;
use crate::domain::export::request::{ExportRequest, Format};
use crate::domain::export::table::ExportTable;
use crate::domain::export::text::tsv;
use crate::domain::query::SearchQuery;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::platform::worker::{ExportWorker, WorkerMessage};
use crate::platform::{download, text};

/// Which rows are exported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    All,
    /// The rows that are shown, in their order.
    CurrentView,
    /// The rows of the selected videos.
    Selected,
}

/// What the user chose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExportOptions {
    /// `None` is the raw response.
    pub format: Option<Format>,
    pub scope: Scope,
    pub bom: bool,
    pub guard_formulas: bool,
}

/// How far the file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportStatus {
    Idle,
    /// Percent done.
    Building(u32),
    Saved,
    Cancelled,
    /// The worker's files are not there, or not as they were published.
    NotLoaded,
    Failed,
}

/// The export of the results.
#[derive(Clone, Copy)]
pub struct Export {
    search: Search,
    analysis: Analysis,
    /// Whether the dialog is open.
    pub is_open: RwSignal<bool>,
    pub options: RwSignal<ExportOptions>,
    pub status: RwSignal<ExportStatus>,
    worker: StoredValue<Option<ExportWorker>, LocalStorage>,
    /// Counts what was started and ended, so that a cancelled start stays cancelled.
    run: StoredValue<u32>,
}

impl Export {
    pub fn new(search: Search, analysis: Analysis) -> Self {
        let export = Self {
            search,
            analysis,
            is_open: RwSignal::new(false),
            options: RwSignal::new(ExportOptions {
                format: Some(Format::Xlsx),
                scope: Scope::CurrentView,
                bom: true,
                guard_formulas: true,
            }),
            status: RwSignal::new(ExportStatus::Idle),
            worker: StoredValue::new_local(None),
            run: StoredValue::new(0),
        };
        on_cleanup(move || export.stop());
        export
    }

    /// Opens the dialog, without the outcome of earlier files.
    pub fn open(self) {
        if self.rows(self.options.get_untracked().scope).is_empty() {
            self.options.update(|options| options.scope = Scope::All);
        }
        self.status.set(ExportStatus::Idle);
        self.is_open.set(true);
    }

    /// Closes the dialog and cancels the file that is being built.
    pub fn close(self) {
        self.is_open.set(false);
        self.cancel();
    }

    /// The rows of a scope, in their order.
    pub fn rows(self, scope: Scope) -> Vec<RowIndex> {
        untrack(|| {
            let Some(rows) = self.analysis.rows.get() else {
                return Vec::new();
            };
            match scope {
                Scope::All => rows.all().collect(),
                Scope::CurrentView => self.analysis.shown.get().to_vec(),
                Scope::Selected => {
                    let selected = self.analysis.selected.get();
                    let videos = selected.iter().filter_map(|id| rows.index_of(*id));
                    videos.flat_map(|video| rows.of_video(video)).collect()
                }
            }
        })
    }

    /// The chosen rows as a table for the clipboard.
    pub fn clipboard_table(self) -> String {
        let rows = self.rows(self.options.get_untracked().scope);
        let Some((_, results)) = self.results() else {
            return String::new();
        };
        let table = ExportTable {
            results: &results,
            rows: &rows,
            sample: untrack(|| self.search.is_sample()),
        };
        tsv(&table, text::number)
    }

    /// Builds the chosen file and offers it to the browser.
    pub fn download(self) {
        let options = self.options.get_untracked();
        let Some((query, results)) = self.results().filter(|_| !self.is_building()) else {
            return;
        };
        let sample = untrack(|| self.search.is_sample());
        let at = results.fetched_at();
        let Some(format) = options.format else {
            self.download_responses(&query, sample, at);
            return;
        };
        let pages = self.pages(&query);
        let name = file_name(query.ids(), pages.as_ref(), sample, at, format.into_str());
        let request = ExportRequest {
            format,
            query,
            pages,
            fetched_at: self.fetched_at(),
            sample,
            rows: self.rows(options.scope),
            imported: results.imported().as_ref().clone(),
            products: results.products().of_videos(results.videos()),
            bom: options.bom,
            guard_formulas: options.guard_formulas,
        };
        self.status.set(ExportStatus::Building(0));
        let run = self.run.get_value();
        // As they are now: a run may bring others meanwhile.
        let pages = self.analysis.pages.get_untracked();
        spawn_local(async move {
            let script = worker_script().await;
            if self.run.try_get_value() != Some(run) {
                return;
            }
            let worker = script.and_then(|url| self.start_worker(&url, &request, &pages, name));
            if worker.is_none() {
                self.status.set(ExportStatus::NotLoaded);
            }
            self.worker.set_value(worker);
        });
    }

    /// Cancels the file that is being built.
    pub fn cancel(self) {
        self.stop();
        if self.is_building() {
            self.status.set(ExportStatus::Cancelled);
        }
    }

    fn start_worker(
        self,
        url: &str,
        request: &ExportRequest,
        pages: &[Page],
        name: String,
    ) -> Option<ExportWorker> {
        let mime = request.format.mime();
        let bodies: Vec<&str> = pages.iter().map(|page| &*page.raw.body).collect();
        ExportWorker::build(url, request, &bodies, move |message| match message {
            WorkerMessage::Progress(percent) => self.status.set(ExportStatus::Building(percent)),
            WorkerMessage::Done(bytes) => self.set_saved(download::save_bytes(&name, mime, &bytes)),
            WorkerMessage::NotLoaded => self.status.set(ExportStatus::NotLoaded),
            WorkerMessage::Failed(_) => self.status.set(ExportStatus::Failed),
        })
    }

    fn stop(self) {
        self.run.try_update_value(|run| *run = run.wrapping_add(1));
        self.worker.try_set_value(None);
    }

    fn results(self) -> Option<(SearchQuery, Arc<ResultRows>)> {
        let query = untrack(|| self.search.url().query);
        query.zip(self.analysis.rows.get_untracked())
    }

    /// Saves the responses that the rows come from, as they came; several as a list.
    fn download_responses(self, query: &SearchQuery, sample: bool, at: u64) {
        let pages = self.analysis.pages.get_untracked();
        let bodies: Vec<&str> = pages.iter().map(|page| &*page.raw.body).collect();
        let text = match bodies[..] {
            [body] => body.to_owned(),
            _ => format!("[\n{}\n]\n", bodies.join(",\n")),
        };
        let name = file_name(
            query.ids(),
            self.pages(query).as_ref(),
            sample,
            at,
            "raw.json",
        );
        self.set_saved(download::save_text(&name, Format::Json.mime(), &text));
    }

    /// The pages of a query that the rows come from.
    fn pages(self, query: &SearchQuery) -> Option<Pages> {
        let SearchQuery::Page(query) = query else {
            return None;
        };
        let pages = self.analysis.pages.get_untracked();
        let numbers = pages.iter().map(|page| page.query.page);
        Some(Pages::new(numbers).unwrap_or_else(|| query.page.into()))
    }

    /// When KeyAPI sent each of the pages, in Unix seconds.
    fn fetched_at(self) -> Vec<u64> {
        let pages = self.analysis.pages.get_untracked();
        pages.iter().map(|page| page.fetched_at).collect()
    }

    fn is_building(self) -> bool {
        matches!(self.status.get_untracked(), ExportStatus::Building(_))
    }

    fn set_saved(self, saved: bool) {
        self.status.set(match saved {
            true => ExportStatus::Saved,
            false => ExportStatus::Failed,
        });
    }
}
