//! What ClipCart knows of videos, queries and money, as pure values and functions.
//!
//! No Leptos and no browser here, so that everything is tested natively. The clock, the time zone and the
//! language are arguments.

pub mod charts;
pub mod dates;
pub mod deployment;
pub mod developer;
pub mod export;
pub mod filter;
pub mod ids;
pub mod metrics;
pub mod query;
pub mod rows;
pub mod search;
pub mod shortcut;
pub mod videos;
pub mod view;
