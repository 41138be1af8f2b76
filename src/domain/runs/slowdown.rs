//! How long a run waits after "too many requests".

/// The longest wait that nobody asked for, in milliseconds.
const MAX_DELAY: u64 = 60_000;
/// The first such wait, in milliseconds.
const FIRST_DELAY: u64 = 1_000;

/// Waits that become longer with each refusal, up to [`MAX_DELAY`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Slowdown {
    refusals: u32,
    until: u64,
}

impl Slowdown {
    /// A request was refused. Times are in milliseconds; `retry_after` in seconds is what the server asks for. `jitter`,
    /// from 0 to 1, keeps the tabs of a team from coming back at the same moment.
    pub fn refused(&mut self, now: u64, retry_after: Option<u32>, jitter: f64) {
        let exponential = FIRST_DELAY.saturating_mul(1 << self.refusals.min(10));
        let longest = exponential.min(MAX_DELAY);
        let delay = match retry_after {
            Some(seconds) => u64::from(seconds) * 1000,
            None => longest / 2 + (jitter.clamp(0.0, 1.0) * (longest / 2) as f64) as u64,
        };
        self.refusals += 1;
        self.until = self.until.max(now + delay);
    }

    /// A request was answered.
    pub fn answered(&mut self) {
        self.refusals = 0;
    }

    /// Whether the last request was refused: then one request at a time is enough.
    pub fn is_slow(&self) -> bool {
        self.refusals > 0
    }

    /// When the next request may be sent, in milliseconds; `None` is now.
    pub fn wait(&self, now: u64) -> Option<u64> {
        (self.until > now).then_some(self.until)
    }
}
