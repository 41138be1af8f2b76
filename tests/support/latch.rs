//! A latch that a test opens when it is ready: it makes something slow without a sleep.

use std::time::Duration;

use tokio::sync::watch;
use tokio::sync::watch::error::RecvError;
use tokio::time::timeout;

/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// Fakes wait at it until the test opens it. Clones are the same latch.
#[derive(Debug, Clone)]
pub struct Latch {
    arrivals: watch::Sender<usize>,
    abandoned: watch::Sender<bool>,
    open: watch::Sender<bool>,
}

impl Latch {
    pub fn closed() -> Self {
        Self {
            arrivals: watch::Sender::new(0),
            abandoned: watch::Sender::new(false),
            open: watch::Sender::new(false),
        }
    }

    /// Returns once the latch is open.
    pub async fn wait(&self) {
        self.arrivals.send_modify(|count| *count += 1);
        let mut waiting = Waiting {
            abandoned: &self.abandoned,
            is_over: false,
        };
        let opened = self.open.subscribe().wait_for(|open| *open).await.is_ok();
        waiting.is_over = opened;
    }

    /// Returns once somebody waits at the latch.
    pub async fn reached(&self) {
        let mut arrivals = self.arrivals.subscribe();
        let arrival = arrivals.wait_for(|count| *count > 0);
        within_deadline("a request to reach the latch", arrival).await;
    }

    /// Returns once somebody has stopped waiting at the closed latch, as a browser that hangs up does.
    pub async fn abandoned(&self) {
        let mut abandoned = self.abandoned.subscribe();
        let event = abandoned.wait_for(|abandoned| *abandoned);
        within_deadline("a request to be abandoned", event).await;
    }

    pub fn open(&self) {
        self.open.send_replace(true);
    }
}

/// Marks the latch as abandoned if it is dropped before the wait is over.
struct Waiting<'l> {
    abandoned: &'l watch::Sender<bool>,
    is_over: bool,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        if !self.is_over {
            self.abandoned.send_replace(true);
        }
    }
}

async fn within_deadline<T>(what: &str, event: impl Future<Output = Result<T, RecvError>>) {
    let outcome = timeout(DEADLINE, event).await;
    assert!(matches!(outcome, Ok(Ok(_))), "timed out waiting for {what}");
}
