//! Owns: the worker that makes files: where its script is, giving it a job, hearing of it, ending it.
//! Refuses: what the job is. A worker's script takes no integrity: whoever starts it looks at that first.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// The worker's script, as the page names it.
pub struct Script {
    pub url: String,
    pub integrity: String,
}

/// The script; nothing where the page names none.
pub fn script() -> Option<Script> {
    let document = web_sys::window()?.document()?;
    let tag = document.query_selector("script[data-export]").ok()??;
    Some(Script {
        url: tag.get_attribute("data-export")?,
        integrity: tag.get_attribute("data-export-integrity")?,
    })
}

/// What is heard of a job.
pub enum WorkerMessage {
    /// How many of a hundred parts are done.
    Progress(u32),
    /// The file's bytes.
    Done(JsValue),
    /// Its program isn't there, or not as it was published.
    NotLoaded,
    Failed,
}

/// A job under way; dropping it ends the worker.
struct ExportWorker {
    worker: Worker,
    _heard: Closure<dyn FnMut(Event)>,
}

impl Drop for ExportWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

thread_local! {
    /// One at a time.
    static MAKER: RefCell<Option<ExportWorker>> = const { RefCell::new(None) };
}

/// Starts the worker, in place of the one before, with a job and the answers' bodies. Whether it could.
pub fn start(url: &str, job: &str, bodies: &Array, heard: Box<dyn FnMut(WorkerMessage)>) -> bool {
    let maker = started(url, job, bodies, heard);
    let is_started = maker.is_some();
    MAKER.set(maker);
    is_started
}

/// Ends the worker, if there is one. Not to be called by what hears of it.
pub fn stop() {
    MAKER.set(None);
}

fn started(
    url: &str,
    job: &str,
    bodies: &Array,
    mut heard: Box<dyn FnMut(WorkerMessage)>,
) -> Option<ExportWorker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(url, &options).ok()?;
    let heard: Box<dyn FnMut(Event)> = Box::new(move |event| heard(read(&event)));
    let heard = Closure::wrap(heard);
    for event in ["message", "error"] {
        let callback = heard.as_ref().unchecked_ref();
        worker
            .add_event_listener_with_callback(event, callback)
            .ok()?;
    }
    let told = Array::of2(&job.into(), bodies);
    worker.post_message(&told).ok()?;
    Some(ExportWorker {
        worker,
        _heard: heard,
    })
}

fn read(event: &Event) -> WorkerMessage {
    let Some(message) = event.dyn_ref::<MessageEvent>() else {
        return WorkerMessage::NotLoaded;
    };
    let data = message.data();
    match data.as_f64() {
        Some(percent) => WorkerMessage::Progress(percent as u32),
        None if data.is_null() => WorkerMessage::NotLoaded,
        None if data.is_object() => WorkerMessage::Done(data),
        None => {
            web_sys::console::error_1(&data);
            WorkerMessage::Failed
        }
    }
}
