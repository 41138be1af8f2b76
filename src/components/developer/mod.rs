//! Owns: "For developers": the request as a program, and the answer as it came.
//! Refuses: a key in the page that nobody asked to see; nothing of this is there until it is opened.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, bare_button, button, said};
use crate::components::ui::copying::copy_button;
use crate::components::ui::dialog::dialog_of;
use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};
use crate::domain::developer::json_preview::indented;
use crate::domain::developer::snippet::{Credential, Dialect, snippet};
use crate::i18n::DeveloperTexts;
use crate::state::developer::{download, request};
use crate::state::locale::{Locale, locale};
use crate::state::search::Page;
use crate::state::settings::Settings;

/// How much of an answer is shown, in bytes: what a browser lays out at once.
const SHOWN: usize = 100_000;

/// From so many bytes on, a size is told in kilobytes as well.
const LARGE: usize = 10_240;

/// The button, and the dialog that it opens.
pub fn developer(page: &Page, sample: bool, settings: Settings) -> [Tag; 2] {
    let locale = locale();
    let (t, d) = (locale.texts, locale.developer());
    let open = RwSignal::new(false);
    let page = page.clone();
    let dialog = dialog_of("developer", t.for_developers, open, move || {
        let mut parts = vec![said("h3", d.request)];
        parts.extend(program(&page, sample, settings, d));
        parts.push(said("h3", d.answer));
        parts.extend(answer(&page, sample, locale));
        parts
    });
    let button = bare_button(ButtonVariant::Plain)
        .with(icon(shape::CODE))
        .text(t.for_developers)
        .press(move || open.set(true));
    [button, dialog]
}

fn program(page: &Page, sample: bool, settings: Settings, d: &'static DeveloperTexts) -> Vec<Tag> {
    let url = untrack(|| request(settings, &page.query));
    let proxy = untrack(|| settings.is_proxy());
    let key = settings.key.get_untracked().filter(|_| !proxy && !sample);
    let has_key = key.is_some();
    let chosen = RwSignal::new(Dialect::default());
    let revealed = RwSignal::new(false);
    let choice = |dialect: Dialect| {
        tag("button")
            .attr("type", "button")
            .class("switch__choice")
            .live_attr("aria-pressed", move || {
                Some(if chosen.get() == dialect {
                    "true"
                } else {
                    "false"
                })
            })
            .text(dialect.name())
            .press(move || {
                chosen.set(dialect);
                revealed.set(false);
            })
    };
    let choices = tag("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", d.copy_as)
        .with_all(Dialect::ALL.map(choice));
    // Which language it is changes first, so that no other ever shows the key.
    let shows_key = move || revealed.get() && chosen.get() == Dialect::Curl;
    let text = move || {
        let credential = match &key {
            _ if proxy => Credential::Proxys,
            Some(key) if shows_key() => Credential::Revealed(key),
            _ => Credential::Masked,
        };
        let text = snippet(chosen.get(), &url, credential);
        let done = match shows_key() {
            true => d.copied_with_key,
            false => d.copied,
        };
        vec![
            code(&text, d.request),
            copy_button(d.copy, done, move || text.clone()),
        ]
    };
    let reveal = move || match has_key && chosen.get() == Dialect::Curl {
        true => vec![reveal(revealed, d)],
        false => Vec::new(),
    };
    let note = match (sample, proxy) {
        (true, _) => d.sample_note,
        (_, true) => d.proxy_note,
        _ => d.masked_note,
    };
    let note = move || if shows_key() { d.reveal_warning } else { note }.to_owned();
    vec![
        choices,
        tag("div").class("as-is").live(reveal),
        tag("p")
            .class("field__hint")
            .attr("aria-live", "polite")
            .live_text(note),
        tag("div").class("as-is").live(text),
    ]
}

fn reveal(revealed: RwSignal<bool>, d: &'static DeveloperTexts) -> Tag {
    let switch = tag("input")
        .attr("type", "checkbox")
        .live_prop("checked", move || revealed.get().into())
        .on("change", move |event| {
            revealed.set(event_target_checked(&event))
        });
    tag("label").class("check").with(switch).text(d.reveal)
}

fn answer(page: &Page, sample: bool, locale: Locale) -> Vec<Tag> {
    let (t, d, formats) = (locale.texts, locale.developer(), locale.formats());
    let raw = page.raw.clone();
    let unknown = match sample {
        true => d.from_sample,
        false => d.kept,
    };
    let number = |number: u64| formats.exact(Some(number));
    let told = |value: Option<String>| value.unwrap_or_else(|| unknown.to_owned());
    let status = raw
        .status
        .map(|status| ["HTTP ", &status.to_string()].concat());
    let time = raw
        .milliseconds
        .map(|time| (d.milliseconds)(&number(time.into())));
    let id = match raw.request_id.is_empty() {
        true => d.none,
        false => &raw.request_id,
    };
    let facts = [
        (t.request_id, id.to_owned()),
        (d.status, told(status)),
        (d.time, told(time)),
        (d.size, size(raw.body.len(), locale)),
    ];
    let facts = facts.map(|(name, value)| {
        tag("div")
            .with(said("dt", name))
            .with(said("dd", &value).attr("dir", "auto"))
    });
    let (lines, whole) = indented(&raw.body, SHOWN);
    let refused = RwSignal::new(false);
    let id = (!raw.request_id.is_empty())
        .then(|| raw.clone())
        .map(|raw| copy_button(t.copy_request_id, t.copied, move || raw.request_id.clone()));
    let page = page.clone();
    let file = button(ButtonVariant::Plain, d.download, move || {
        refused.set(!download(&page))
    });
    let copy = copy_button(d.copy_answer, d.answer_copied, move || raw.body.clone());
    let refusal = move || {
        if refused.get() {
            d.download_refused
        } else {
            ""
        }
        .to_owned()
    };
    let note = match whole {
        true => d.lines_note,
        false => d.cut_note,
    };
    vec![
        tag("dl").class("note").with_all(facts),
        tag("div")
            .class("developer__ways")
            .with_all(id)
            .with(copy)
            .with(file),
        tag("p")
            .class("field__problem")
            .attr("role", "alert")
            .live_text(refusal),
        said("p", note).class("field__hint"),
        code(&lines, d.answer),
    ]
}

/// A text as it is, which takes the focus so that keys scroll it.
fn code(text: &str, name: &str) -> Tag {
    tag("pre")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", name)
        .attr("dir", "ltr")
        .attr("translate", "no")
        .with(said("code", text))
}

fn size(bytes: usize, locale: Locale) -> String {
    let number = |number: usize| locale.formats().exact(Some(number as u64));
    let all = (locale.developer().bytes)(&number(bytes));
    match bytes {
        LARGE.. => [&number((bytes + 512) / 1024), " KB · ", &all].concat(),
        _ => all,
    }
}
