//! What ClipCart knows of videos, queries and money, as pure values and functions.
//!
//! Owns: every rule that can be checked without a browser. Refuses: leptos, web-sys, gloo, the clock
//! and the reader's language (both come in as arguments).

pub mod age;
pub mod answer;
pub mod chart;
pub mod column;
pub mod compare;
pub mod day;
pub mod error;
pub mod filter;
pub mod form;
pub mod indented;
pub mod job;
pub mod key;
pub mod lines;
pub mod links;
pub mod metrics;
pub mod paging;
pub mod pasted;
pub mod playback;
pub mod query;
pub mod range;
pub mod remote;
pub mod sheet;
pub mod shortcut;
pub mod snippet;
pub mod sort;
pub mod source;
pub mod summary;
pub mod video;
pub mod video_id;
pub mod view;
