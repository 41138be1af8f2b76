//! A labelled list to choose one option from.

use leptos::prelude::*;

/// An option: its code and its name.
pub type SelectOption = (&'static str, String);

/// The list. Its value follows a signal.
#[component]
pub fn Select(
    id: &'static str,
    label: &'static str,
    options: Vec<SelectOption>,
    #[prop(into)] value: Signal<&'static str>,
    #[prop(optional)] autofocus: bool,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    // The property is set before the options are there, so that the first value needs its option's attribute.
    let initial = value.get_untracked();
    let options = options
        .into_iter()
        .map(|(code, name)| view! { <option value=code selected=code == initial>{name}</option> })
        .collect_view();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select
                id=id
                autofocus=autofocus
                prop:value=value
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
}
