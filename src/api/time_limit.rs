//! How long a request may take. What takes longer is aborted, so that nothing waits forever for a connection that hangs.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{AbortController, AbortSignal};

/// How long a response may take, in seconds.
pub const TIME_LIMIT: u32 = 30;

/// The time limit of a request. Its clones are of the same request; the limit ends with the last of them.
#[derive(Clone)]
pub struct TimeLimit {
    controller: Option<AbortController>,
    is_over: Rc<Cell<bool>>,
    _timeout: Rc<Timeout>,
}

impl TimeLimit {
    /// From now on.
    pub fn start() -> Self {
        let controller = AbortController::new().ok();
        let is_over = Rc::new(Cell::new(false));
        let timeout = {
            let (controller, is_over) = (controller.clone(), is_over.clone());
            Timeout::new(TIME_LIMIT * 1000, move || {
                is_over.set(true);
                if let Some(controller) = controller {
                    controller.abort();
                }
            })
        };
        Self {
            controller,
            is_over,
            _timeout: Rc::new(timeout),
        }
    }

    /// The signal that aborts the request.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    /// Whether the request took too long.
    pub fn is_over(&self) -> bool {
        self.is_over.get()
    }

    /// Aborts the request before its time.
    pub fn abort(&self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
