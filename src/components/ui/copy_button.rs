//! A button that copies a text and says whether it worked.

use leptos::prelude::*;

use super::button::Button;
use super::icon::{Icon, IconName};
use crate::components::ui::show::Show;
use crate::state::copying::{CopyOutcome, Copying, use_copying};
use crate::state::locale::use_texts;

/// Copies the result of `text`. If the browser refuses, the text is shown to be copied by hand.
#[component]
pub fn CopyButton(
    label: &'static str,
    /// What is said when it worked.
    copied: &'static str,
    #[prop(into)] text: Callback<(), String>,
) -> impl IntoView {
    let t = use_texts();
    let Copying { outcome, copy } = use_copying();
    let announced = move || match outcome.get() {
        Some(CopyOutcome::Copied) => copied,
        _ => "",
    };
    view! {
        <span class="copying">
            <Button on_click=move || copy.run(text.run(()))>
                <Icon name=IconName::Link />
                {label}
            </Button>
            <span role="status" class="copying__outcome">{move || announced()}</span>
            <Show when=move || outcome.get() == Some(CopyOutcome::Refused)>
                <label class="copying__by-hand">{t.common.copy_by_hand} <ByHand text=text.run(()) /></label>
            </Show>
        </span>
    }
}

/// The text in a field. A field of one line would lose the line ends.
#[component]
fn ByHand(text: String) -> impl IntoView {
    match text.contains('\n') {
        true => view! { <textarea readonly>{text}</textarea> }.into_any(),
        false => view! { <input type="text" readonly value=text /> }.into_any(),
    }
}
