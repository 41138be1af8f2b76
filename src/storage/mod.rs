//! What the browser keeps for us: settings, and responses already paid for.

pub mod response_cache;
pub mod web_storage;
