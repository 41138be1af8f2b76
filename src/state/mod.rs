//! Signals and effects that join the domain to the api and the browser.
//!
//! Owns: what the page knows at a moment. Refuses: views.

pub mod clock;
pub mod copying;
pub mod desk;
pub mod effect;
pub mod form;
pub mod kept;
pub mod locale;
pub mod page;
pub mod picture;
pub mod playing;
pub mod sample;
pub mod search;
pub mod settings;
pub mod shared;
pub mod start;
pub mod target;
pub mod width;
