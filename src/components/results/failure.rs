//! Owns: an error on the page: what happened, what it may have cost, what the API said, and the next
//! step as a button. Refuses: taking that step by itself.

use crate::components::ui::button::{ButtonVariant, button, credit, price, said};
use crate::components::ui::copying::copy_button;
use crate::components::ui::countdown::countdown_button;
use crate::components::ui::external::external;
use crate::components::results::empty_states::try_sample;
use crate::components::tag::{Tag, tag};
use crate::domain::search::error::{ApiNote, Cost, SearchError, ErrorSource};
use crate::i18n::Texts;
use crate::state::clock::now;
use crate::state::desk_program::DeskProgram;
use crate::state::form::Form;
use crate::state::locale::locale;
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
    pub program: DeskProgram,
}

/// The error panel. `kept` says that something of before is still shown below; in the `sample` trying
/// again is free.
pub fn failure(error: &SearchError, kept: bool, sample: bool, steps: Steps) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let proxy = steps.settings.is_proxy();
    let text = (t.failure)(error, proxy);
    let detail = match error {
        SearchError::UnexpectedShape(detail, _) => Some(said("code", detail)),
        _ => None,
    };
    let opens = error.long_wait().map(|seconds| {
        let when = locale.formats().date(now() + u64::from(seconds));
        said("p", &(t.opens_again)(&when))
    });
    let id = error
        .note()
        .map(|note| note.request_id.clone())
        .filter(|id| !id.is_empty());
    // A proxy says in English what title and advice have said already, unless it is about the query.
    let told = error.cost() == Cost::None
        && !matches!(
            error,
            SearchError::InvalidRequest(_) | SearchError::ProxyRefused(_)
        );
    let words = error.note().filter(|_| !told);
    let what = tag("div")
        .class("panel__alert")
        .attr("role", "alert")
        .with(said("h2", text.title))
        .with(said("p", text.advice))
        .with_all(opens)
        .with_all(detail)
        .with(said("p", (t.cost)(error.cost())).class("panel__cost"))
        .with_all(kept.then(|| said("p", t.kept_from_before)))
        .with_all(words.map(|note| in_its_own_words(note, t)));
    // What changes stays out of the alert, which would be read anew at each second of a countdown.
    tag("div")
        .class("panel panel--problem")
        .with(what)
        .with_all(id.map(|id| copy_button(t.copy_request_id, t.copied, move || id.clone())))
        .with(
            tag("div")
                .class("panel__steps")
                .with_all(next_step(error, proxy, sample, steps, t)),
        )
}

/// What the answer says itself; whoever made it, the API or a proxy.
fn in_its_own_words(note: &ApiNote, t: &'static Texts) -> Tag {
    let code = note.code.map(|code| code.to_string()).unwrap_or_default();
    let lines = [
        (t.message, &note.message),
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
    sample: bool,
    steps: Steps,
    t: &'static Texts,
) -> Vec<Tag> {
    let Steps {
        search,
        settings,
        form,
        ..
    } = steps;
    let again = |look: ButtonVariant| button(look, t.try_again, move || search.again(true));
    let settings = |look: ButtonVariant| button(look, t.open_settings, move || settings.show());
    // The query is in the address: a new start, with whatever sign-in there is, brings it back.
    let reload = |look: ButtonVariant, text: &str| button(look, text, move || search.reload());
    let cost = || {
        if sample {
            price(t.free)
        } else {
            credit(search)
        }
    };
    match error {
        SearchError::KeyNeeded => {
            vec![
                button(ButtonVariant::Primary, t.add_key, move || steps.settings.show()),
                try_sample(search),
            ]
        }
        SearchError::InvalidRequest(_) => {
            vec![button(ButtonVariant::Primary, t.edit_query, move || form.focus())]
        }
        SearchError::KeyRefused(_) if !proxy => {
            vec![settings(ButtonVariant::Primary), again(ButtonVariant::Plain), cost()]
        }
        SearchError::SignInNeeded(_) => vec![reload(ButtonVariant::Primary, t.sign_in)],
        // Nothing changes by trying, but what whoever runs the site may have changed.
        SearchError::ProxyRefused(_) => vec![again(ButtonVariant::Plain), cost()],
        _ if error.long_wait().is_some() => vec![again(ButtonVariant::Plain), cost()],
        SearchError::KeyRefused(note) if note.speaker == ErrorSource::Intermediary => {
            vec![reload(ButtonVariant::Primary, t.reload), again(ButtonVariant::Plain), cost()]
        }
        SearchError::QuotaUsedUp(_) if !proxy => {
            vec![
                external(DASHBOARD, t.open_dashboard),
                again(ButtonVariant::Primary),
                cost(),
            ]
        }
        SearchError::TooFast { seconds, .. } => {
            let seconds = seconds.unwrap_or(USUAL_WAIT);
            vec![
                countdown_button(seconds, move || search.again(true)),
                cost(),
            ]
        }
        SearchError::Blocked | SearchError::NotJson(_) => {
            let mut ways = vec![again(ButtonVariant::Primary), cost()];
            if proxy {
                ways.push(reload(ButtonVariant::Plain, t.reload));
            }
            if !steps.settings.source_is_fixed() {
                ways.push(settings(ButtonVariant::Plain));
            }
            ways
        }
        _ => vec![again(ButtonVariant::Primary), cost()],
    }
}
