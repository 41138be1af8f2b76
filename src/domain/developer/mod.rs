//! What a developer takes away: requests as code, and a response for reading.

pub mod json_preview;
pub mod snippet;
