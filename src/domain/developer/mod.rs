//! For developers: requests as code, and formatted responses.

pub mod json_preview;
mod quoting;
pub mod snippet;
