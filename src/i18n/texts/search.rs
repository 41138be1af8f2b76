//! Texts of the search form and of what a search costs.

use crate::domain::ids::short_link::LinkFailure;
use crate::domain::ids::{IdsProblem, TokenProblem};
use crate::domain::query::paging::PagingProblem;

pub struct SearchTexts {
    pub ids_label: &'static str,
    pub ids_hint: &'static str,
    pub ids_placeholder: &'static str,
    /// Below the beginning of a long text.
    pub excerpt: &'static str,
    pub edit_text: &'static str,
    pub clear_text: &'static str,
    pub advanced: &'static str,
    pub advanced_hint: &'static str,
    pub page_label: &'static str,
    pub size_label: &'static str,
    pub search: &'static str,
    pub search_shortcut: &'static str,

    pub one_credit: &'static str,
    pub up_to_one_credit: &'static str,
    /// What several requests cost.
    pub up_to_credits: fn(count: u32) -> String,
    pub free: &'static str,

    pub ids_recognized: fn(count: usize) -> String,
    pub duplicates_removed: fn(count: usize) -> String,
    pub items_not_recognized: fn(count: usize) -> String,
    pub more_items: fn(count: usize) -> String,
    /// More IDs in one request than the API is known to take.
    pub many_ids: fn(limit: usize) -> String,
    pub token_problem: fn(TokenProblem) -> String,
    /// After an ID that a short link leads to.
    pub from_link: fn(link: &str) -> String,
    pub resolving_links: fn(done: usize, all: usize) -> String,
    /// Beside the button, once it was pressed.
    pub search_waits: &'static str,
    pub links_wait: fn(seconds: u32) -> String,
    /// The button that resolves short links, and what is said of one before.
    pub resolve_links: &'static str,
    pub link_unresolved: &'static str,
    pub link_failure: fn(LinkFailure) -> &'static str,
    /// The checkbox that accepts numbers that look rounded.
    pub use_rounded: &'static str,
    pub rounded_cause: &'static str,
    pub ids_problem: fn(IdsProblem) -> String,
    pub page_problem: fn(PagingProblem) -> &'static str,
    pub size_problem: fn(PagingProblem) -> &'static str,
    /// Above the list of what was wrong with the link that filled the form.
    pub link_problem: &'static str,
    pub repeated_parameter: &'static str,
    pub unknown_list: &'static str,
    pub misspelled_parameter: fn(name: &str) -> String,

    /// The folded form's line: "28 IDs · page 1 · Edit".
    pub folded_ids: fn(count: usize) -> String,
    pub folded_page: fn(page: &str) -> String,
    pub edit: &'static str,
    pub edit_search: &'static str,
}
