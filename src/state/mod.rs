//! Signals and effects that join the domain to the API, storage and the platform. Components get them by context.

pub mod all_pages;
pub mod analysis;
pub mod card_focus;
pub mod clock;
pub mod copying;
pub mod developer;
pub mod export;
pub mod file_drop;
pub mod focus;
pub mod form;
pub mod locale;
pub mod navigation;
pub mod open_file;
pub mod page;
pub mod picture;
pub mod playing;
pub mod sample;
pub mod search;
pub mod settings;
pub mod shortcuts;
pub mod start;
pub mod target;
pub mod text_ruler;
pub mod typed;
pub mod view_state;
pub mod worker_script;
