//! Waiting for a condition, with a deadline. Nothing waits for a time.

use std::time::{Duration, Instant};

/// Long enough for a busy machine; a journey that needs as much has failed.
const DEADLINE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again and again until there is something; panics with `what` at the deadline.
pub async fn eventually_some<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = ask().await {
            return found;
        }
        assert!(start.elapsed() < DEADLINE, "waited in vain for {what}");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Asks again and again until it is so; panics with `what` at the deadline.
pub async fn eventually(what: &str, mut ask: impl AsyncFnMut() -> bool) {
    eventually_some(what, async || ask().await.then_some(())).await;
}
