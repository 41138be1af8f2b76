//! The Settings dialog: where data comes from, the API key, language, theme, shortcuts, and what is saved.

mod key_field;
mod saved_field;
mod source_field;

use leptos::prelude::*;
use strum::VariantArray;

use self::key_field::KeyField;
use self::saved_field::{ParallelField, SavedField};
use self::source_field::SourceField;
use super::ui::checkbox::Checkbox;
use super::ui::dialog::Dialog;
use super::ui::select::Select;
use crate::components::ui::show::Show;
use crate::i18n::Language;
use crate::state::locale::use_texts;
use crate::state::settings::{Settings, SettingsField, Theme};
use crate::state::shortcuts::Shortcuts;

/// The dialog. What was typed and not saved is gone with each closing.
#[component]
pub fn SettingsDialog() -> impl IntoView {
    let t = &use_texts().settings;
    let settings = expect_context::<Settings>();
    view! {
        <Dialog name="settings" title=t.title open=settings.is_open on_close=move || settings.closed()>
            <SourceField />
            <Show when=move || !settings.is_proxy()>
                <KeyField />
            </Show>
            <SavedField />
            <ParallelField />
            <div class="settings__row">
                <LanguageField />
                <ThemeField />
            </div>
            <ShortcutsField />
        </Dialog>
    }
}

#[component]
fn LanguageField() -> impl IntoView {
    let t = &use_texts().settings;
    let settings = expect_context::<Settings>();
    let options = Language::VARIANTS
        .iter()
        .map(|language| (language.code(), language.name().to_owned()))
        .collect();
    let change = move |code: String| {
        if let Some(language) = Language::from_tag(&code) {
            settings.set_language(language);
        }
    };
    view! {
        <Select
            id="language"
            label=t.language
            options
            value=Signal::derive(move || settings.language.get().code())
            autofocus=settings.first_field.get_untracked() == SettingsField::Language
            on_change=Callback::new(change)
        />
    }
}

#[component]
fn ThemeField() -> impl IntoView {
    let t = &use_texts().settings;
    let settings = expect_context::<Settings>();
    let name = |theme| match theme {
        Theme::System => t.theme_system,
        Theme::Light => t.theme_light,
        Theme::Dark => t.theme_dark,
    };
    let options = Theme::VARIANTS
        .iter()
        .map(|theme| (theme.into_str(), name(*theme).to_owned()))
        .collect();
    let change = move |code: String| {
        if let Ok(theme) = code.parse() {
            settings.set_theme(theme);
        }
    };
    view! {
        <Select
            id="theme"
            label=t.theme
            options
            value=Signal::derive(move || settings.theme.get().into_str())
            on_change=Callback::new(change)
        />
    }
}

#[component]
fn ShortcutsField() -> impl IntoView {
    let t = &use_texts().settings;
    let shortcuts = expect_context::<Shortcuts>();
    view! {
        <div class="field">
            <Checkbox
                label=t.single_keys
                checked=shortcuts.is_on
                described_by="single-keys-note"
                on_change=Callback::new(move |is_on| shortcuts.set_on(is_on))
            />
            <p class="field__hint" id="single-keys-note">
                {t.single_keys_note}
            </p>
        </div>
    }
}
