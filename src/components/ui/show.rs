//! Contents that are there while a condition holds.

use leptos::prelude::*;

/// As Leptos' `<Show>`, whose code is generated anew for each condition and contents. This one is compiled once.
#[component]
pub fn Show(
    #[prop(into)] when: Signal<bool>,
    #[prop(optional, into)] fallback: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    // The contents stay while the condition's value does.
    let when = Memo::new(move |_| when.get());
    view! {
        {move || match when.get() {
            true => children(),
            false => fallback.run(),
        }}
    }
}
