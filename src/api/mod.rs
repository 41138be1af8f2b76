//! The endpoint: its address, its answers, and the request itself.
//!
//! Owns: everything about HTTP and JSON. Refuses: signals, the page, and keeping anything.

pub mod client;
pub mod endpoint;
pub mod wire;

mod scalar;
mod surrogates;
