//! An error: what happened, what it may have cost, what the API said, and the next steps.

use leptos::prelude::*;

use super::failure_steps::FailureSteps;
use crate::components::ui::copy_button::CopyButton;
use crate::domain::search::error::{ApiNote, Cost, SearchError};
use crate::state::clock::now;
use crate::state::locale::{use_locale, use_texts};
use crate::state::search::Search;
use crate::state::settings::Settings;

/// The error panel. `has_earlier`: earlier results are still shown below.
#[component]
pub fn FailurePanel(error: SearchError, has_earlier: bool) -> impl IntoView {
    view! {
        <div class="panel panel--problem">
            <FailureMessage error=error.clone() has_earlier />
            <FailureSteps error />
        </div>
    }
}

/// What happened, what it may have cost, and what the API said.
#[component]
pub fn FailureMessage(error: SearchError, has_earlier: bool) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let settings = expect_context::<Settings>();
    let search = expect_context::<Search>();
    let text = (t.errors.failure)(&error, settings.is_proxy());
    let cost = match untrack(|| search.is_sample()) {
        true => Cost::None,
        false => error.cost(),
    };
    let detail = match &error {
        SearchError::UnexpectedShape(detail, _) => Some(view! { <code>{*detail}</code> }),
        _ => None,
    };
    let available_again = error.long_wait().map(|seconds| {
        let time = locale.formats().date(now() + u64::from(seconds));
        view! { <p>{(t.errors.available_again)(&time)}</p> }
    });
    let note = error.note().filter(|_| !is_said_already(&error)).cloned();
    let request_id = error
        .note()
        .map(|note| note.request_id.clone())
        .filter(|id| !id.is_empty());
    view! {
        // What changes stays out of the alert, which would be read anew at each second of a countdown.
        <div class="panel__alert" role="alert">
            <h2>{text.title}</h2>
            <p>{text.advice}</p>
            {available_again}
            {detail}
            <p class="panel__cost">{(t.errors.cost)(cost)}</p>
            {has_earlier.then(|| view! { <p>{t.errors.earlier_results}</p> })}
            {note.map(|note| view! { <ApiMessage note /> })}
        </div>
        {request_id
            .map(|id| {
                view! {
                    <CopyButton
                        label=t.common.copy_request_id
                        copied=t.common.copied
                        text=move || id.clone()
                    />
                }
            })}
    }
}

/// A proxy says in English what title and advice have said already, unless it is about the query.
fn is_said_already(error: &SearchError) -> bool {
    error.cost() == Cost::None
        && !matches!(
            error,
            SearchError::InvalidRequest(_) | SearchError::ProxyRefused(_)
        )
}

/// What the response itself says, whether it is from the API or from a proxy.
#[component]
fn ApiMessage(note: ApiNote) -> impl IntoView {
    let t = use_texts();
    let code = note.code.map(|code| code.to_string()).unwrap_or_default();
    let facts = [
        (t.errors.message, note.message),
        (t.errors.code, code),
        (t.common.request_id, note.request_id),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="note">{facts}</dl> }
}
