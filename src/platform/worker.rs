//! The worker that makes and reads files, in the page: where its script is, starting it with a request, and its messages.
//!
//! The browser checks no integrity of a worker's script. `client::is_published` does, and has to be called first.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::local_file::LocalFile;
use crate::domain::export::request::ExportRequest;
use crate::domain::imports::file::ReadRequest;

/// The worker's script, as the build writes it into index.html.
pub struct Script {
    pub url: String,
    pub integrity: String,
}

/// The script of the worker, if index.html names one.
pub fn script() -> Option<Script> {
    let document = web_sys::window()?.document()?;
    let tag = document
        .query_selector("script[data-export-worker]")
        .ok()??;
    Some(Script {
        url: tag.get_attribute("data-export-worker")?,
        integrity: tag.get_attribute("data-export-worker-integrity")?,
    })
}

/// What the worker posts.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WorkerMessage {
    /// The percentage that is done.
    Progress(u32),
    /// The file that was built, or what a file has, in JSON. It is posted by itself, since its bytes are transferred and
    /// not copied.
    #[serde(skip)]
    Done(Uint8Array),
    /// The worker's script or wasm is missing, or is not the published one.
    NotLoaded,
    /// The file could not be built or read; an English message.
    Failed(String),
}

/// A running worker. Dropping it terminates the worker; do not drop it in its own message callback.
pub struct ExportWorker {
    worker: Worker,
    _on_event: Closure<dyn FnMut(Event)>,
}

impl ExportWorker {
    /// Starts building a file from the response bodies. `None` if the browser refuses.
    pub fn build(
        url: &str,
        request: &ExportRequest,
        bodies: &[&str],
        on_message: impl FnMut(WorkerMessage) + 'static,
    ) -> Option<Self> {
        let bodies: Array = bodies.iter().copied().map(JsValue::from_str).collect();
        Self::start(url, json(request)?, &bodies, Box::new(on_message))
    }

    /// Starts reading a file. `None` if the browser refuses.
    pub fn read(
        url: &str,
        request: &ReadRequest,
        file: &LocalFile,
        on_message: impl FnMut(WorkerMessage) + 'static,
    ) -> Option<Self> {
        Self::start(url, json(request)?, file.as_file(), Box::new(on_message))
    }

    fn start(
        url: &str,
        request: JsValue,
        input: &JsValue,
        mut on_message: Box<dyn FnMut(WorkerMessage)>,
    ) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(url, &options).ok()?;
        let on_event: Closure<dyn FnMut(Event)> =
            Closure::new(move |event: Event| on_message(message(&event)));
        worker.set_onmessage(Some(on_event.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_event.as_ref().unchecked_ref()));
        let worker = Self {
            worker,
            _on_event: on_event,
        };
        let message = Array::of2(&request, input);
        worker.worker.post_message(&message).ok()?;
        Some(worker)
    }
}

impl Drop for ExportWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn json(request: &impl Serialize) -> Option<JsValue> {
    serde_json::to_string(request).ok().map(JsValue::from)
}

fn message(event: &Event) -> WorkerMessage {
    // An error event: the script did not load.
    let Some(event) = event.dyn_ref::<MessageEvent>() else {
        return WorkerMessage::NotLoaded;
    };
    match event.data().dyn_into::<Uint8Array>() {
        Ok(file) => WorkerMessage::Done(file),
        Err(data) => serde_json::from_str(&data.as_string().unwrap_or_default())
            .unwrap_or_else(|error| WorkerMessage::Failed(error.to_string())),
    }
}
