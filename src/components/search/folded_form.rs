//! The form folded to one line: "28 IDs · page 1 · Edit".

use leptos::html;
use leptos::prelude::*;

use crate::components::ui::show::Show;
use crate::domain::query::SearchQuery;
use crate::state::form::{Form, FormFocus};
use crate::state::locale::{use_locale, use_texts};
use crate::state::search::Search;

#[component]
pub fn FoldedForm() -> impl IntoView {
    let form = expect_context::<Form>();
    view! {
        <Show when=move || form.is_folded.get()>
            <div class="folded-form">
                <Summary />
                <EditButton />
            </div>
        </Show>
    }
}

/// "Edit", which unfolds the form.
#[component]
fn EditButton() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let button = NodeRef::<html::Button>::new();
    Effect::new(move || {
        if form.requested_focus.get() == Some(FormFocus::EditButton)
            && let Some(button) = button.get()
        {
            let _ = button.focus();
            form.requested_focus.set(None);
        }
    });
    view! {
        <button
            type="button"
            class="button button--text"
            aria-label=t.search.edit_search
            node_ref=button
            on:click=move |_| form.edit()
        >
            {t.search.edit}
        </button>
    }
}

/// How many ids the search has, and the page if it is of one.
#[component]
fn Summary() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let search = expect_context::<Search>();
    move || {
        let query = search.url().query?;
        let page = match &query {
            SearchQuery::Videos(_) => None,
            SearchQuery::Page(query) => {
                let page = locale.formats().exact(Some(query.page.get().into()));
                Some(view! { <span>{(t.search.folded_page)(&page)}</span> })
            }
        };
        Some(view! {
            <span>{(t.search.folded_ids)(query.ids().len())}</span>
            {page}
        })
    }
}
