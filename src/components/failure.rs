//! Owns: an error on the page: what happened, what it may have cost, what the API said, and the next
//! step as a button. Refuses: taking that step by itself.

use super::button::{Look, button, price, said};
use super::copying::copy_button;
use super::countdown::countdown_button;
use super::external::external;
use super::held::try_sample;
use super::tag::{Tag, tag};
use crate::domain::error::{ApiNote, SearchError};
use crate::messages::Texts;
use crate::state::form::Form;
use crate::state::locale::texts;
use crate::state::search::Search;
use crate::state::settings::Settings;

const DASHBOARD: &str = "https://keyapi.ai/app/dashboard";

/// How long to wait after "too many requests" when the API does not say, in seconds.
const USUAL_WAIT: u32 = 5;

/// What the next steps act on.
#[derive(Clone, Copy)]
pub struct Steps {
    pub search: Search,
    pub settings: Settings,
    pub form: Form,
}

/// The error panel. `kept` says that something of before is still shown below; `cost` is what trying
/// again costs.
pub fn failure(error: &SearchError, kept: bool, cost: &str, steps: Steps) -> Tag {
    let t = texts();
    let proxy = steps.settings.is_proxy();
    let text = (t.failure)(error, proxy);
    let detail = match error {
        SearchError::UnexpectedShape(detail, _) => Some(said("code", detail)),
        _ => None,
    };
    let id = error
        .note()
        .map(|note| note.request_id.clone())
        .filter(|id| !id.is_empty());
    let what = tag("div")
        .class("panel__alert")
        .attr("role", "alert")
        .with(said("h2", text.title))
        .with(said("p", text.advice))
        .with_all(detail)
        .with(said("p", (t.cost)(error.cost())).class("panel__cost"))
        .with_all(kept.then(|| said("p", t.kept_from_before)))
        .with_all(error.note().map(|note| api_note(note, t)));
    // What changes stays out of the alert, which would be read anew at each second of a countdown.
    tag("div")
        .class("panel panel--problem")
        .with(what)
        .with_all(id.map(|id| copy_button(t.copy_request_id, t.copied, id)))
        .with(
            tag("div")
                .class("panel__steps")
                .with_all(next_step(error, proxy, cost, steps, t)),
        )
}

/// The API's own words.
fn api_note(note: &ApiNote, t: &'static Texts) -> Tag {
    let code = note.code.map(|code| code.to_string()).unwrap_or_default();
    let lines = [
        (t.api_said, &note.message),
        (t.api_code, &code),
        (t.request_id, &note.request_id),
    ];
    let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
    let lines = lines.map(|(name, value)| {
        tag("div")
            .with(said("dt", name))
            .with(said("dd", value).attr("dir", "auto"))
    });
    tag("dl").class("note").with_all(lines)
}

fn next_step(
    error: &SearchError,
    proxy: bool,
    cost: &str,
    steps: Steps,
    t: &'static Texts,
) -> Vec<Tag> {
    let Steps {
        search,
        settings,
        form,
    } = steps;
    let again = |look: Look| button(look, t.try_again, move || search.again(true));
    let settings = |look: Look| button(look, t.open_settings, move || settings.show());
    match error {
        SearchError::KeyNeeded => {
            vec![
                button(Look::Primary, t.add_key, move || steps.settings.show()),
                try_sample(search),
            ]
        }
        SearchError::InvalidRequest(_) => {
            vec![button(Look::Primary, t.edit_query, move || form.focus())]
        }
        SearchError::KeyRefused(_) if !proxy => {
            vec![settings(Look::Primary), again(Look::Plain), price(cost)]
        }
        SearchError::QuotaUsedUp(_) => {
            vec![
                external(DASHBOARD, t.open_dashboard),
                again(Look::Primary),
                price(cost),
            ]
        }
        SearchError::TooFast { seconds, .. } => {
            let seconds = seconds.unwrap_or(USUAL_WAIT);
            vec![
                countdown_button(seconds, move || search.again(true)),
                price(cost),
            ]
        }
        SearchError::Blocked | SearchError::NotJson(_) if !steps.settings.source_is_fixed() => {
            vec![again(Look::Primary), price(cost), settings(Look::Plain)]
        }
        _ => vec![again(Look::Primary), price(cost)],
    }
}
