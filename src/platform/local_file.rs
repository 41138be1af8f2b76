//! Files that the user chooses, or drags from outside the browser.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, HtmlInputElement, Node};

/// A file on the user's computer. Its contents are not read yet.
#[derive(Clone)]
pub struct LocalFile(File);

impl LocalFile {
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// To send it to a worker.
    pub fn as_file(&self) -> &File {
        &self.0
    }
}

/// The file that was chosen in a field. The field is emptied, so that the same file can be chosen again.
pub fn chosen_file(event: &Event) -> Option<LocalFile> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(LocalFile(file))
}

/// The first file that was dropped.
pub fn dropped_file(event: &DragEvent) -> Option<LocalFile> {
    event.data_transfer()?.files()?.get(0).map(LocalFile)
}

/// Whether files are dragged, and not text or a link.
pub fn drags_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// Whether what is dragged leaves the element that listens, and not only one inside it.
pub fn leaves(event: &DragEvent) -> bool {
    let element = event
        .current_target()
        .and_then(|element| element.dyn_into::<Node>().ok());
    let next = event
        .related_target()
        .and_then(|next| next.dyn_into::<Node>().ok());
    !element.is_some_and(|element| element.contains(next.as_ref()) && next.is_some())
}
