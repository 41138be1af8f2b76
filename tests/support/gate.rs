//! A gate that a test opens when it has seen enough: the way to make something slow without a sleep.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

/// Long enough for a busy machine; what takes longer doesn't come.
const DEADLINE: Duration = Duration::from_secs(20);

/// A place to wait at until its [`Gate`] opens. Clones wait at the same gate.
#[derive(Debug, Clone)]
pub struct Hold {
    arrivals: watch::Sender<usize>,
    given_up: watch::Sender<bool>,
    open: watch::Receiver<bool>,
}

/// Opens the way for everybody waiting at its [`Hold`]; dropped, it opens too.
#[derive(Debug)]
pub struct Gate {
    arrivals: watch::Receiver<usize>,
    given_up: watch::Receiver<bool>,
    open: watch::Sender<bool>,
}

/// A closed gate and the place to wait at it.
pub fn closed() -> (Gate, Hold) {
    let (open_tx, open_rx) = watch::channel(false);
    let (arrived_tx, arrived_rx) = watch::channel(0);
    let (given_up_tx, given_up_rx) = watch::channel(false);
    let gate = Gate {
        arrivals: arrived_rx,
        given_up: given_up_rx,
        open: open_tx,
    };
    let hold = Hold {
        arrivals: arrived_tx,
        given_up: given_up_tx,
        open: open_rx,
    };
    (gate, hold)
}

impl Hold {
    /// Returns once the gate is open.
    pub async fn wait(&self) {
        self.arrivals.send_modify(|count| *count += 1);
        let waiting = GivesUp(&self.given_up);
        // An error means that the gate is gone, which counts as open.
        let _ = self.open.clone().wait_for(|open| *open).await;
        std::mem::forget(waiting);
    }
}

/// Says so when it is dropped, as it is with a wait that nobody is interested in any more.
struct GivesUp<'h>(&'h watch::Sender<bool>);

impl Drop for GivesUp<'_> {
    fn drop(&mut self) {
        self.0.send_replace(true);
    }
}

impl Gate {
    /// Returns once somebody waits at the gate.
    pub async fn reached(&self) {
        let mut arrivals = self.arrivals.clone();
        within_deadline(
            "a request to reach the gate",
            arrivals.wait_for(|count| *count > 0),
        )
        .await;
    }

    /// Returns once somebody has stopped waiting at the closed gate: a browser that hung up.
    pub async fn abandoned(&self) {
        let mut given_up = self.given_up.clone();
        within_deadline(
            "a request to be given up",
            given_up.wait_for(|given_up| *given_up),
        )
        .await;
    }

    pub fn open(self) {
        let _ = self.open.send(true);
    }
}

async fn within_deadline<T>(
    what: &str,
    event: impl Future<Output = Result<T, watch::error::RecvError>>,
) {
    let came = timeout(DEADLINE, event).await;
    assert!(matches!(came, Ok(Ok(_))), "waited in vain for {what}");
}
