//! Signals and effects that join the domain to the API, storage and the platform.

pub mod analysis;
pub mod clock;
pub mod copying;
pub mod derived;
pub mod desk_program;
pub mod developer;
pub mod effect;
pub mod export;
pub mod form;
pub mod handing;
pub mod locale;
pub mod navigation;
pub mod page;
pub mod picture;
pub mod playing;
pub mod sample;
pub mod search;
pub mod settings;
pub mod shared;
pub mod shortcuts;
pub mod start;
pub mod target;
pub mod width;
