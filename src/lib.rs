//! ClipCart shows what TikTok videos sell.
//!
//! The layers. Imports point down only; `tests/layers.rs` checks that:
//!
//! ```text
//! app                   the page: state, contexts, what is where
//! components            views: domain values, signals and callbacks in, markup out
//! state                 signals and effects that join the layers below
//! api storage platform  requests and responses · what the browser keeps · one browser effect a file
//! i18n                  all texts, in each language
//! domain                pure values and rules
//! ```
//!
//! `export` builds files of results, `import` reads the user's files. Only the worker (`bin/export_worker.rs`) uses them.

pub mod api;
pub mod app;
pub mod components;
pub mod domain;
pub mod export;
pub mod i18n;
pub mod import;
pub mod platform;
pub mod state;
pub mod storage;
