//! Components: one folder a feature, named as on the page.

pub mod card;
pub mod charts;
pub mod companions;
pub mod compare;
pub mod developer;
pub mod export;
pub mod filter;
pub mod help;
pub mod results;
pub mod run;
pub mod search;
pub mod settings;
pub mod shell;
pub mod summary;
pub mod table;
pub mod ui;
