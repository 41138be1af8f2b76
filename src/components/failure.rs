//! Owns: an error on the page: what happened, what it may have cost, what the API said, and the next
//! step as a button. Refuses: taking that step by itself.

use leptos::prelude::*;

use super::button::{Look, button, price};
use super::copying::copy_button;
use super::countdown::countdown_button;
use super::drawing::{Drawn, draw, each};
use super::external::external;
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

/// The error panel. `kept` says that something of before is still shown below; `cost` is what trying
/// again costs.
pub fn failure(error: &SearchError, proxy: bool, kept: bool, cost: &'static str, steps: NextSteps) -> Drawn {
    let t = texts();
    let text = (t.failure)(error, proxy);
    let detail = match error {
        SearchError::UnexpectedShape(detail, _) => Some(detail.clone()),
        _ => None,
    };
    draw(view! {
        <div class="panel panel--problem" role="alert">
            <h3>{text.title}</h3>
            <p>{text.advice}</p>
            {each(detail.map(|detail| view! { <code>{detail}</code> }))}
            <p class="panel__cost">{(t.cost)(error.cost())}</p>
            {each(kept.then(|| view! { <p>{t.kept_from_before}</p> }))}
            {each(error.note().map(|note| api_note(note, t)))}
            <div class="panel__steps">{next_step(error, proxy, cost, steps, t)}</div>
        </div>
    })
}

/// The API's own words.
fn api_note(note: &ApiNote, t: &'static Texts) -> Drawn {
    let code = note.code.map(|code| code.to_string()).unwrap_or_default();
    let lines = [(t.api_said, &note.message), (t.api_code, &code), (t.request_id, &note.request_id)];
    let lines = each(lines.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd dir="auto">{value.clone()}</dd>
            </div>
        }
    }));
    let id = &note.request_id;
    let copy = (!id.is_empty()).then(|| copy_button(t.copy_request_id, t.copied, id.clone()));
    draw(view! {
        <dl class="note">{lines}</dl>
        {each(copy)}
    })
}

fn next_step(
    error: &SearchError,
    proxy: bool,
    cost: &'static str,
    steps: NextSteps,
    t: &'static Texts,
) -> Vec<Drawn> {
    let again = |look: Look| button(look, t.try_again, steps.again);
    let settings = |look: Look| button(look, t.open_settings, steps.settings);
    match error {
        SearchError::InvalidRequest(_) => vec![button(Look::Primary, t.edit_query, steps.edit)],
        SearchError::KeyRefused(_) if !proxy => {
            vec![settings(Look::Primary), again(Look::Plain), price(cost)]
        }
        SearchError::QuotaUsedUp(_) => {
            let dashboard = external(DASHBOARD.to_owned(), t.open_dashboard.to_owned());
            vec![dashboard, again(Look::Primary), price(cost)]
        }
        SearchError::TooFast { seconds, .. } => {
            vec![countdown_button(seconds.unwrap_or(USUAL_WAIT), steps.again), price(cost)]
        }
        SearchError::Blocked | SearchError::NotJson(_) => {
            vec![again(Look::Primary), price(cost), settings(Look::Plain)]
        }
        _ => vec![again(Look::Primary), price(cost)],
    }
}
