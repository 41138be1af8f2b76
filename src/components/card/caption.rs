//! A caption, cut to two lines until the user wants all of it.

use leptos::prelude::*;

use crate::components::ui::button::ButtonVariant;
use crate::state::locale::use_texts;

/// Shorter captions always fit in two lines. In characters.
const ALWAYS_FITS: usize = 70;

#[component]
pub fn Caption(text: String) -> impl IntoView {
    let t = use_texts();
    if text.is_empty() {
        return view! { <p class="caption caption--none">{t.card.no_caption}</p> }.into_any();
    }
    let may_be_cut = text.chars().count() > ALWAYS_FITS || text.contains('\n');
    let expanded = RwSignal::new(false);
    let toggle_text = move || match expanded.get() {
        true => t.card.show_less,
        false => t.card.show_more,
    };
    let toggle = may_be_cut.then(|| {
        view! {
            <button
                type="button"
                class=ButtonVariant::Text.class()
                aria-expanded=move || expanded.get().to_string()
                on:click=move |_| expanded.update(|expanded| *expanded = !*expanded)
            >
                {move || toggle_text()}
            </button>
        }
    });
    view! {
        <p class="caption" class:caption--clamped=move || may_be_cut && !expanded.get() dir="auto">
            {text}
        </p>
        {toggle}
    }
    .into_any()
}
