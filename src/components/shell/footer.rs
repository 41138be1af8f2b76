//! The foot of the page: where the data is from.

use leptos::prelude::*;

use crate::state::locale::use_texts;

#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{use_texts().shell.footer}</p>
        </footer>
    }
}
