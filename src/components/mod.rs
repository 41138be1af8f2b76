//! Components: one folder a feature, named as on the page.

pub mod ui;
