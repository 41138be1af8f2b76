//! The current time.

/// Now, in Unix seconds.
pub fn now() -> u64 {
    crate::platform::page::now()
}
