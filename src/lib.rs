//! ClipCart shows what TikTok videos sell.
//!
//! The layers; imports point down only, and `tests/layers.rs` holds that:
//!
//! ```text
//! app          the page frame
//! components   views: domain values, signals and callbacks in, markup out
//! state        signals and effects that join the layers below
//! api browser  HTTP and JSON · one browser effect a file
//! export       the files of a result, which the worker alone makes
//! messages     every text, in each language
//! domain       pure values and rules
//! ```

pub mod api;
pub mod app;
pub mod platform;
pub mod storage;
pub mod components;
pub mod domain;
pub mod export;
pub mod i18n;
pub mod state;
