//! A search for more videos than one request takes: its plan with the price ([`plan`]), the run through its requests
//! ([`run`]), what of it is saved ([`record`], [`saved`]), and that it can go on ([`unfinished`]). No clock, no network:
//! time comes as an argument, answers and errors as events.

pub mod effect;
pub mod group;
pub mod plan;
pub mod record;
pub mod run;
pub mod saved;
mod slowdown;
pub mod status;
pub mod unfinished;
