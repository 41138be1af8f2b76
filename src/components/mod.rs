//! Components: one folder a feature, named as on the page.

pub mod developer;
pub mod export;
pub mod help;
pub mod settings;
pub mod ui;
