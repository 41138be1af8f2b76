//! Owns: taking the API key: masked, trimmed, filled by nobody but the user, and forgotten on request.
//! Refuses: showing a key that was taken; a new one replaces it.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button, button, said};
use crate::components::tag::{Tag, tag};
use crate::domain::deployment::api_key::ApiKey;
use crate::i18n::Texts;
use crate::state::settings::Settings;

/// The key's part of the Settings.
pub fn key_field(settings: Settings, t: &'static Texts) -> Tag {
    let typed = RwSignal::new(String::new());
    let keep = RwSignal::new(settings.key_is_kept());
    let masked = RwSignal::new(true);
    let bad = RwSignal::new(false);
    let forgotten = RwSignal::new(false);
    let has_key = move || settings.key.with(Option::is_some);
    let save = move || match ApiKey::new(&typed.get_untracked()) {
        Some(key) => {
            settings.set_key(key, keep.get_untracked());
            typed.set(String::new());
            masked.set(true);
            settings.open.set(false);
        }
        None => {
            bad.set(true);
            settings.focus_field();
        }
    };
    let forget = move || {
        settings.forget_key();
        keep.set(false);
        forgotten.set(true);
        settings.focus_field();
    };
    let state = move || match (has_key(), forgotten.get()) {
        (true, _) => t.key_set.to_owned(),
        (false, true) => t.key_forgotten.to_owned(),
        (false, false) => String::new(),
    };
    let input = tag("input")
        .attr("id", "api-key")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("data-1p-ignore", "true")
        .attr("data-bwignore", "true")
        .attr("data-lpignore", "true")
        .attr("aria-describedby", "api-key-note api-key-problem")
        // Not of type password, which browsers fill in and offer to store whatever is asked of them.
        .attr("type", "text")
        .live_attr("class", move || masked.get().then_some("masked"))
        .live_attr("aria-invalid", move || bad.get().then_some("true"))
        .live_prop("value", move || typed.get().into())
        .on("input", move |event| {
            bad.set(false);
            typed.set(event_target_value(&event));
        })
        .on("change", move |_| {
            typed.update(|typed| *typed = typed.trim().to_owned())
        });
    let show = bare_button(ButtonVariant::Plain)
        .live_text(move || if masked.get() { t.show_key } else { t.hide_key }.to_owned())
        .press(move || masked.update(|masked| *masked = !*masked));
    let row = tag("div").class("field__row").with(input).with(show).with(
        said("button", t.save)
            .attr("type", "submit")
            .class("button button--primary"),
    );
    let problem = tag("p")
        .class("field__problem")
        .attr("id", "api-key-problem")
        .attr("role", "alert")
        .live_text(move || if bad.get() { t.api_key_bad } else { "" }.to_owned());
    let field = tag("div")
        .class("field")
        .with(said("label", t.api_key).attr("for", "api-key"))
        .with(row)
        .with(problem)
        .with(
            said("p", t.api_key_note)
                .class("field__hint")
                .attr("id", "api-key-note"),
        );
    let keeping = tag("input")
        .attr("type", "checkbox")
        .live_prop("checked", move || keep.get().into())
        .on("change", move |event| {
            keep.set(event_target_checked(&event));
            settings.keep_key(keep.get_untracked());
        });
    let forget_button = move || match has_key() {
        true => vec![button(ButtonVariant::Plain, t.forget_key, forget)],
        false => Vec::new(),
    };
    let state = tag("p")
        .class("settings__key-state")
        .with(tag("span").attr("role", "status").live_text(state))
        .with(tag("span").class("as-is").live(forget_button));
    tag("form")
        .class("settings__group")
        .attr("autocomplete", "off")
        .with(field)
        .with(
            tag("label")
                .class("check")
                .with(keeping)
                .text(t.keep_for_tab),
        )
        .with(state)
        .on("submit", move |event| {
            event.prevent_default();
            save();
        })
}
