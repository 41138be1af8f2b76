//! Help, and the notice that says why a shortcut did nothing.

mod contents;

use leptos::prelude::*;

use self::contents::HelpContents;
use super::ui::dialog::Dialog;
use super::ui::lazy_view::{LazyView, lazy};
use crate::state::locale::use_texts;
use crate::state::shortcuts::Shortcuts;

/// The dialog.
#[component]
pub fn HelpDialog() -> impl IntoView {
    let t = &use_texts().help;
    let shortcuts = expect_context::<Shortcuts>();
    view! {
        <Dialog name="help" title=t.title open=shortcuts.is_help_open>
            <LazyView load=|()| help() />
        </Dialog>
    }
}

lazy! { panels: fn help() -> AnyView = view! { <HelpContents /> }.into_any() }

/// Says for a moment why a shortcut did nothing.
#[component]
pub fn ShortcutNotice() -> impl IntoView {
    let t = use_texts();
    let is_full = expect_context::<Shortcuts>().is_selection_full;
    view! {
        <p class="toast" aria-live="polite">
            {move || is_full.get().then_some(t.compare.selection_full)}
        </p>
    }
}
