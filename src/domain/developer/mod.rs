//! For developers: requests as code, and formatted responses.

pub mod json_preview;
pub mod snippet;
