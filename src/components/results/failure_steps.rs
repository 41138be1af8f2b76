//! What the user can do about an error, as buttons.

use leptos::prelude::*;

use super::empty_states::TrySample;
use super::price::{CreditPrice, FreePrice};
use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::countdown::CountdownButton;
use crate::components::ui::external_link::ExternalLink;
use crate::domain::search::error::{ErrorSource, SearchError};
use crate::state::form::Form;
use crate::state::locale::use_texts;
use crate::state::navigation::reload_page;
use crate::state::search::Search;
use crate::state::settings::Settings;

const DASHBOARD: &str = "https://keyapi.ai/app/dashboard";

/// How long to wait after "too many requests" when the API does not say, in seconds.
const DEFAULT_WAIT: u32 = 5;

#[component]
pub fn FailureSteps(error: SearchError) -> impl IntoView {
    let t = use_texts();
    let settings = expect_context::<Settings>();
    let form = expect_context::<Form>();
    let search = expect_context::<Search>();
    let is_proxy = settings.is_proxy();
    use ButtonVariant::{Primary, Secondary};
    let steps = match &error {
        SearchError::KeyNeeded => view! {
            <Button variant=Primary on_click=move || settings.open()>{t.errors.add_key}</Button>
            <TrySample />
        }
        .into_any(),
        SearchError::InvalidRequest(_) => view! {
            <Button variant=Primary on_click=move || form.edit()>{t.search.edit_search}</Button>
        }
        .into_any(),
        SearchError::KeyRefused(_) if !is_proxy => view! {
            <OpenSettings variant=Primary />
            <TryAgain variant=Secondary />
        }
        .into_any(),
        SearchError::SignInNeeded(_) => view! { <Reload variant=Primary label=t.errors.sign_in /> }.into_any(),
        // Only the operator of the site can change something. After that, trying again helps.
        SearchError::ProxyRefused(_) => view! { <TryAgain variant=Secondary /> }.into_any(),
        _ if error.long_wait().is_some() => view! { <TryAgain variant=Secondary /> }.into_any(),
        SearchError::KeyRefused(note) if note.source == ErrorSource::Intermediary => view! {
            <Reload variant=Primary label=t.errors.reload />
            <TryAgain variant=Secondary />
        }
        .into_any(),
        SearchError::QuotaUsedUp(_) if !is_proxy => view! {
            <ExternalLink href=DASHBOARD text=t.errors.open_dashboard />
            <TryAgain variant=Primary />
        }
        .into_any(),
        SearchError::TooFast { seconds, .. } => view! {
            <CountdownButton seconds=seconds.unwrap_or(DEFAULT_WAIT) on_click=move || search.refresh() />
            <Price />
        }
        .into_any(),
        SearchError::Blocked | SearchError::NotJson(_) => view! {
            <TryAgain variant=Primary />
            {is_proxy.then(|| view! { <Reload variant=Secondary label=t.errors.reload /> })}
            {(!settings.is_source_fixed()).then(|| view! { <OpenSettings variant=Secondary /> })}
        }
        .into_any(),
        _ => view! { <TryAgain variant=Primary /> }.into_any(),
    };
    view! { <div class="panel__steps">{steps}</div> }
}

#[component]
fn TryAgain(variant: ButtonVariant) -> impl IntoView {
    let t = use_texts();
    let search = expect_context::<Search>();
    view! {
        <Button variant on_click=move || search.refresh()>{t.common.try_again}</Button>
        <Price />
    }
}

/// What trying again costs.
#[component]
fn Price() -> impl IntoView {
    let search = expect_context::<Search>();
    match untrack(|| search.is_sample()) {
        true => view! { <FreePrice /> }.into_any(),
        false => view! { <CreditPrice /> }.into_any(),
    }
}

#[component]
fn OpenSettings(variant: ButtonVariant) -> impl IntoView {
    let t = use_texts();
    let settings = expect_context::<Settings>();
    view! { <Button variant on_click=move || settings.open()>{t.errors.open_settings}</Button> }
}

/// The query is in the address: a reload, with whatever sign-in that needs, keeps it.
#[component]
fn Reload(variant: ButtonVariant, label: &'static str) -> impl IntoView {
    view! { <Button variant on_click=reload_page>{label}</Button> }
}
