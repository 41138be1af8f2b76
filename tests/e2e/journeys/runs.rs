//! Runs: searches of more ids than fit in one request. What they cost, how they go on, and that nothing is lost.

mod core;
mod crashes;
mod ledger;
mod looks;
mod names;
pub mod steps;
mod stopping;
mod storage;
mod stored;
mod streaming;
mod tabs;
