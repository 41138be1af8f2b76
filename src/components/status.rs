//! Owns: the results region: the one place where a `Remote` is matched.
//! Refuses: hiding what earlier answers brought.

use leptos::prelude::*;

use super::failure::{Failure, NextSteps};
use super::held::Held;
use super::intro::Intro;
use super::toolbar::Toolbar;
use super::video_card::VideoCard;
use crate::api::wire::{RowFault, Unreadable};
use crate::domain::query::Address;
use crate::domain::remote::Remote;
use crate::messages::Texts;
use crate::state::form::Form;
use crate::state::locale::texts;
use crate::state::playing::Playing;
use crate::state::search::{Page, Search};
use crate::state::settings::Settings;

/// The region "Results".
#[component]
pub fn Results(search: Search, settings: Settings, form: Form, playing: Playing) -> impl IntoView {
    let t = texts();
    let remote = search.page();
    let address = search.address();
    let shown = Memo::new(move |_| remote.with(|remote| remote.shown().cloned()));
    let sample = Memo::new(move |_| address.with(|address| address.sample));
    let open_settings = Callback::new(move |()| settings.open.set(true));
    let steps = NextSteps {
        again: Callback::new(move |()| search.again(false)),
        settings: open_settings,
        edit: Callback::new(move |()| form.focus()),
    };
    let try_sample = Callback::new(move |()| search.go(Address { sample: true, query: None }));
    let before = move || match remote.get() {
        Remote::Idle if address.with(|address| address.query.is_none()) => {
            view! { <Intro sample=try_sample /> }.into_any()
        }
        Remote::Idle => view! {
            <Held
                needs_key=Signal::derive(move || settings.needs_key())
                run=steps.again
                settings=open_settings
                sample=try_sample
            />
        }
        .into_any(),
        Remote::Loading(previous) => {
            let rows = address.with(|address| address.query.as_ref().map_or(10, |query| query.size.get()));
            let skeletons = previous.is_none().then_some(rows).unwrap_or_default();
            view! { <Loading skeletons cancel=Callback::new(move |()| search.cancel()) t /> }.into_any()
        }
        Remote::Failed(error, previous) => view! {
            <Failure
                error
                proxy=settings.is_proxy()
                kept=previous.is_some()
                price=if sample.get() { t.free } else { t.one_credit }
                steps
            />
        }
        .into_any(),
        Remote::Ready(_) => ().into_any(),
    };
    let results = move || {
        shown.get().map(|page| {
            let sample = sample.get();
            view! {
                <Toolbar page=page.clone() sample search />
                <PageNotes page=page.clone() sample t />
                <div class="cards">
                    {page
                        .answer
                        .videos
                        .into_iter()
                        .map(|video| view! { <VideoCard video playing /> })
                        .collect_view()}
                </div>
            }
        })
    };
    view! {
        <section class="results" id="results" aria-label=t.results tabindex="-1">
            {before}
            {results}
        </section>
    }
}

/// Progress with the outlines of what is to come.
#[component]
fn Loading(skeletons: u8, cancel: Callback<()>, t: &'static Texts) -> impl IntoView {
    view! {
        <div class="progress">
            <div class="progress__bar" role="progressbar" aria-label=t.loading></div>
            <p role="status">{t.loading}</p>
            <button type="button" class="button button--text" on:click=move |_| cancel.run(())>
                {t.cancel}
            </button>
        </div>
        <div class="cards" aria-hidden="true">
            {(0..skeletons)
                .map(|_| {
                    view! {
                        <div class="card card--skeleton">
                            <div class="media"></div>
                            <div class="card__figures"></div>
                            <div class="card__about"></div>
                        </div>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// What a page lacks: rows at all, rows that could be read, ids without a row.
#[component]
fn PageNotes(page: Page, sample: bool, t: &'static Texts) -> impl IntoView {
    let Page { query, answer, .. } = page;
    let first = query.page.previous().is_none();
    let empty = (answer.rows == 0).then(|| {
        let advice = match (sample, first) {
            (true, true) => t.empty_sample,
            (false, true) => t.empty_advice,
            (_, false) => t.empty_later_page,
        };
        view! {
            <div class="panel">
                <h3>{t.empty_title}</h3>
                <p>{advice}</p>
            </div>
        }
    });
    // Only a first page that is also the last says of an id that it has no row at all.
    let whole = first && answer.is_last(query.size) && answer.unreadable.is_empty() && answer.rows > 0;
    let missing: Vec<_> = query
        .ids
        .iter()
        .filter(|id| whole && answer.videos.iter().all(|video| video.id != *id))
        .map(|id| view! { <li><code>{id.to_string()}</code></li> })
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <details class="notice">
                <summary>{(t.without_rows)(missing.len())}</summary>
                <ul>{missing}</ul>
            </details>
        }
    });
    let unreadable = (!answer.unreadable.is_empty()).then(|| {
        let lines = answer.unreadable.iter().map(|Unreadable { row, reason }| {
            let reason = match reason {
                RowFault::Malformed(detail) => (t.row_malformed)(detail),
                RowFault::NoVideoId => t.row_without_id.to_owned(),
                RowFault::NotANumber(field) => (t.row_not_a_number)(field),
            };
            view! { <li>{(t.unreadable_row)(*row)} ": " {reason}</li> }
        });
        view! {
            <div class="notice notice--problem" role="alert">
                <p>{(t.unreadable_rows)(answer.unreadable.len())}</p>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
    });
    (empty, missing, unreadable)
}
