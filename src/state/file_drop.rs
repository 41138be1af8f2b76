//! Dropping a file on the form. Text that is dragged is left to the browser, which puts it into the field.

use leptos::ev::DragEvent;
use leptos::prelude::*;

use super::open_file::OpenFile;
use crate::platform::local_file::{drags_files, dropped_file, leaves};

/// A place where a file can be dropped. `use_drop_zone` of leptos-use would also stop the browser from dropping text.
#[derive(Clone, Copy)]
pub struct FileDrop {
    open_file: OpenFile,
    /// Whether a file is dragged over it.
    pub is_over: RwSignal<bool>,
}

impl FileDrop {
    pub fn new(open_file: OpenFile) -> Self {
        Self {
            open_file,
            is_over: RwSignal::new(false),
        }
    }

    /// Accepts what is dragged, if it is a file. Without this the browser would open the file in place of the page.
    pub fn over(self, event: &DragEvent) {
        if drags_files(event) {
            event.prevent_default();
            self.is_over.set(true);
        }
    }

    pub fn leave(self, event: &DragEvent) {
        if leaves(event) {
            self.is_over.set(false);
        }
    }

    /// Opens the file that is dropped. A column without a name is called `unnamed`, with its number.
    pub fn drop(self, event: &DragEvent, unnamed: &str) {
        self.is_over.set(false);
        if !drags_files(event) {
            return;
        }
        event.prevent_default();
        if let Some(file) = dropped_file(event) {
            self.open_file.open(file, unnamed);
        }
    }
}
