//! The API key: masked, and filled in by nobody but the user. A key that was saved is never shown again.

use leptos::html;
use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::checkbox::Checkbox;
use crate::components::ui::input_value::follow_value;
use crate::components::ui::show::Show;
use crate::domain::deployment::api_key::ApiKey;
use crate::state::locale::use_texts;
use crate::state::settings::{Settings, SettingsField};

/// The key's part of the Settings. Saving a key closes the dialog.
#[component]
pub fn KeyField() -> impl IntoView {
    let t = &use_texts().settings;
    let settings = expect_context::<Settings>();
    let input = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    follow_value(input, typed);
    let is_masked = RwSignal::new(true);
    let is_invalid = RwSignal::new(false);
    let is_stored = RwSignal::new(settings.is_key_stored());
    let was_forgotten = RwSignal::new(false);

    let focus = move || {
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    let save = move || match typed.with_untracked(|typed| ApiKey::new(typed)) {
        Some(key) => {
            settings.set_key(key, is_stored.get_untracked());
            settings.close();
        }
        None => {
            is_invalid.set(true);
            focus();
        }
    };
    let forget = move || {
        settings.forget_key();
        is_stored.set(false);
        was_forgotten.set(true);
        focus();
    };
    let store = move |store| {
        is_stored.set(store);
        settings.store_key(store);
    };
    let has_key = move || settings.key.with(Option::is_some);
    let state = move || match (has_key(), was_forgotten.get()) {
        (true, _) => t.key_set,
        (false, true) => t.key_forgotten,
        (false, false) => "",
    };
    view! {
        <form
            class="field-group"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <div class="field">
                <label for="api-key">{t.api_key}</label>
                <div class="field__row">
                    // Not of type password: browsers fill those in and offer to save them, whatever a page says.
                    <input
                        type="text"
                        id="api-key"
                        class:masked=is_masked
                        node_ref=input
                        autofocus=settings.first_field.get_untracked() == SettingsField::Key
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        data-1p-ignore="true"
                        data-bwignore="true"
                        data-lpignore="true"
                        aria-describedby="api-key-note api-key-problem"
                        aria-invalid=move || is_invalid.get().then_some("true")
                        on:input=move |event| {
                            is_invalid.set(false);
                            typed.set(event_target_value(&event));
                        }
                        on:change=move |event| typed.set(event_target_value(&event).trim().to_owned())
                    />
                    <Button on_click=move || {
                        is_masked.update(|masked| *masked = !*masked)
                    }>{move || if is_masked.get() { t.show_key } else { t.hide_key }}</Button>
                    <button type="submit" class=ButtonVariant::Primary.class()>
                        {t.save}
                    </button>
                </div>
                <p class="field__problem" id="api-key-problem" role="alert">
                    {move || is_invalid.get().then_some(t.api_key_problem)}
                </p>
                <p class="field__hint" id="api-key-note">
                    {t.api_key_note}
                </p>
            </div>
            <Checkbox label=t.keep_for_tab checked=is_stored on_change=Callback::new(store) />
            <p class="settings__key-state">
                <span role="status">{move || state()}</span>
                <Show when=has_key>
                    <Button on_click=forget>{t.forget_key}</Button>
                </Show>
            </p>
        </form>
    }
}
