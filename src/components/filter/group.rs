//! A group of the filter's fields.

use leptos::prelude::*;

/// The group, with its name.
#[component]
pub fn FilterGroup(#[prop(into)] name: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <fieldset class="filter__group">
            <legend>{name}</legend>
            {children()}
        </fieldset>
    }
}
