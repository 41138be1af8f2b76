//! Owns: taking the API key: masked, trimmed, filled by nobody but the user, and forgotten on request.
//! Refuses: showing a key that was taken; a new one replaces it.

use leptos::prelude::*;

use super::button::{Look, button};
use super::drawing::{Drawn, draw, flag, live, words};
use crate::domain::key::ApiKey;
use crate::messages::Texts;
use crate::state::settings::Settings;

/// The key's part of the Settings.
pub fn key_field(settings: Settings, t: &'static Texts) -> Drawn {
    let typed = RwSignal::new(String::new());
    let keep = RwSignal::new(settings.key_is_kept());
    let masked = RwSignal::new(true);
    let bad = RwSignal::new(false);
    let forgotten = RwSignal::new(false);
    let save = move || match ApiKey::new(&typed.get_untracked()) {
        Some(key) => {
            settings.set_key(key, keep.get_untracked());
            typed.set(String::new());
            settings.open.set(false);
        }
        None => {
            bad.set(true);
            settings.focus_field();
        }
    };
    let forget = Callback::new(move |()| {
        settings.forget_key();
        keep.set(false);
        forgotten.set(true);
        settings.focus_field();
    });
    let state = move || match (settings.key.with(Option::is_some), forgotten.get()) {
        (true, _) => t.key_set,
        (false, true) => t.key_forgotten,
        (false, false) => "",
    };
    let forget_button = live(move || match settings.key.with(Option::is_some) {
        true => button(Look::Plain, t.forget_key, forget),
        false => draw(()),
    });
    draw(view! {
        <form
            class="settings__group"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <div class="field">
                <label for="api-key">{t.api_key}</label>
                <div class="field__row">
                    <input
                        id="api-key"
                        type=words(move || if masked.get() { "password" } else { "text" }.to_owned())
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        data-1p-ignore="true"
                        data-bwignore="true"
                        data-lpignore="true"
                        aria-describedby="api-key-note api-key-problem"
                        aria-invalid=flag(move || bad.get())
                        prop:value=words(move || typed.get())
                        on:input=move |event| {
                            bad.set(false);
                            typed.set(event_target_value(&event));
                        }
                        on:change=move |_| typed.update(|typed| *typed = typed.trim().to_owned())
                    />
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| masked.update(|masked| *masked = !*masked)
                    >
                        {words(move || if masked.get() { t.show_key } else { t.hide_key }.to_owned())}
                    </button>
                    <button type="submit" class="button button--primary">
                        {t.save}
                    </button>
                </div>
                <p class="field__problem" id="api-key-problem" role="alert">
                    {words(move || if bad.get() { t.api_key_bad } else { "" }.to_owned())}
                </p>
                <p class="field__hint" id="api-key-note">{t.api_key_note}</p>
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || keep.get()
                    on:change=move |event| {
                        keep.set(event_target_checked(&event));
                        settings.keep_key(keep.get_untracked());
                    }
                />
                {t.keep_for_tab}
            </label>
            <p class="settings__key-state">
                <span role="status">{words(move || state().to_owned())}</span>
                {forget_button}
            </p>
        </form>
    })
}
