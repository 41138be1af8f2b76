//! Owns: the Settings dialog: language, theme and single keys, and the place of source and key.
//! Refuses: keeping settings; it hands them on.

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::ui::select::choice;
use crate::components::ui::dialog::dialog;
use crate::components::settings::key_field::key_field;
use crate::components::settings::source_field::source_field;
use crate::components::tag::{Tag, tag};
use crate::i18n::{Language, Texts};
use crate::state::locale::texts;
use crate::state::settings::{Settings, Theme};
use crate::state::shortcuts::Shortcuts;

/// The dialog; open while `settings.open` is.
pub fn settings_dialog(settings: Settings, shortcuts: Shortcuts) -> Tag {
    let t = texts();
    let key = move || {
        settings.closings.track();
        if settings.is_proxy() {
            Vec::new()
        } else {
            vec![key_field(settings, t)]
        }
    };
    let looks = tag("div")
        .class("settings__row")
        .with(language_field(settings, t))
        .with(theme_field(settings, t));
    dialog("settings", t.settings, settings.open, move || {
        settings.focus_field()
    })
    .with(source_field(settings, t))
    .with(tag("div").class("as-is").live(key))
    .with(looks)
    .with(single_keys(shortcuts, t))
    .on("close", move |_| settings.closed())
}

fn single_keys(shortcuts: Shortcuts, t: &'static Texts) -> Tag {
    let switch = tag("input")
        .attr("type", "checkbox")
        .attr("aria-describedby", "single-keys-note")
        .live_prop("checked", move || shortcuts.on.get().into())
        .on("change", move |event| {
            shortcuts.set_on(event_target_checked(&event))
        });
    let label = tag("label").class("check").with(switch).text(t.single_keys);
    tag("div").class("field").with(label).with(
        said("p", t.single_keys_note)
            .class("field__hint")
            .attr("id", "single-keys-note"),
    )
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
