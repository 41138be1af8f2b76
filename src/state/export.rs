//! Owns: what is exported, as what, and how far it is. Refuses: loading the worker before it is needed, and
//! more than one file at a time.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::desk::Desk;
use super::page::Page;
use crate::api::client;
use crate::api::wire::Provenance;
use crate::browser::worker::{self, Heard, Maker};
use crate::browser::{download, page, text};
use crate::domain::job::{Format, Job};
use crate::domain::lines::LineNo;
use crate::domain::sheet::name::file_name;
use crate::domain::sheet::{Sheet, text::tsv};

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

/// The export of the results that are shown.
#[derive(Clone, Copy)]
pub struct Export {
    pub desk: Desk,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    pub choice: RwSignal<Choice>,
    pub phase: RwSignal<Phase>,
    maker: StoredValue<Option<Maker>, LocalStorage>,
    /// Counts what was begun, so that what was cancelled on the way is not heard of.
    turn: RwSignal<u32>,
}

impl Export {
    pub fn new(desk: Desk) -> Self {
        let choice = Choice {
            format: Some(Format::Xlsx),
            what: What::Shown,
            bom: true,
            guard: true,
        };
        Self {
            desk,
            open: RwSignal::new(false),
            choice: RwSignal::new(choice),
            phase: RwSignal::new(Phase::Idle),
            maker: StoredValue::new_local(None),
            turn: RwSignal::new(0),
        }
    }

    /// Opens the dialog, with nothing said of earlier files.
    pub fn begin(self) {
        self.phase.set(Phase::Idle);
        self.open.set(true);
    }

    /// The lines that a choice means, in their order.
    pub fn order(self, what: What) -> Vec<LineNo> {
        untrack(|| {
            let Some(lines) = self.desk.lines.get() else {
                return Vec::new();
            };
            match what {
                What::All => lines.all().collect(),
                What::Shown => self.desk.shown.get().to_vec(),
                What::Selected => self.desk.view.with(|view| {
                    let place = |id| lines.videos().iter().position(|video| video.id == id);
                    let places = view.selected.iter().filter_map(|id| place(*id));
                    places.flat_map(|place| lines.of_video(place)).collect()
                }),
            }
        })
    }

    /// The chosen lines as a table for the clipboard.
    pub fn table(self) -> String {
        let order = self.order(self.choice.get_untracked().what);
        let lines = untrack(|| self.desk.lines.get());
        let (Some(page), Some(lines)) = (self.page(), lines) else {
            return String::new();
        };
        let sheet = Sheet {
            lines: &lines,
            order: &order,
            sample: is_sample(&page),
        };
        tsv(&sheet, text::number)
    }

    /// Makes the chosen file, and hands it to the browser.
    pub fn download(self) {
        let choice = self.choice.get_untracked();
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
        let Some(lines) = untrack(|| self.desk.lines.get()) else {
            return;
        };
        let job = Job {
            format,
            query: page.query.clone(),
            at: lines.at(),
            sample: is_sample(&page),
            order: self.order(choice.what),
            bom: choice.bom,
            guard: choice.guard,
        };
        let bodies: Array = untrack(|| self.desk.pages_shown())
            .iter()
            .map(|page| JsValue::from_str(&page.raw.body))
            .collect();
        self.phase.set(Phase::Making(0));
        let turn = self.turn.get_untracked();
        spawn_local(async move {
            let maker = match worker::script() {
                Some(script) if client::is_published(&script.url, &script.integrity).await => {
                    let name = name(&page, format.code());
                    let heard = Box::new(move |heard| self.hear(turn, heard, &name, format.mime()));
                    self.is_turn(turn)
                        .then(|| worker::start(&script.url, &job.to_string(), &bodies, heard))
                        .flatten()
                }
                _ => None,
            };
            if self.is_turn(turn) {
                if maker.is_none() {
                    self.phase.set(Phase::NotLoaded);
                }
                self.maker.set_value(maker);
            }
        });
    }

    /// Ends what is under way.
    pub fn cancel(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.maker.set_value(None);
        if self.is_making() {
            self.phase.set(Phase::Cancelled);
            page::focus(DOWNLOAD);
        }
    }

    fn page(self) -> Option<Page> {
        untrack(|| self.desk.page())
    }

    fn is_making(self) -> bool {
        matches!(self.phase.get_untracked(), Phase::Making(_))
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_untracked() == Some(turn)
    }

    fn hear(self, turn: u32, heard: Heard, name: &str, mime: &str) {
        if !self.is_turn(turn) {
            return;
        }
        match heard {
            Heard::Progress(percent) => self.phase.set(Phase::Making(percent)),
            Heard::Done(bytes) => self.save(name, mime, &bytes),
            Heard::NotLoaded => self.phase.set(Phase::NotLoaded),
            Heard::Failed => self.phase.set(Phase::NotMade),
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

fn is_sample(page: &Page) -> bool {
    page.raw.provenance == Provenance::Sample
}

fn name(page: &Page, end: &str) -> String {
    file_name(&page.query, is_sample(page), page.lines.at(), end)
}
