//! A block of code.

use leptos::prelude::*;

/// The code, unchanged. It takes the focus, so that the keyboard can scroll it.
#[component]
pub fn Code(
    /// Its accessible name.
    name: &'static str,
    text: String,
) -> impl IntoView {
    view! {
        <pre tabindex="0" role="region" aria-label=name dir="ltr" translate="no">
            <code>{text}</code>
        </pre>
    }
}
