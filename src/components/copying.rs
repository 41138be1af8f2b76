//! Owns: a button that copies a text and says whether it could. Refuses: knowing what the text is.

use leptos::prelude::*;

use super::icon::{Icon, shape};
use crate::state::copying::{Copied, copying};
use crate::state::locale::texts;

/// Copies `text`; where the browser refuses, the text is shown to be copied by hand.
#[component]
pub fn CopyButton(label: &'static str, done: &'static str, #[prop(into)] text: Signal<String>) -> impl IntoView {
    let t = texts();
    let (outcome, copy) = copying();
    let by_hand = move || {
        (outcome.get() == Some(Copied::Refused)).then(|| {
            view! {
                <label class="copying__by-hand">
                    {t.copy_by_hand} <input type="text" readonly prop:value=text />
                </label>
            }
        })
    };
    view! {
        <span class="copying">
            <button type="button" class="button" on:click=move |_| copy(text.get_untracked())>
                <Icon path=shape::LINK />
                {label}
            </button>
            <span role="status" class="copying__said">
                {move || (outcome.get() == Some(Copied::Done)).then_some(done)}
            </span>
            {by_hand}
        </span>
    }
}
