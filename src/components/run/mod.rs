//! A search for many videos: its plan with the price, its progress, and what has failed.

pub mod credit_limit;
pub mod elsewhere;
pub mod list_link;
pub mod load_rest;
pub mod outcome;
pub mod plan_panel;
pub mod progress;
pub mod run_panel;
pub mod run_status;
pub mod unfinished_panel;
