//! The button "Export" and its dialog.

mod actions;
mod options;

use leptos::prelude::*;

use self::actions::ExportActions;
use self::options::{CsvField, FormatField, RowsField};
use super::ui::button::ButtonVariant;
use super::ui::dialog::Dialog;
use super::ui::icon::{Icon, IconName};
use super::ui::lazy_view::{LazyView, lazy};
use crate::state::export::Export;
use crate::state::locale::use_texts;

/// The button, and the dialog that it opens.
#[component]
pub fn ExportButton() -> impl IntoView {
    let t = &use_texts().export;
    let export = expect_context::<Export>();
    // The button goes with the results, which the user may leave while the dialog is open.
    on_cleanup(move || export.close());
    view! {
        <button
            type="button"
            class=ButtonVariant::Secondary.class()
            id="open-export"
            aria-haspopup="dialog"
            on:click=move |_| export.open()
        >
            <Icon name=IconName::Download />
            {t.export}
        </button>
        <Dialog name="export" title=t.title open=export.is_open on_close=move || export.cancel()>
            <LazyView load=|()| export_contents() />
        </Dialog>
    }
}

lazy! { panels: fn export_contents() -> AnyView = view! { <ExportContents /> }.into_any() }

#[component]
fn ExportContents() -> impl IntoView {
    let t = &use_texts().export;
    view! {
        <p class="field__hint">{t.note}</p>
        <div class="export__fields">
            <FormatField />
            <RowsField />
            <CsvField />
        </div>
        <ExportActions />
    }
}
