//! Checkboxes with their labels.

use leptos::prelude::*;

/// A checkbox whose state follows a signal.
#[component]
pub fn Checkbox(
    label: &'static str,
    #[prop(into)] checked: Signal<bool>,
    #[prop(optional)] described_by: Option<&'static str>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                aria-describedby=described_by
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            {label}
        </label>
    }
}
