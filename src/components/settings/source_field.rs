//! Owns: where data comes from, to be read, or chosen where the deployment leaves it open.
//! Refuses: addresses that a page can't use safely.

use leptos::prelude::*;

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::deployment::{Mode, Source};
use crate::i18n::Texts;
use crate::state::derived::derived;
use crate::state::settings::Settings;

/// The address that a proxy usually has.
const USUAL_PROXY: &str = "/api";

/// Direct or proxy, with the proxy's address.
pub fn source_field(settings: Settings, t: &'static Texts) -> Tag {
    let note = move || {
        if settings.is_proxy() {
            t.source_proxy_note
        } else {
            t.source_direct_note
        }
        .to_owned()
    };
    let source = if settings.source_is_fixed() {
        stated(settings, t)
    } else {
        choice(settings, t)
    };
    tag("fieldset")
        .class("settings__group")
        .with(said("legend", t.data_source))
        .with_all(source)
        .with(tag("p").class("field__hint").live_text(note))
}

fn base(settings: Settings) -> String {
    settings
        .source
        .with_untracked(|source| source.base().to_owned())
}

fn stated(settings: Settings, t: &'static Texts) -> Vec<Tag> {
    let name = if untrack(|| settings.is_proxy()) {
        t.source_proxy
    } else {
        t.source_direct
    };
    let source = tag("p")
        .with(said("strong", name))
        .text(" ")
        .with(said("code", &base(settings)));
    vec![
        source,
        said("p", t.fixed_by_deployment).class("field__hint"),
    ]
}

fn choice(settings: Settings, t: &'static Texts) -> Vec<Tag> {
    // A memo: another address of the proxy must not draw the field anew in which it is typed.
    let proxy = derived(move || settings.is_proxy());
    let bad = RwSignal::new(false);
    let take = move |base: &str| match Source::new(Mode::Proxy, base) {
        Ok(source) => {
            bad.set(false);
            settings.set_source(source);
        }
        Err(_) => bad.set(true),
    };
    let address = move || {
        if !proxy.get() {
            return Vec::new();
        }
        let input = tag("input")
            .attr("id", "proxy-address")
            .attr("type", "text")
            .attr("inputmode", "url")
            .attr("spellcheck", "false")
            .attr("autocapitalize", "off")
            .attr("autocomplete", "off")
            .attr("aria-describedby", "proxy-address-problem")
            .attr("value", &base(settings))
            .live_attr("aria-invalid", move || bad.get().then_some("true"))
            .on("change", move |event| take(&event_target_value(&event)));
        let problem = tag("p")
            .class("field__problem")
            .attr("id", "proxy-address-problem")
            .attr("role", "alert")
            .live_text(move || if bad.get() { t.proxy_address_bad } else { "" }.to_owned());
        vec![
            said("label", t.proxy_address).attr("for", "proxy-address"),
            input,
            problem,
        ]
    };
    // How it is at first: the radio buttons keep their own state from then on.
    let chosen = proxy.get_untracked();
    vec![
        radio(t.source_direct, !chosen, move || {
            settings.set_source(Source::default())
        }),
        radio(t.source_proxy, chosen, move || take(USUAL_PROXY)),
        tag("div").class("field").live(address),
    ]
}

fn radio(label: &str, chosen: bool, pick: impl Fn() + 'static) -> Tag {
    let input = tag("input")
        .attr("type", "radio")
        .attr("name", "source")
        .on("change", move |_| pick());
    let input = if chosen {
        input.attr("checked", "")
    } else {
        input
    };
    tag("label").class("check").with(input).text(label)
}
