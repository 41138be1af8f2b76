//! Owns: the Settings dialog: language and theme, and the frame for source and key.
//! Refuses: keeping settings; it hands them on.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::drawing::{Drawn, draw, each, live};
use super::icon::{icon, shape};
use super::key_field::key_field;
use super::source_field::source_field;
use crate::messages::{Language, Texts};
use crate::state::locale::texts;
use crate::state::settings::{Settings, Theme};

/// The dialog; open while `settings.open` is.
#[component]
pub fn SettingsDialog(settings: Settings) -> impl IntoView {
    let t = texts();
    let dialog = NodeRef::<Dialog>::new();
    // Showing a dialog is the document's own state, and it keeps where the focus was.
    Effect::new(move |_| {
        let open = settings.open.get();
        let Some(dialog) = dialog.get() else { return };
        if open && !dialog.open() && dialog.show_modal().is_ok() {
            settings.focus_field();
        } else if !open {
            dialog.close();
        }
    });
    let key = live(move || if settings.is_proxy() { draw(()) } else { key_field(settings, t) });
    draw(view! {
        <dialog
            class="settings"
            node_ref=dialog
            aria-labelledby="settings-title"
            on:close=move |_| settings.closed()
        >
            <div class="settings__head">
                <h2 id="settings-title">{t.settings}</h2>
                <button type="button" class="button button--quiet" on:click=move |_| settings.open.set(false)>
                    {icon(shape::CLOSE)}
                    {t.close}
                </button>
            </div>
            {source_field(settings, t)}
            {key}
            <div class="settings__row">{language_field(settings, t)} {theme_field(settings, t)}</div>
        </dialog>
    })
}

fn language_field(settings: Settings, t: &'static Texts) -> Drawn {
    let options = Language::ALL.map(|language| {
        (language.code(), language.name(), settings.language.get_untracked() == language)
    });
    let pick = Callback::new(move |code: String| {
        if let Some(language) = Language::from_tag(&code) {
            settings.set_language(language);
        }
    });
    choice("language", t.language, options, pick)
}

fn theme_field(settings: Settings, t: &'static Texts) -> Drawn {
    let options = [(Theme::System, t.theme_system), (Theme::Light, t.theme_light), (Theme::Dark, t.theme_dark)]
        .map(|(theme, name)| (theme.code().unwrap_or(""), name, settings.theme.get_untracked() == theme));
    let pick = Callback::new(move |code: String| settings.set_theme(Theme::from_code(&code)));
    choice("theme", t.theme, options, pick)
}

/// A labelled list of (code, name, whether chosen).
fn choice<const N: usize>(
    id: &'static str,
    label: &'static str,
    options: [(&'static str, &'static str, bool); N],
    pick: Callback<String>,
) -> Drawn {
    let options = each(options.map(|(code, name, chosen)| {
        view! {
            <option value=code selected=chosen>
                {name}
            </option>
        }
    }));
    draw(view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| pick.run(event_target_value(&event))>
                {options}
            </select>
        </div>
    })
}
