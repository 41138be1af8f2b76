//! Owns: where data comes from, to be read, or chosen where the deployment leaves it open.
//! Refuses: addresses that a page can't use safely.

use leptos::prelude::*;

use super::drawing::{Drawn, draw, flag, live, words};
use crate::domain::source::{Mode, Source};
use crate::messages::Texts;
use crate::state::settings::Settings;

/// The address that a proxy usually has.
const USUAL_PROXY: &str = "/api";

/// Direct or proxy, with the proxy's address.
pub fn source_field(settings: Settings, t: &'static Texts) -> Drawn {
    let note = move || if settings.is_proxy() { t.source_proxy_note } else { t.source_direct_note }.to_owned();
    let source = if settings.source_is_fixed() { stated(settings, t) } else { choice(settings, t) };
    draw(view! {
        <fieldset class="settings__group">
            <legend>{t.data_source}</legend>
            {source}
            <p class="field__hint">{words(note)}</p>
        </fieldset>
    })
}

fn stated(settings: Settings, t: &'static Texts) -> Drawn {
    let name = if settings.is_proxy() { t.source_proxy } else { t.source_direct };
    draw(view! {
        <p>
            <strong>{name}</strong>
            " "
            <code>{settings.source.with(|source| source.base().to_owned())}</code>
        </p>
        <p class="field__hint">{t.fixed_by_deployment}</p>
    })
}

fn choice(settings: Settings, t: &'static Texts) -> Drawn {
    let bad = RwSignal::new(false);
    let take = Callback::new(move |base: String| match Source::new(Mode::Proxy, &base) {
        Ok(source) => {
            bad.set(false);
            settings.set_source(source);
        }
        Err(_) => bad.set(true),
    });
    let address = live(move || match settings.is_proxy() {
        true => proxy_address(settings, bad, take, t),
        false => draw(()),
    });
    let direct = Callback::new(move |()| settings.set_source(Source::default()));
    let proxy = Callback::new(move |()| take.run(USUAL_PROXY.to_owned()));
    draw(view! {
        {radio(t.source_direct, !settings.is_proxy(), direct)}
        {radio(t.source_proxy, settings.is_proxy(), proxy)}
        {address}
    })
}

fn radio(label: &'static str, chosen: bool, pick: Callback<()>) -> Drawn {
    draw(view! {
        <label class="check">
            <input type="radio" name="source" checked=chosen on:change=move |_| pick.run(()) />
            {label}
        </label>
    })
}

fn proxy_address(settings: Settings, bad: RwSignal<bool>, take: Callback<String>, t: &'static Texts) -> Drawn {
    draw(view! {
        <div class="field">
            <label for="proxy-address">{t.proxy_address}</label>
            <input
                id="proxy-address"
                type="text"
                inputmode="url"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                aria-describedby="proxy-address-problem"
                aria-invalid=flag(move || bad.get())
                value=settings.source.with_untracked(|source| source.base().to_owned())
                on:change=move |event| take.run(event_target_value(&event))
            />
            <p class="field__problem" id="proxy-address-problem" role="alert">
                {words(move || if bad.get() { t.proxy_address_bad } else { "" }.to_owned())}
            </p>
        </div>
    })
}
