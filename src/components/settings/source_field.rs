//! Where data comes from: shown where the deployment fixes it, chosen where it does not.

use leptos::prelude::*;

use crate::components::ui::checkbox::Checkbox;
use crate::components::ui::radio::Radio;
use crate::components::ui::show::Show;
use crate::domain::deployment::{Mode, Source};
use crate::state::covers::Covers;
use crate::state::locale::use_texts;
use crate::state::products::Products;
use crate::state::settings::Settings;

/// The address that a proxy has unless another is entered.
const DEFAULT_PROXY: &str = "/api";

/// The data source's part of the Settings.
#[component]
pub fn SourceField() -> impl IntoView {
    let t = &use_texts().settings;
    let settings = expect_context::<Settings>();
    let source = match settings.is_source_fixed() {
        true => view! { <FixedSource /> }.into_any(),
        false => view! { <SourceChoice /> }.into_any(),
    };
    let note = move || match settings.is_proxy() {
        true => t.source_proxy_note,
        false => t.source_direct_note,
    };
    view! {
        <fieldset class="field-group">
            <legend>{t.data_source}</legend>
            {source}
            <p class="field__hint">{move || note()}</p>
            <Refusals />
            <SignCovers />
        </fieldset>
    }
}

/// What this data source does not have: it was refused, and is not asked for again.
#[component]
fn Refusals() -> impl IntoView {
    let t = &use_texts().settings;
    // A page without them, such as a test's, asks for nothing.
    let (covers, products) = (use_context::<Covers>(), use_context::<Products>());
    let refusals = move || {
        let covers = covers.is_some_and(|covers| covers.is_refused.get());
        let products = products.is_some_and(|products| products.is_unavailable.get());
        let texts = [
            covers.then_some(t.covers_refused),
            products.then_some(t.products_refused),
        ];
        let texts = texts.into_iter().flatten();
        texts
            .map(|text| view! { <p class="field__hint">{text}</p> })
            .collect_view()
    };
    view! { {move || refusals()} }
}

/// The user's agreement that their key signs covers, to be given and taken back.
#[component]
fn SignCovers() -> impl IntoView {
    let t = &use_texts().settings;
    let covers = use_context::<Covers>()?;
    let needs_agreement = Memo::new(move |_| covers.needs_agreement());
    let change = move |agrees| match agrees {
        true => covers.agree(),
        false => covers.take_back(),
    };
    Some(view! {
        <Show when=move || needs_agreement.get()>
            <Checkbox
                label=t.sign_covers
                checked=covers.has_agreed
                described_by="sign-covers-note"
                on_change=Callback::new(change)
            />
            <p class="field__hint" id="sign-covers-note">{t.sign_covers_note}</p>
        </Show>
    })
}

#[component]
fn FixedSource() -> impl IntoView {
    let t = &use_texts().settings;
    let source = expect_context::<Settings>().source.get_untracked();
    let name = match source.mode() {
        Mode::Direct => t.source_direct,
        Mode::Proxy => t.source_proxy,
    };
    view! {
        <p>
            <strong>{name}</strong>
            " "
            <code>{source.base().to_owned()}</code>
        </p>
        <p class="field__hint">{t.fixed_by_deployment}</p>
    }
}

#[component]
fn SourceChoice() -> impl IntoView {
    let t = &use_texts().settings;
    let settings = expect_context::<Settings>();
    let is_proxy = Memo::new(move |_| settings.is_proxy());
    let choose_proxy = move || {
        if let Ok(source) = Source::new(Mode::Proxy, DEFAULT_PROXY) {
            settings.set_source(source);
        }
    };
    view! {
        <Radio
            name="source"
            checked=Signal::derive(move || !is_proxy.get())
            on_select=move || settings.set_source(Source::default())
        >
            {t.source_direct}
        </Radio>
        <Radio name="source" checked=is_proxy on_select=choose_proxy>
            {t.source_proxy}
        </Radio>
        <Show when=move || is_proxy.get()>
            <ProxyAddress />
        </Show>
    }
}

#[component]
fn ProxyAddress() -> impl IntoView {
    let t = &use_texts().settings;
    let settings = expect_context::<Settings>();
    let is_invalid = RwSignal::new(false);
    let change = move |address: String| {
        let source = Source::new(Mode::Proxy, &address);
        is_invalid.set(source.is_err());
        if let Ok(source) = source {
            settings.set_source(source);
        }
    };
    view! {
        <div class="field">
            <label for="proxy-address">{t.proxy_address}</label>
            <input
                type="text"
                id="proxy-address"
                inputmode="url"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                aria-describedby="proxy-address-problem"
                aria-invalid=move || is_invalid.get().then_some("true")
                value=settings.source.with_untracked(|source| source.base().to_owned())
                on:change=move |event| change(event_target_value(&event))
            />
            <p class="field__problem" id="proxy-address-problem" role="alert">
                {move || is_invalid.get().then_some(t.proxy_address_problem)}
            </p>
        </div>
    }
}
