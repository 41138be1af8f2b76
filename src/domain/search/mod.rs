//! How far a search is, and what can go wrong with one.

pub mod error;
pub mod remote;
