//! "Show more" at the end of a list, which also works by scrolling near it.

use leptos::html;
use leptos::prelude::*;
use leptos_use_intersection_observer::{
    UseIntersectionObserverOptions, UseIntersectionObserverReturn,
    use_intersection_observer_with_options,
};

use super::button::ButtonVariant;

/// The button; it is hidden when nothing is `left`.
#[component]
pub fn ShowMore(
    #[prop(into)] left: Signal<usize>,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_more: Callback<()>,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    let UseIntersectionObserverReturn { pause, resume, .. } =
        use_intersection_observer_with_options(
            button,
            move |entries, _| {
                if entries.iter().any(|entry| entry.is_intersecting()) {
                    on_more.run(());
                }
            },
            // Less than a screen below what is visible.
            UseIntersectionObserverOptions::default().root_margin("0px 0px 100% 0px"),
        );
    // An observer tells of a button that stays near only once. A new one tells again.
    Effect::new(move || {
        left.track();
        pause();
        resume();
    });
    view! {
        <button
            type="button"
            class=format!("{} cards__more", ButtonVariant::Secondary.class())
            node_ref=button
            hidden=move || left.get() == 0
            on:click=move |_| on_more.run(())
        >
            {label}
        </button>
    }
}
