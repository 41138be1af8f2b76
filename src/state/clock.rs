//! Owns: the time of day, for what is worked out when shown. Refuses: ticking.

/// Now, in Unix seconds.
pub fn now() -> u64 {
    crate::platform::page::now()
}
