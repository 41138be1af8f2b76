//! The state of a search, and what can go wrong with one.

pub mod error;
pub mod remote;
