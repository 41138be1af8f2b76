//! Owns: the results region: the one place where a `Remote` is matched.
//! Refuses: hiding what earlier answers brought.

use leptos::prelude::*;

use super::button::{Look, button};
use super::drawing::{Drawn, draw, each, live};
use super::failure::{NextSteps, failure};
use super::held::{needs_consent, needs_key};
use super::intro::intro;
use super::notes::notes;
use super::toolbar::toolbar;
use super::video_card::VideoCard;
use crate::domain::query::Address;
use crate::domain::remote::Remote;
use crate::messages::Texts;
use crate::state::form::Form;
use crate::state::locale::texts;
use crate::state::playing::Playing;
use crate::state::search::Search;
use crate::state::settings::Settings;

/// The region "Results".
#[component]
pub fn Results(search: Search, settings: Settings, form: Form, playing: Playing) -> impl IntoView {
    let t = texts();
    let remote = search.page();
    let address = search.address();
    let shown = Memo::new(move |_| remote.with(|remote| remote.shown().cloned()));
    let open_settings = Callback::new(move |()| settings.open.set(true));
    let steps = NextSteps {
        again: Callback::new(move |()| search.again(false)),
        settings: open_settings,
        edit: Callback::new(move |()| form.focus()),
    };
    let try_sample = Callback::new(move |()| search.go(Address { sample: true, query: None }));
    let cancel = Callback::new(move |()| search.cancel());
    let before = live(move || {
        let Address { sample, query } = address.get();
        remote.with(|remote| match (remote, query) {
            (Remote::Idle, None) => intro(try_sample),
            (Remote::Idle, Some(_)) if settings.needs_key() => needs_key(open_settings, try_sample),
            (Remote::Idle, Some(_)) => needs_consent(steps.again),
            (Remote::Loading(Some(_)), _) => loading(0, cancel, t),
            (Remote::Loading(None), query) => loading(query.map_or(10, |query| query.size.get()), cancel, t),
            (Remote::Failed(error, previous), _) => {
                let cost = if sample { t.free } else { t.one_credit };
                failure(error, settings.is_proxy(), previous.is_some(), cost, steps)
            }
            (Remote::Ready(_), _) => draw(()),
        })
    });
    let results = live(move || {
        let Some(page) = shown.get() else { return draw(()) };
        let sample = address.with_untracked(|address| address.sample);
        let (bar, notes) = (toolbar(&page, sample, search), notes(&page, sample, t));
        let cards = page.answer.videos.into_iter().map(|video| view! { <VideoCard video playing /> });
        draw(view! {
            {bar}
            {notes}
            <div class="cards">{each(cards)}</div>
        })
    });
    draw(view! {
        <section class="results" id="results" aria-label=t.results tabindex="-1">
            {before}
            {results}
        </section>
    })
}

/// Progress with the outlines of what is to come.
fn loading(outlines: u8, cancel: Callback<()>, t: &'static Texts) -> Drawn {
    let outlines = each((0..outlines).map(|_| {
        view! {
            <div class="card card--skeleton">
                <div class="media"></div>
                <div class="card__sales"></div>
                <div class="card__about"></div>
            </div>
        }
    }));
    draw(view! {
        <div class="progress">
            <div class="progress__bar" role="progressbar" aria-label=t.loading></div>
            <p role="status">{t.loading}</p>
            {button(Look::Text, t.cancel, cancel)}
        </div>
        <div class="cards" aria-hidden="true">
            {outlines}
        </div>
    })
}
