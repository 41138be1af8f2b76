//! Download, copy and cancel, and what became of the file.

use leptos::html;
use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::show::Show;
use crate::state::copying::{CopyOutcome, Copying, use_copying};
use crate::state::export::{Export, ExportStatus};
use crate::state::locale::use_texts;

#[component]
pub fn ExportActions() -> impl IntoView {
    let t = &use_texts().export;
    let export = expect_context::<Export>();
    let Copying { outcome, copy } = use_copying();
    let download_button = NodeRef::<html::Button>::new();
    let download = move || {
        outcome.set(None);
        export.download();
    };
    let copy = move || {
        export.status.set(ExportStatus::Idle);
        copy.run(export.clipboard_table());
    };
    let cancel = move || {
        export.cancel();
        if let Some(button) = download_button.get_untracked() {
            let _ = button.focus();
        }
    };
    let status = move || match (outcome.get(), export.status.get()) {
        (Some(CopyOutcome::Copied), _) => t.copied,
        (_, ExportStatus::Building(_)) => t.creating,
        (_, ExportStatus::Saved) => t.saved,
        (_, ExportStatus::Cancelled) => t.cancelled,
        _ => "",
    };
    let problem = move || match (outcome.get(), export.status.get()) {
        (Some(CopyOutcome::Refused), _) => t.not_copied,
        (_, ExportStatus::NotLoaded) => t.not_loaded,
        (_, ExportStatus::Failed) => t.not_created,
        _ => "",
    };
    view! {
        <div class="export__actions">
            <button
                type="button"
                class=ButtonVariant::Primary.class()
                node_ref=download_button
                on:click=move |_| download()
            >
                {t.download}
            </button>
            <Button on_click=copy>{t.copy}</Button>
            <Show when=move || matches!(export.status.get(), ExportStatus::Building(_))>
                <Progress on_cancel=cancel />
            </Show>
            <p role="status">{move || status()}</p>
            <p class="field__problem" role="alert">
                {move || problem()}
            </p>
        </div>
    }
}

#[component]
fn Progress(#[prop(into)] on_cancel: Callback<()>) -> impl IntoView {
    let t = use_texts();
    let export = expect_context::<Export>();
    let percent = Signal::derive(move || match export.status.get() {
        ExportStatus::Building(percent) => percent,
        _ => 0,
    });
    view! {
        <div class="export__progress">
            <progress max="100" aria-label=t.export.creating prop:value=percent></progress>
            <Button variant=ButtonVariant::Text on_click=on_cancel>
                {t.common.cancel}
            </Button>
        </div>
    }
}
