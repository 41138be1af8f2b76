//! Radio buttons with their labels.

use leptos::prelude::*;

/// A radio button whose state follows a signal.
#[component]
pub fn Radio(
    /// Radio buttons of one name exclude each other.
    name: &'static str,
    #[prop(into)] checked: Signal<bool>,
    #[prop(optional)] disabled: bool,
    #[prop(into)] on_select: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="radio"
                name=name
                disabled=disabled
                prop:checked=checked
                on:change=move |_| on_select.run(())
            />
            {children()}
        </label>
    }
}
