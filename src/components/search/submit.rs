//! Submitting the form.

use leptos::prelude::*;

use crate::domain::query::url::AppUrl;
use crate::state::form::Form;
use crate::state::imported::Imported;
use crate::state::search::Search;

/// Runs the form's query, if it is valid.
pub fn submit(search: Search, form: Form, imported: Imported) {
    if let Some(query) = form.submit() {
        imported.prepare(query.ids(), form.imported.get_untracked());
        search.go(AppUrl {
            sample: untrack(|| search.is_sample()),
            query: Some(query),
        });
    }
}
