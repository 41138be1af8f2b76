//! Selecting a video for comparison.

use leptos::prelude::*;

use crate::domain::ids::VideoId;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

/// "Compare", pressed while the video is selected.
#[component]
pub fn SelectButton(id: VideoId) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let is_selected = analysis.is_selected(id);
    let is_full = analysis.is_selection_full(id);
    view! {
        <button
            type="button"
            class="button select"
            aria-pressed=move || is_selected.get().to_string()
            disabled=is_full
            title=move || is_full.get().then_some(t.compare.selection_full)
            on:click=move |_| analysis.replace_view(|view| view.toggle(id))
        >
            {t.card.compare}
        </button>
    }
}
