//! A button, and the panel that it opens somewhere below it.

use leptos::prelude::*;

use crate::components::ui::show::Show;

/// The button.
#[component]
pub fn DisclosureButton(
    /// The `id` of its panel.
    panel_id: &'static str,
    open: RwSignal<bool>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button disclosure"
            id=format!("open-{panel_id}")
            aria-controls=panel_id
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <span>{label}</span>
        </button>
    }
}

/// The panel. Its contents exist only while it is open.
#[component]
pub fn DisclosurePanel(
    id: &'static str,
    open: RwSignal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <div class="disclosed" id=id tabindex="-1">
            <Show when=move || open.get()>{children()}</Show>
        </div>
    }
}
