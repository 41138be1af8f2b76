//! The button "Open file…".

use leptos::html;
use leptos::prelude::*;

use crate::components::ui::button::ButtonVariant;
use crate::state::locale::use_texts;
use crate::state::open_file::OpenFile;

/// The button, which opens the browser's dialog for files.
#[component]
pub fn OpenFileButton(button: NodeRef<html::Button>) -> impl IntoView {
    let t = &use_texts().files;
    let open_file = expect_context::<OpenFile>();
    let input = NodeRef::<html::Input>::new();
    let choose = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <div class="search-form__open">
            <button
                type="button"
                class=ButtonVariant::Text.class()
                node_ref=button
                on:click=move |_| choose()
            >
                {t.open}
            </button>
            <input
                type="file"
                hidden
                accept=".txt,.csv,.tsv,.xlsx,.xls"
                node_ref=input
                on:change=move |event| open_file.open_chosen(&event, t.unnamed_column)
            />
        </div>
    }
}
