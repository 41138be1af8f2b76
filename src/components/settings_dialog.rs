//! Owns: the Settings dialog: language and theme, and the frame for source and key.
//! Refuses: keeping settings; it hands them on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::button::{Look, bare_button, said};
use super::choice::choice;
use super::icon::{icon, shape};
use super::key_field::key_field;
use super::source_field::source_field;
use super::tag::{Tag, tag};
use crate::messages::{Language, Texts};
use crate::state::effect::effect;
use crate::state::locale::texts;
use crate::state::settings::{Settings, Theme};

/// The dialog; open while `settings.open` is.
pub fn settings_dialog(settings: Settings) -> Tag {
    let t = texts();
    let key = move || {
        settings.closings.track();
        if settings.is_proxy() {
            Vec::new()
        } else {
            vec![key_field(settings, t)]
        }
    };
    let close = bare_button(Look::Plain)
        .class("button button--quiet")
        .with(icon(shape::CLOSE))
        .text(t.close)
        .press(move || settings.open.set(false));
    let head = tag("div")
        .class("settings__head")
        .with(said("h2", t.settings).attr("id", "settings-title"))
        .with(close);
    let looks = tag("div")
        .class("settings__row")
        .with(language_field(settings, t))
        .with(theme_field(settings, t));
    let dialog = tag("dialog")
        .class("settings")
        .attr("aria-labelledby", "settings-title")
        .with(head)
        .with(source_field(settings, t))
        .with(tag("div").class("as-is").live(key))
        .with(looks)
        .on("close", move |_| settings.closed());
    if let Some(element) = dialog.element().dyn_ref::<HtmlDialogElement>().cloned() {
        // Showing a dialog is the document's own state, and it keeps where the focus was.
        effect(move || {
            let open = settings.open.get();
            if open && !element.open() && element.show_modal().is_ok() {
                settings.focus_field();
            } else if !open {
                element.close();
            }
        });
    }
    dialog
}

fn language_field(settings: Settings, t: &'static Texts) -> Tag {
    let options = Language::ALL.map(|language| (language.code(), language.name()));
    let chosen = move || settings.language.get_untracked().code();
    choice("language", t.language, options, chosen, move |code| {
        if let Some(language) = Language::from_tag(&code) {
            settings.set_language(language);
        }
    })
}

fn theme_field(settings: Settings, t: &'static Texts) -> Tag {
    let code = |theme: Theme| theme.code().unwrap_or("");
    let options = [
        (code(Theme::System), t.theme_system),
        (code(Theme::Light), t.theme_light),
        (code(Theme::Dark), t.theme_dark),
    ];
    let chosen = move || code(settings.theme());
    choice("theme", t.theme, options, chosen, move |code| {
        settings.set_theme(Theme::from_code(&code))
    })
}
