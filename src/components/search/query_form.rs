//! The search form, in full or folded to one line. Its static copy in `index.html` has the same fields, ids and classes, but no
//! files.

use leptos::html;
use leptos::prelude::*;

use super::folded_form::FoldedForm;
use super::ids_field::IdsField;
use super::open_file::OpenFileButton;
use super::opened_file::OpenedFile;
use super::paging_field::PagingField;
use super::submit::submit;
use crate::components::ui::show::Show;
use crate::domain::query::form::{Field, RawForm};
use crate::domain::query::url::AppUrl;
use crate::state::file_drop::FileDrop;
use crate::state::form::Form;
use crate::state::imported::Imported;
use crate::state::locale::use_texts;
use crate::state::open_file::OpenFile;
use crate::state::saved_data::SavedData;
use crate::state::search::Search;

#[component]
pub fn QueryForm() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let search = expect_context::<Search>();
    let imported = expect_context::<Imported>();
    let send = move || submit(search, form, imported);
    let waits = move || form.links.is_search_waiting.get();
    let file_drop = FileDrop::new(expect_context::<OpenFile>());
    let open_button = NodeRef::<html::Button>::new();
    view! {
        <FoldedForm />
        <form
            class="search-form"
            novalidate
            hidden=form.is_folded
            class:search-form--drop=file_drop.is_over
            on:dragenter=move |event| file_drop.over(&event)
            on:dragover=move |event| file_drop.over(&event)
            on:dragleave=move |event| file_drop.leave(&event)
            on:drop=move |event| file_drop.drop(&event, t.files.unnamed_column)
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <IdsField on_submit=send />
            <OpenFileButton button=open_button />
            <OpenedFile open_button />
            <div class="search-form__controls">
                <div class="search-form__go">
                    <button
                        type="submit"
                        class="button button--primary"
                        aria-describedby="search-price search-waits"
                        aria-busy=move || waits().then_some("true")
                    >
                        {t.search.search}
                    </button>
                    <span class="price" id="search-price">
                        {move || price(search, form)}
                    </span>
                    <kbd class="search-form__shortcut">{t.search.search_shortcut}</kbd>
                    <span class="search-form__waits" id="search-waits" role="status">
                        {move || waits().then_some(t.search.search_waits)}
                    </span>
                </div>
                <Advanced />
            </div>
            <Show when=file_drop.is_over>
                <p class="search-form__drop">{t.files.drop}</p>
            </Show>
        </form>
    }
}

/// A single page of the results. Open while there is something in it, so that nothing is searched for unseen.
#[component]
fn Advanced() -> impl IntoView {
    let t = use_texts();
    let form = expect_context::<Form>();
    let is_page = Memo::new(move |_| form.raw.with(RawForm::is_page));
    let opened = RwSignal::new(is_page.get_untracked());
    Effect::new(move || {
        if is_page.get() {
            opened.set(true);
        }
    });
    view! {
        <details class="search-form__advanced" prop:open=opened>
            <summary>{t.search.advanced}</summary>
            <div class="search-form__paging">
                <PagingField field=Field::Page />
                <PagingField field=Field::Size />
            </div>
            <p class="field__hint">{t.search.advanced_hint}</p>
        </details>
    }
}

/// What the search in the form costs. A query whose response is saved is free, as is the sample.
fn price(search: Search, form: Form) -> &'static str {
    let t = use_texts();
    // A response that arrives makes its query free.
    expect_context::<SavedData>().changed.track();
    let url = AppUrl {
        sample: search.is_sample(),
        query: form.query(),
    };
    if search.takes_run(&url) {
        return t.runs.price;
    }
    match url.sample || (url.query.is_some() && !search.has_cost(&url)) {
        true => t.search.free,
        false => search.price(t),
    }
}
