//! A caption, cut to two lines until the user wants all of it.

use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;

use crate::components::ui::button::ButtonVariant;
use crate::components::ui::show::Show;
use crate::state::locale::use_texts;

#[component]
pub fn Caption(text: String) -> impl IntoView {
    let t = use_texts();
    if text.is_empty() {
        return view! { <p class="caption caption--none">{t.card.no_caption}</p> }.into_any();
    }
    let caption = NodeRef::<html::P>::new();
    let expanded = RwSignal::new(false);
    let is_cut = RwSignal::new(false);
    // The browser tells the first size as well. An expanded caption says nothing about whether it would be cut.
    use_resize_observer(caption, move |_, _| {
        if let Some(caption) = caption.get_untracked()
            && !expanded.get_untracked()
        {
            is_cut.set(caption.scroll_height() > caption.client_height());
        }
    });
    let toggle_text = move || match expanded.get() {
        true => t.card.show_less,
        false => t.card.show_more,
    };
    view! {
        <p class="caption" class:caption--clamped=move || !expanded.get() dir="auto" node_ref=caption>
            {text}
        </p>
        <Show when=move || is_cut.get()>
            <button
                type="button"
                class=ButtonVariant::Text.class()
                aria-expanded=move || expanded.get().to_string()
                on:click=move |_| expanded.update(|expanded| *expanded = !*expanded)
            >
                {move || toggle_text()}
            </button>
        </Show>
    }
    .into_any()
}
