//! One browser effect a file: a small wrapper that cannot panic and returns a typed result. No decisions, no signals.

pub mod boot;
pub mod clipboard;
pub mod download;
pub mod field;
pub mod focus;
pub mod formats;
pub mod keys;
pub mod local_file;
pub mod location;
pub mod lock;
pub mod page;
pub mod picture;
pub mod text;
pub mod text_ruler;
pub mod worker;
