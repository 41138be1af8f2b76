//! Links to other sites.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// A link to another site, in a new tab, without opener or referrer.
#[component]
pub fn ExternalLink(#[prop(into)] href: String, #[prop(into)] text: String) -> impl IntoView {
    view! {
        <a class="external" href=href target="_blank" rel="noopener noreferrer">
            {text}
            <Icon name=IconName::OpenExternal />
        </a>
    }
}
