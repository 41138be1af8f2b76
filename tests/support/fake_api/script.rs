//! What a test has set for the endpoint: its rows and its faults.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::super::recorded::RecordedRequest;
use super::super::rows;
use super::Fault;

/// The rows of an id.
pub type Rows = dyn Fn(&str) -> Vec<Value> + Send + Sync;

/// The fault of a request, from the request and how many times its page was asked for before.
pub type Plan = dyn Fn(&RecordedRequest, usize) -> Option<Fault> + Send + Sync;

pub struct Script {
    pub rows: Arc<Rows>,
    pub queue: VecDeque<Fault>,
    pub plan: Option<Arc<Plan>>,
    pub always: Option<Fault>,
    /// How long each response takes.
    pub delay: Duration,
}

impl Default for Script {
    /// A row is made up for each id.
    fn default() -> Self {
        Self {
            rows: Arc::new(|id| vec![rows::row(id)]),
            queue: VecDeque::new(),
            plan: None,
            always: None,
            delay: Duration::ZERO,
        }
    }
}

impl Script {
    pub fn fault(&mut self, request: &RecordedRequest, attempt: usize) -> Option<Fault> {
        let queued = self.queue.pop_front();
        let planned = || self.plan.as_ref().and_then(|plan| plan(request, attempt));
        queued.or_else(planned).or_else(|| self.always.clone())
    }
}
