//! Owns: where data comes from, to be read, or chosen where the deployment leaves it open.
//! Refuses: addresses that a page can't use safely.

use leptos::prelude::*;

use crate::domain::source::{Mode, Source};
use crate::state::settings::Settings;

/// The address that a proxy usually has.
const USUAL_PROXY: &str = "/api";

/// Direct or proxy, with the proxy's address.
#[component]
pub fn SourceField(settings: Settings) -> impl IntoView {
    let t = move || settings.language.get().texts();
    let fixed = settings.source_is_fixed();
    let name = move || if settings.is_proxy() { t().source_proxy } else { t().source_direct };
    let note = move || if settings.is_proxy() { t().source_proxy_note } else { t().source_direct_note };
    let stated = move || {
        view! {
            <p>
                <strong>{name}</strong>
                " "
                <code>{move || settings.source.with(|source| source.base().to_owned())}</code>
            </p>
            <p class="field__hint">{move || t().fixed_by_deployment}</p>
        }
    };
    view! {
        <fieldset class="settings__group">
            <legend>{move || t().data_source}</legend>
            {match fixed {
                true => stated().into_any(),
                false => view! { <Choice settings /> }.into_any(),
            }}
            <p class="field__hint">{note}</p>
        </fieldset>
    }
}

#[component]
fn Choice(settings: Settings) -> impl IntoView {
    let t = move || settings.language.get().texts();
    let bad = RwSignal::new(false);
    let choose = move |proxy: bool| match proxy {
        true => take(settings, Mode::Proxy, USUAL_PROXY, bad),
        false => settings.set_source(Source::default()),
    };
    view! {
        <label class="check">
            <input
                type="radio"
                name="source"
                prop:checked=move || !settings.is_proxy()
                on:change=move |_| choose(false)
            />
            {move || t().source_direct}
        </label>
        <label class="check">
            <input
                type="radio"
                name="source"
                prop:checked=move || settings.is_proxy()
                on:change=move |_| choose(true)
            />
            {move || t().source_proxy}
        </label>
        {move || {
            settings
                .is_proxy()
                .then(|| {
                    view! {
                        <div class="field">
                            <label for="proxy-address">{move || t().proxy_address}</label>
                            <input
                                id="proxy-address"
                                type="text"
                                inputmode="url"
                                spellcheck="false"
                                autocapitalize="off"
                                autocomplete="off"
                                aria-describedby="proxy-address-problem"
                                aria-invalid=move || bad.get().then_some("true")
                                value=settings.source.with_untracked(|source| source.base().to_owned())
                                on:change=move |event| {
                                    take(settings, Mode::Proxy, &event_target_value(&event), bad)
                                }
                            />
                            <p class="field__problem" id="proxy-address-problem" role="alert">
                                {move || bad.get().then(|| t().proxy_address_bad)}
                            </p>
                        </div>
                    }
                })
        }}
    }
}

fn take(settings: Settings, mode: Mode, base: &str, bad: RwSignal<bool>) {
    match Source::new(mode, base) {
        Ok(source) => {
            bad.set(false);
            settings.set_source(source);
        }
        Err(_) => bad.set(true),
    }
}
