//! Owns: links out of the page, which tell the other side nothing. Refuses: choosing where they go.

use leptos::prelude::*;

use super::icon::{Icon, shape};

/// A link to another site, in a new tab, without opener or referrer.
#[component]
pub fn External(href: String, #[prop(into)] text: String) -> impl IntoView {
    view! {
        <a class="external" href=href target="_blank" rel="noopener noreferrer">
            {text}
            <Icon path=shape::OUT />
        </a>
    }
}
