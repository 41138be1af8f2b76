//! Texts of the error panel.

use crate::domain::search::error::{Cost, SearchError};

pub struct ErrorTexts {
    pub failure: fn(&SearchError, proxy: bool) -> FailureText,
    pub cost: fn(Cost) -> &'static str,
    pub earlier_results: &'static str,
    pub available_again: fn(time: &str) -> String,
    pub message: &'static str,
    pub code: &'static str,
    pub add_key: &'static str,
    pub open_settings: &'static str,
    pub open_dashboard: &'static str,
    pub sign_in: &'static str,
    pub reload: &'static str,
}

/// What an error panel says.
pub struct FailureText {
    /// What happened.
    pub title: &'static str,
    /// What to do about it.
    pub advice: &'static str,
}
