//! Submitting the form.

use leptos::prelude::*;

use crate::domain::ids::parsed_ids::ParsedIds;
use crate::domain::query::url::AppUrl;
use crate::state::form::Form;
use crate::state::imported::Imported;
use crate::state::search::Search;

/// Runs the form's query, if it is valid, once its short links are resolved.
pub fn submit(search: Search, form: Form, imported: Imported) {
    form.items.finish();
    let links = form.parsed_ids.with_untracked(ParsedIds::unresolved_links);
    form.links.ask_for(links);
    let is_sample = untrack(|| search.is_sample());
    let run = move |()| run_query(search, form, imported, is_sample);
    form.links.when_done(Callback::new(run));
}

fn run_query(search: Search, form: Form, imported: Imported, is_sample: bool) {
    if let Some(query) = form.submit() {
        let columns = form.imported.get_untracked();
        let columns = columns.map(|columns| {
            let links = form.links.results;
            links.with_untracked(|links| columns.resolved(&links.videos))
        });
        imported.prepare(query.ids(), columns);
        search.go(AppUrl {
            sample: is_sample,
            query: Some(query),
        });
    }
}
