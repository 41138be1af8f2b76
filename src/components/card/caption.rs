//! A caption, cut to two lines until the user wants all of it.

use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;

use crate::components::ui::button::ButtonVariant;
use crate::components::ui::show::Show;
use crate::state::locale::use_texts;

#[component]
pub fn Caption(text: String, expanded: RwSignal<bool>) -> impl IntoView {
    let t = use_texts();
    if text.is_empty() {
        return view! { <p class="caption caption--none">{t.card.no_caption}</p> }.into_any();
    }
    let caption = NodeRef::<html::P>::new();
    let is_cut = RwSignal::new(false);
    // An expanded caption says nothing about whether it would be cut.
    let measure = move || {
        if let Some(caption) = caption.try_get_untracked().flatten()
            && !expanded.get_untracked()
        {
            is_cut.set(caption.scroll_height() > caption.client_height());
        }
    };
    // The browser tells the first size as well.
    use_resize_observer(caption, move |_, _| measure());
    let toggle = move || {
        expanded.update(|expanded| *expanded = !*expanded);
        // Since it was expanded, it may have become so wide that all of it fits: then no size changes.
        request_animation_frame(measure);
    };
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
                on:click=move |_| toggle()
            >
                {move || toggle_text()}
            </button>
        </Show>
    }
    .into_any()
}
