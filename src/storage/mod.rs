//! What the browser stores for the page: settings, and responses that are already paid for.

pub mod response_cache;
pub mod web_storage;
