//! Owns: what is exported, as what, and how far it is. Refuses: loading the worker before it is needed, and
//! more than one file at a time.

use std::cell::Cell;

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::state::analysis::Analysis;
use crate::state::page::Page;
use crate::api::client;
use crate::api::wire::DataSource;
use crate::platform::worker::{self, WorkerMessage};
use crate::platform::{download, focus, text};
use crate::domain::export::request::{Format, ExportRequest};
use crate::domain::rows::RowIndex;
use crate::domain::export::file_name::file_name;
use crate::domain::export::table::{ExportTable, text::tsv};

/// Which lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum What {
    All,
    /// Those that are shown, in their order.
    Shown,
    /// Those of the selected videos.
    Selected,
}

/// What the reader has chosen.
#[derive(Clone, Copy)]
pub struct Choice {
    /// `None` is the raw answer.
    pub format: Option<Format>,
    pub what: What,
    pub bom: bool,
    pub guard: bool,
}

/// How far a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Idle,
    /// So many of a hundred parts are done.
    Making(u32),
    Saved,
    Cancelled,
    /// The worker's files are not there, or not as they were published.
    NotLoaded,
    NotMade,
}

/// The element that has the focus back after "Cancel".
pub const DOWNLOAD: &str = "export-download";

thread_local! {
    /// As it was last chosen, however often the page is drawn anew meanwhile. No signal: the style sheet
    /// alone follows it.
    static CHOICE: Cell<Choice> = const {
        Cell::new(Choice {
            format: Some(Format::Xlsx),
            what: What::Shown,
            bom: true,
            guard: true,
        })
    };
    /// Counts what was begun and ended, so that what was cancelled on the way is not heard of.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// What is chosen now.
pub fn choice() -> Choice {
    CHOICE.get()
}

/// Changes the choice.
pub fn choose(change: fn(&mut Choice)) {
    let mut choice = CHOICE.get();
    change(&mut choice);
    CHOICE.set(choice);
}

/// The export of the results that are shown.
#[derive(Clone, Copy)]
pub struct Export {
    analysis: Analysis,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    pub phase: RwSignal<Phase>,
}

impl Export {
    pub fn new(analysis: Analysis) -> Self {
        let export = Self {
            analysis,
            open: RwSignal::new(false),
            phase: RwSignal::new(Phase::Idle),
        };
        on_cleanup(end);
        export
    }

    /// Opens the dialog, with nothing said of earlier files.
    pub fn begin(self) {
        if self.order(choice().what).is_empty() {
            choose(|choice| choice.what = What::All);
        }
        self.phase.set(Phase::Idle);
        self.open.set(true);
    }

    /// The lines that a choice means, in their order.
    pub fn order(self, what: What) -> Vec<RowIndex> {
        untrack(|| {
            let Some(lines) = self.analysis.rows.get() else {
                return Vec::new();
            };
            match what {
                What::All => lines.all().collect(),
                What::Shown => self.analysis.shown.get().to_vec(),
                What::Selected => self.analysis.view.with(|view| {
                    let place = |id| lines.videos().iter().position(|video| video.id == id);
                    let places = view.selected.iter().filter_map(|id| place(*id));
                    places.flat_map(|place| lines.of_video(place)).collect()
                }),
            }
        })
    }

    /// The chosen lines as a table for the clipboard.
    pub fn table(self) -> String {
        let order = self.order(choice().what);
        let lines = untrack(|| self.analysis.rows.get());
        let (Some(page), Some(lines)) = (self.page(), lines) else {
            return String::new();
        };
        let sheet = ExportTable {
            lines: &lines,
            order: &order,
            sample: is_sample(&page),
        };
        tsv(&sheet, text::number)
    }

    /// Makes the chosen file, and hands it to the browser.
    pub fn download(self) {
        let choice = choice();
        let Some(page) = self.page().filter(|_| !self.is_making()) else {
            return;
        };
        let Some(format) = choice.format else {
            self.save(
                &name(&page, "raw.json"),
                Format::Json.mime(),
                &page.raw.body.as_str().into(),
            );
            return;
        };
        let Some(lines) = untrack(|| self.analysis.rows.get()) else {
            return;
        };
        let job = ExportRequest {
            format,
            query: page.query.clone(),
            at: lines.at(),
            sample: is_sample(&page),
            order: self.order(choice.what),
            bom: choice.bom,
            guard: choice.guard,
        };
        let bodies: Array = untrack(|| self.analysis.pages_shown())
            .iter()
            .map(|page| JsValue::from_str(&page.raw.body))
            .collect();
        self.phase.set(Phase::Making(0));
        let turn = TURN.get();
        spawn_local(async move {
            let script = worker::script();
            let published = match &script {
                Some(script) => client::is_published(&script.url, &script.integrity).await,
                None => false,
            };
            if TURN.get() != turn {
                return;
            }
            let name = name(&page, format.code());
            let heard = Box::new(move |heard| self.hear(heard, &name, format.mime()));
            let url = script.filter(|_| published).map(|script| script.url);
            let is_started =
                url.is_some_and(|url| worker::start(&url, &job.to_string(), &bodies, heard));
            if !is_started {
                self.phase.set(Phase::NotLoaded);
            }
        });
    }

    /// Ends what is under way.
    pub fn cancel(self) {
        end();
        if self.is_making() {
            self.phase.set(Phase::Cancelled);
            focus::focus(DOWNLOAD);
        }
    }

    fn page(self) -> Option<Page> {
        untrack(|| self.analysis.page())
    }

    fn is_making(self) -> bool {
        matches!(self.phase.get_untracked(), Phase::Making(_))
    }

    fn hear(self, heard: WorkerMessage, name: &str, mime: &str) {
        match heard {
            WorkerMessage::Progress(percent) => self.phase.set(Phase::Making(percent)),
            WorkerMessage::Done(bytes) => self.save(name, mime, &bytes),
            WorkerMessage::NotLoaded => self.phase.set(Phase::NotLoaded),
            WorkerMessage::Failed => self.phase.set(Phase::NotMade),
        }
    }

    fn save(self, name: &str, mime: &str, contents: &JsValue) {
        let phase = match download::save(name, mime, contents) {
            true => Phase::Saved,
            false => Phase::NotMade,
        };
        self.phase.set(phase);
    }
}

/// Ends the worker, and what is on the way to it.
fn end() {
    TURN.set(TURN.get().wrapping_add(1));
    worker::stop();
}

fn is_sample(page: &Page) -> bool {
    page.raw.data_source == DataSource::Sample
}

fn name(page: &Page, end: &str) -> String {
    file_name(&page.query, is_sample(page), page.rows.at(), end)
}
