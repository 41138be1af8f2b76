//! Videos, queries, metrics and all other rules, as pure values and functions: one folder per subject. Nothing here uses
//! Leptos or the browser, so that it can be tested natively. The clock, the time zone and the language are arguments.

pub mod charts;
pub mod dates;
pub mod deployment;
pub mod developer;
pub mod export;
pub mod filter;
pub mod ids;
pub mod imports;
pub mod metrics;
pub mod products;
pub mod query;
pub mod rows;
pub mod runs;
pub mod saving;
pub mod search;
pub mod shortcut;
pub mod videos;
pub mod view;
