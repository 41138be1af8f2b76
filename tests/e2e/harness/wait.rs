//! Waits for a condition, with a deadline. Nothing sleeps for a fixed time.

use std::time::{Duration, Instant};

/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(40);

/// Polls until `ask` returns something. Panics with `what` at the deadline.
pub async fn eventually_some<T>(what: &str, ask: impl AsyncFnMut() -> Option<T>) -> T {
    some_within(DEADLINE, what, ask).await
}

async fn some_within<T>(
    deadline: Duration,
    what: &str,
    mut ask: impl AsyncFnMut() -> Option<T>,
) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = ask().await {
            return found;
        }
        assert!(start.elapsed() < deadline, "timed out waiting for {what}");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Polls until `ask` returns true. Panics with `what` at the deadline.
pub async fn eventually(what: &str, mut ask: impl AsyncFnMut() -> bool) {
    eventually_some(what, async || ask().await.then_some(())).await;
}

/// The same with another deadline, for what takes many requests.
pub async fn eventually_within(deadline: Duration, what: &str, mut ask: impl AsyncFnMut() -> bool) {
    some_within(deadline, what, async || ask().await.then_some(())).await;
}
