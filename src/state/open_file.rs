//! The user's file with ids: reading it in the worker, and what of it is in the form.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock;
use super::form::Form;
use super::worker_script::worker_script;
use crate::domain::imports::file::{FileProblem, ImportedFile, ReadRequest};
use crate::platform::local_file::{LocalFile, chosen_file};
use crate::platform::worker::{ExportWorker, WorkerMessage};

/// How far the file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileStatus {
    /// There is none, or it was read.
    Idle,
    Reading,
    /// The worker's files are not there, or not as they were published.
    NotLoaded,
    Failed(FileProblem),
}

/// The file that was opened last.
#[derive(Clone, Copy)]
pub struct OpenFile {
    pub form: Form,
    pub name: RwSignal<String>,
    pub status: RwSignal<FileStatus>,
    /// What was read, without the ids and columns, which the form has.
    pub read: RwSignal<Option<ImportedFile>>,
    file: StoredValue<Option<LocalFile>, LocalStorage>,
    worker: StoredValue<Option<ExportWorker>, LocalStorage>,
    /// Counts what was started and ended, so that a cancelled start stays cancelled.
    run: StoredValue<u32>,
    /// The text that was put into the form.
    ids: StoredValue<String>,
}

impl OpenFile {
    pub fn new(form: Form) -> Self {
        let open_file = Self {
            form,
            name: RwSignal::new(String::new()),
            status: RwSignal::new(FileStatus::Idle),
            read: RwSignal::new(None),
            file: StoredValue::new_local(None),
            worker: StoredValue::new_local(None),
            run: StoredValue::new(0),
            ids: StoredValue::new(String::new()),
        };
        on_cleanup(move || open_file.stop());
        open_file
    }

    /// Reads a file and puts its ids into the form. A column without a name is called `unnamed`, with its number.
    pub fn open(self, file: LocalFile, unnamed: &str) {
        self.name.set(file.name());
        self.read.set(None);
        let is_too_large = file.size() > ImportedFile::MAX_BYTES;
        self.file.set_value(Some(file));
        if is_too_large {
            self.stop();
            self.status.set(FileStatus::Failed(FileProblem::TooLarge));
            return;
        }
        self.start(request(unnamed));
    }

    /// Reads the file that was chosen in a field.
    pub fn open_chosen(self, event: &Event, unnamed: &str) {
        if let Some(file) = chosen_file(event) {
            self.open(file, unnamed);
        }
    }

    /// Takes the ids from another column.
    pub fn choose_column(self, column: usize, unnamed: &str) {
        let sheet = self
            .read
            .with_untracked(|read| read.as_ref()?.sheet.clone());
        self.start(ReadRequest {
            column: Some(column),
            sheet,
            ..request(unnamed)
        });
    }

    /// Takes the ids from another sheet.
    pub fn choose_sheet(self, sheet: String, unnamed: &str) {
        self.start(ReadRequest {
            sheet: Some(sheet),
            ..request(unnamed)
        });
    }

    /// Stops reading. What was read before stays.
    pub fn cancel(self) {
        self.stop();
        self.status.set(FileStatus::Idle);
    }

    /// Removes the file, its columns, and its ids unless they were edited.
    pub fn remove(self) {
        self.cancel();
        self.file.set_value(None);
        self.read.set(None);
        self.form.imported.set(None);
        let ids = self.ids.get_value();
        if !ids.is_empty() && self.form.raw.with_untracked(|raw| raw.ids == ids) {
            self.form.fill_ids(String::new());
        }
        self.ids.set_value(String::new());
    }

    fn start(self, request: ReadRequest) {
        self.stop();
        self.status.set(FileStatus::Reading);
        let run = self.run.get_value();
        spawn_local(async move {
            let script = worker_script().await;
            if self.run.try_get_value() != Some(run) {
                return;
            }
            let file = self.file.get_value();
            let worker = script.zip(file).and_then(|(url, file)| {
                ExportWorker::read(&url, &request, &file, move |message| self.take(message))
            });
            if worker.is_none() {
                self.status.set(FileStatus::NotLoaded);
            }
            self.worker.set_value(worker);
        });
    }

    fn take(self, message: WorkerMessage) {
        let status = match message {
            WorkerMessage::Progress(_) => return,
            WorkerMessage::NotLoaded => FileStatus::NotLoaded,
            WorkerMessage::Failed(_) => FileStatus::Failed(FileProblem::Unreadable),
            WorkerMessage::Done(json) => match serde_json::from_slice(&json.to_vec()) {
                Ok(Ok(file)) => {
                    self.show(file);
                    FileStatus::Idle
                }
                Ok(Err(problem)) => FileStatus::Failed(problem),
                Err(_) => FileStatus::Failed(FileProblem::Unreadable),
            },
        };
        self.status.set(status);
        // Its memory is freed soon, but not in its own callback.
        let run = self.run.get_value();
        spawn_local(async move {
            if self.run.try_get_value() == Some(run) {
                self.stop();
            }
        });
    }

    /// Puts what was read into the form. Where the user has to choose a column first, the form stays as it is.
    pub fn show(self, mut file: ImportedFile) {
        let ids = std::mem::take(&mut file.ids);
        let columns = std::mem::take(&mut file.columns);
        if !file.needs_column() {
            self.ids.set_value(ids.clone());
            self.form.fill_ids(ids);
            self.form
                .imported
                .set((!columns.is_empty()).then_some(columns));
        }
        self.read.set(Some(file));
    }

    fn stop(self) {
        self.run.update_value(|run| *run += 1);
        self.worker.set_value(None);
    }
}

fn request(unnamed: &str) -> ReadRequest {
    ReadRequest {
        now: clock::now(),
        unnamed: unnamed.to_owned(),
        ..ReadRequest::default()
    }
}
