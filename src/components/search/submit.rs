//! Submitting the form.

use leptos::prelude::*;

use crate::domain::query::url::AppUrl;
use crate::state::form::Form;
use crate::state::search::Search;

/// Runs the form's query, if it is valid.
pub fn submit(search: Search, form: Form) {
    if let Some(query) = form.submit() {
        search.go(AppUrl {
            sample: untrack(|| search.is_sample()),
            query: Some(query),
        });
    }
}
