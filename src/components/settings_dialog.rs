//! Owns: the Settings dialog. Refuses: sending the key anywhere; it hands it to the settings.
//!
//! Its texts follow a change of language in place, so that the focus stays where it is.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;

use super::icon::{Icon, shape};
use super::source_field::SourceField;
use crate::domain::key::ApiKey;
use crate::messages::{Language, Texts};
use crate::state::settings::{Settings, Theme};

/// The dialog; open while `settings.open` is.
#[component]
pub fn SettingsDialog(settings: Settings) -> impl IntoView {
    let t = move || settings.language.get().texts();
    let dialog = NodeRef::<Dialog>::new();
    let key_input = NodeRef::<Input>::new();
    // Showing a dialog is the document's own state, and it keeps where the focus was.
    Effect::new(move |_| {
        let open = settings.open.get();
        if let Some(dialog) = dialog.get() {
            match (open, dialog.open()) {
                (true, false) => {
                    let _ = dialog.show_modal();
                    if let Some(input) = key_input.get_untracked() {
                        let _ = input.focus();
                    }
                }
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    view! {
        <dialog
            class="settings"
            node_ref=dialog
            aria-labelledby="settings-title"
            on:close=move |_| settings.open.set(false)
        >
            <div class="settings__head">
                <h2 id="settings-title">{move || t().settings}</h2>
                <button type="button" class="button button--quiet" on:click=move |_| settings.open.set(false)>
                    <Icon path=shape::CLOSE />
                    {move || t().close}
                </button>
            </div>
            <SourceField settings />
            {move || (!settings.is_proxy()).then(|| view! { <KeyField settings input=key_input /> })}
            <div class="settings__row">
                <LanguageField settings />
                <ThemeField settings />
            </div>
        </dialog>
    }
}

/// The key: masked, trimmed, kept by nobody but us, and only as long as wished.
#[component]
fn KeyField(settings: Settings, input: NodeRef<Input>) -> impl IntoView {
    let t = move || settings.language.get().texts();
    let typed = RwSignal::new(String::new());
    let keep = RwSignal::new(settings.key_is_kept());
    let shown = RwSignal::new(false);
    let bad = RwSignal::new(false);
    let forgotten = RwSignal::new(false);
    let has_key = Memo::new(move |_| settings.key.with(Option::is_some));
    let save = move || match ApiKey::new(&typed.get_untracked()) {
        Some(key) => {
            settings.set_key(key, keep.get_untracked());
            typed.set(String::new());
            forgotten.set(false);
            settings.open.set(false);
        }
        None => {
            bad.set(true);
            if let Some(input) = input.get_untracked() {
                let _ = input.focus();
            }
        }
    };
    let said = move || match (bad.get(), has_key.get(), forgotten.get()) {
        (true, ..) => "",
        (_, true, _) => t().key_set,
        (_, _, true) => t().key_forgotten,
        _ => "",
    };
    view! {
        <form
            class="settings__group"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <div class="field">
                <label for="api-key">{move || t().api_key}</label>
                <div class="field__row">
                    <input
                        id="api-key"
                        node_ref=input
                        type=move || if shown.get() { "text" } else { "password" }
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        data-1p-ignore
                        data-bwignore
                        data-lpignore="true"
                        aria-describedby="api-key-note api-key-problem"
                        aria-invalid=move || bad.get().then_some("true")
                        prop:value=typed
                        on:input=move |event| {
                            bad.set(false);
                            typed.set(event_target_value(&event));
                        }
                        on:change=move |_| typed.update(|typed| *typed = typed.trim().to_owned())
                    />
                    <button
                        type="button"
                        class="button"
                        aria-pressed=move || shown.get().to_string()
                        on:click=move |_| shown.update(|shown| *shown = !*shown)
                    >
                        {move || if shown.get() { t().hide_key } else { t().show_key }}
                    </button>
                    <button type="submit" class="button button--primary">{move || t().save}</button>
                </div>
                <p class="field__problem" id="api-key-problem" role="alert">
                    {move || bad.get().then(|| t().api_key_bad)}
                </p>
                <p class="field__hint" id="api-key-note">{move || t().api_key_note}</p>
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=keep
                    on:change=move |event| {
                        let wished = event_target_checked(&event);
                        keep.set(wished);
                        settings.keep_key(wished);
                    }
                />
                {move || t().keep_for_tab}
            </label>
            <p class="settings__key-state">
                <span role="status">{said}</span>
                {move || {
                    has_key
                        .get()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    on:click=move |_| {
                                        settings.forget_key();
                                        keep.set(false);
                                        forgotten.set(true);
                                        if let Some(input) = input.get_untracked() {
                                            let _ = input.focus();
                                        }
                                    }
                                >
                                    {move || t().forget_key}
                                </button>
                            }
                        })
                }}
            </p>
        </form>
    }
}

#[component]
fn LanguageField(settings: Settings) -> impl IntoView {
    let pick = move |event: web_sys::Event| {
        if let Some(language) = Language::from_tag(&event_target_value(&event)) {
            settings.set_language(language);
        }
    };
    view! {
        <div class="field">
            <label for="language">{move || settings.language.get().texts().language}</label>
            <select id="language" prop:value=move || settings.language.get().code() on:change=pick>
                {Language::ALL
                    .map(|language| {
                        let chosen = settings.language.get_untracked() == language;
                        view! {
                            <option value=language.code() lang=language.tag() selected=chosen>
                                {language.name()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

#[component]
fn ThemeField(settings: Settings) -> impl IntoView {
    let t = move || settings.language.get().texts();
    let option = move |theme: Theme, name: fn(&Texts) -> &'static str| {
        let chosen = settings.theme.get_untracked() == theme;
        view! {
            <option value=theme.code().unwrap_or_default() selected=chosen>
                {move || name(t())}
            </option>
        }
    };
    view! {
        <div class="field">
            <label for="theme">{move || t().theme}</label>
            <select
                id="theme"
                on:change=move |event| settings.set_theme(Theme::from_code(&event_target_value(&event)))
            >
                {option(Theme::System, |t| t.theme_system)}
                {option(Theme::Light, |t| t.theme_light)}
                {option(Theme::Dark, |t| t.theme_dark)}
            </select>
        </div>
    }
}
