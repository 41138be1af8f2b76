//! Owns: an error on the page: what happened, what it may have cost, what the API said, and the next
//! step as a button. Refuses: taking that step by itself.

use leptos::prelude::*;

use super::copying::CopyButton;
use super::countdown::CountdownButton;
use super::external::External;
use crate::domain::error::{ApiNote, SearchError};
use crate::messages::Texts;
use crate::state::locale::texts;

const DASHBOARD: &str = "https://keyapi.ai/app/dashboard";

/// How long to wait after "too many requests" when the API does not say, in seconds.
const USUAL_WAIT: u32 = 5;

/// What the buttons do.
#[derive(Clone, Copy)]
pub struct NextSteps {
    pub again: Callback<()>,
    pub settings: Callback<()>,
    pub edit: Callback<()>,
}

/// The error panel. `price` is what trying again costs.
#[component]
pub fn Failure(
    error: SearchError,
    proxy: bool,
    /// Whether something of before is still shown below.
    kept: bool,
    price: &'static str,
    steps: NextSteps,
) -> impl IntoView {
    let t = texts();
    let text = (t.failure)(&error, proxy);
    let detail = match &error {
        SearchError::UnexpectedShape(detail, _) => Some(detail.clone()),
        _ => None,
    };
    view! {
        <div class="panel panel--problem" role="alert">
            <h3>{text.title}</h3>
            <p>{text.advice}</p>
            {detail.map(|detail| view! { <p><code>{detail}</code></p> })}
            <p class="panel__cost">{(t.cost)(error.cost())}</p>
            {kept.then(|| view! { <p>{t.kept_from_before}</p> })}
            {error.note().cloned().map(|note| view! { <Note note t /> })}
            <div class="panel__steps">{next_step(&error, proxy, price, steps, t)}</div>
        </div>
    }
}

/// The API's own words.
#[component]
fn Note(note: ApiNote, t: &'static Texts) -> impl IntoView {
    let ApiNote { code, message, request_id } = note;
    let with_id = !request_id.is_empty();
    let shown_id = request_id.clone();
    view! {
        <dl class="note">
            {(!message.is_empty())
                .then(|| view! { <div><dt>{t.api_said}</dt><dd dir="auto">{message}</dd></div> })}
            {code.map(|code| view! { <div><dt>{t.api_code}</dt><dd>{code}</dd></div> })}
            {with_id.then(|| view! { <div><dt>{t.request_id}</dt><dd><code>{shown_id}</code></dd></div> })}
        </dl>
        {with_id
            .then(|| {
                view! {
                    <CopyButton label=t.copy_request_id done=t.copied text=Signal::stored(request_id) />
                }
            })}
    }
}

fn next_step(
    error: &SearchError,
    proxy: bool,
    price: &'static str,
    NextSteps { again, settings, edit }: NextSteps,
    t: &'static Texts,
) -> AnyView {
    let button = move |primary: bool, label: &'static str, press: Callback<()>| {
        view! {
            <button
                type="button"
                class="button"
                class:button--primary=primary
                on:click=move |_| press.run(())
            >
                {label}
            </button>
        }
    };
    let again_button = move |primary: bool| {
        (button(primary, t.try_again, again), view! { <span class="price">{price}</span> })
    };
    match error {
        SearchError::InvalidRequest(_) => button(true, t.edit_query, edit).into_any(),
        SearchError::KeyRefused(_) if !proxy => {
            (button(true, t.open_settings, settings), again_button(false)).into_any()
        }
        SearchError::QuotaUsedUp(_) => {
            (view! { <External href=DASHBOARD.to_owned() text=t.open_dashboard /> }, again_button(true)).into_any()
        }
        SearchError::TooFast { seconds, .. } => {
            let seconds = seconds.unwrap_or(USUAL_WAIT);
            view! { <CountdownButton seconds price press=again /> }.into_any()
        }
        SearchError::Blocked | SearchError::NotJson(_) => {
            (again_button(true), button(false, t.open_settings, settings)).into_any()
        }
        _ => again_button(true).into_any(),
    }
}
