//! Owns: the head of the page: the name, what data this is, Help and Settings. Refuses: anything of a query.

use leptos::prelude::Set;

use crate::components::ui::button::{ButtonVariant, bare_button, button, said};
use crate::components::ui::icon::{icon, shape};
use crate::components::tag::{Tag, tag};
use crate::state::locale::texts;
use crate::state::settings::Settings;
use crate::state::shortcuts::Shortcuts;

/// The head; while `sample` holds, "Sample data" stays in sight.
pub fn masthead(
    settings: Settings,
    shortcuts: Shortcuts,
    sample: impl Fn() -> bool + Copy + 'static,
    leave_sample: impl Fn() + Copy + 'static,
) -> Vec<Tag> {
    let t = texts();
    let badge = move || {
        let shown = settings.is_proxy() && !sample();
        shown
            .then(|| said("p", t.proxy_note).class("badge"))
            .into_iter()
            .collect()
    };
    let bar = move || {
        if !sample() {
            return Vec::new();
        }
        let bar = tag("section")
            .class("sample-bar")
            .attr("aria-label", t.sample_badge)
            .with(said("strong", t.sample_badge))
            .with(said("span", t.sample_note))
            .with(button(ButtonVariant::Text, t.leave_sample, leave_sample));
        vec![bar]
    };
    let picture = tag("img")
        .attr("src", "favicon.svg")
        .attr("alt", "")
        .attr("width", "28")
        .attr("height", "28");
    let name = tag("div")
        .class("masthead__name")
        .with(picture)
        .with(said("h1", "ClipCart"))
        .with(said("p", t.tagline));
    let open = bare_button(ButtonVariant::Plain)
        .attr("id", "open-settings")
        .with(icon(shape::GEAR))
        .text(t.settings);
    let help = bare_button(ButtonVariant::Plain)
        .with(icon(shape::HELP))
        .text(t.help);
    vec![
        tag("header")
            .class("masthead")
            .with(name)
            .with(tag("div").class("as-is").live(badge))
            .with(help.press(move || shortcuts.help.set(true)))
            .with(open.press(move || settings.show())),
        tag("div").class("as-is").live(bar),
    ]
}
