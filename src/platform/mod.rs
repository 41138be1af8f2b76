//! One effect on the outside world a file, each a small wrapper that cannot panic and returns a typed
//! outcome. Refuses: deciding anything, and signals.

pub mod boot;
pub mod clipboard;
pub mod download;
pub mod focus;
pub mod formats;
pub mod keys;
pub mod location;
pub mod page;
pub mod picture;
pub mod text;
pub mod worker;
