//! What surrounds the search and the results.

pub mod config_error;
pub mod footer;
pub mod masthead;
pub mod sample_bar;
pub mod title;
