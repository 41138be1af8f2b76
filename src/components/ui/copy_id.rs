//! A small button beside an id that copies it.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::show::Show;
use crate::state::copying::{CopyOutcome, Copying, use_copying};
use crate::state::locale::use_texts;

/// Copies an id. If the browser refuses, the id is shown to be copied by hand.
#[component]
pub fn CopyId(
    /// What the button does: "Copy video ID".
    label: &'static str,
    id: String,
) -> impl IntoView {
    let t = &use_texts().common;
    let Copying { outcome, copy } = use_copying();
    let by_hand = id.clone();
    let announced = move || match outcome.get() {
        Some(CopyOutcome::Copied) => t.copied,
        _ => "",
    };
    view! {
        <span class="copy-id">
            <button
                type="button"
                class="copy-id__button"
                aria-label=label
                title=label
                on:click=move |_| copy.run(id.clone())
            >
                <Icon name=IconName::Copy />
            </button>
            <span role="status" class="copy-id__outcome">{move || announced()}</span>
            <Show when=move || outcome.get() == Some(CopyOutcome::Refused)>
                <label class="copying__by-hand">
                    {t.copy_by_hand} <input type="text" readonly value=by_hand.clone() />
                </label>
            </Show>
        </span>
    }
}
