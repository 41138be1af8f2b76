//! Owns: the results region: the one place where a `Remote` is matched.
//! Refuses: hiding what earlier answers brought.

use leptos::prelude::*;

use crate::components::ui::button::{ButtonVariant, button, said};
use crate::components::results::failure::{Steps, failure};
use crate::components::results::empty_states::{intro, needs_consent};
use crate::components::results::notes::notes;
use crate::components::results::plain::plain;
use crate::components::tag::{Tag, tag};
use crate::components::results::toolbar::{origin, summary, toolbar};
use crate::components::results::ways::coming;
use crate::domain::videos::answer::CacheStatus;
use crate::domain::search::error::SearchError;
use crate::domain::query::url::AppUrl;
use crate::domain::search::remote::Remote;
use crate::i18n::Texts;
use crate::state::derived::derived;
use crate::state::desk_program::Stage;
use crate::state::locale::locale;
use crate::state::playing::Playing;
use crate::state::search::Search;

/// The region "Results".
pub fn results(steps: Steps, playing: Playing) -> Tag {
    let locale = locale();
    let t = locale.texts;
    let Steps {
        search,
        settings,
        program,
        ..
    } = steps;
    let shown = derived(move || search.with_page(|page| page.shown().cloned()));
    let before = move || {
        let AppUrl { sample, query } = search.address();
        let before = search.with_page(|page| match (page, query) {
            (Remote::Ready(_), _) => None,
            (Remote::Idle, None) => Some(intro(search)),
            (Remote::Idle, Some(_)) => Some(needs_consent(search)),
            // The key was given meanwhile; it is still for the user to say that it may be used.
            (Remote::Failed(SearchError::KeyNeeded, _), _) if !settings.needs_key() => {
                Some(needs_consent(search))
            }
            (Remote::Loading(Some(_)), _) => Some(loading(0, search, t)),
            (Remote::Loading(None), query) => Some(loading(
                query.map_or(10, |query| query.size.get()),
                search,
                t,
            )),
            (Remote::Failed(error, previous), _) => {
                Some(failure(error, previous.is_some(), sample, steps))
            }
        });
        before.into_iter().collect()
    };
    let stage = derived(move || program.stage());
    let bar = move || {
        // Another page of results starts with all players closed.
        playing.stop();
        let Some(page) = shown.get() else {
            return Vec::new();
        };
        program.load_if_wanted();
        let sample = untrack(|| search.is_sample());
        let mut parts = vec![toolbar(&page, sample, search, settings)];
        parts.extend(notes(&page, sample, t));
        parts
    };
    let cards = move || match (shown.get(), stage.get()) {
        (Some(_), Stage::Coming) => vec![coming()],
        (Some(page), Stage::Plain) => plain(&page, program, playing),
        _ => Vec::new(),
    };
    // One place for all pages of results, so that the analysis stays as it is from one to the next.
    let analysis = tag("div").class("as-is");
    let place = analysis.element().clone();
    let analysis = analysis.following(move || {
        shown.with(|page| program.show(&place, locale.language, page.as_ref(), search));
    });
    // There from the start, and the same element throughout: only so is a change of it announced.
    let announced = move || {
        search.with_page(|page| match page {
            Remote::Loading(_) => t.loading.to_owned(),
            Remote::Ready(page) => {
                let mut said = summary(page, locale);
                // What is new needs no word.
                if page.origin != CacheStatus::Api {
                    said.push(origin(page, locale));
                }
                said.join(", ")
            }
            Remote::Idle | Remote::Failed(..) => String::new(),
        })
    };
    tag("section")
        .class("results")
        .attr("id", "results")
        .attr("aria-label", t.results)
        .attr("tabindex", "-1")
        .with(said("h2", t.results).class("vh"))
        .with(
            tag("p")
                .class("vh")
                .attr("role", "status")
                .live_text(announced),
        )
        .with(tag("div").class("as-is").live(before))
        .with(tag("div").class("as-is").live(bar))
        .with(tag("div").class("as-is").live(cards))
        .with(analysis)
}

/// Progress with the outlines of what is to come.
fn loading(outlines: u8, search: Search, t: &'static Texts) -> Tag {
    let outline = |_| {
        ["media", "card__sales", "card__about"]
            .iter()
            .fold(tag("div").class("card card--skeleton"), |card, part| {
                card.with(tag("div").class(part))
            })
    };
    let bar = tag("div")
        .class("progress__bar")
        .attr("role", "progressbar")
        .attr("aria-label", t.loading);
    let progress = tag("div")
        .class("progress")
        .with(bar)
        .with(said("p", t.loading))
        .with(button(ButtonVariant::Text, t.cancel, move || search.cancel()));
    let outlines = tag("div")
        .class("cards")
        .attr("aria-hidden", "true")
        .with_all((0..outlines).map(outline));
    tag("div").class("as-is").with(progress).with(outlines)
}
