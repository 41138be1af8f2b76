//! The region itself. This is the one place where the search's [`Remote`] is matched.

use leptos::html;
use leptos::prelude::*;

use super::all_pages_toggle::AllPagesToggle;
use super::current_view::CurrentView;
use super::empty_states::{ConsentPanel, Intro};
use super::failure::FailurePanel;
use super::load_covers::LoadCovers;
use super::loading::Loading;
use super::notes::Notes;
use super::preload::{preload_all_soon, preload_view};
use super::product_names::ProductNames;
use super::result_facts::{cache_status, data_origin, result_facts};
use super::storage_notice::StorageNotice;
use super::toolbar::Toolbar;
use super::view_bar::ViewBar;
use crate::components::filter::chips::FilterChips;
use crate::components::run::load_rest::LoadRest;
use crate::components::run::run_panel::RunPanel;
use crate::components::run::unfinished_panel::UnfinishedRuns;
use crate::components::summary::SummaryBar;
use crate::components::ui::show::Show;
use crate::domain::query::SearchQuery;
use crate::domain::search::error::SearchError;
use crate::domain::search::remote::Remote;
use crate::domain::videos::response::CacheStatus;
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, use_locale};
use crate::state::runs::Runs;
use crate::state::search::Search;
use crate::state::settings::Settings;

#[component]
pub fn Results(region: NodeRef<html::Section>) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let search = expect_context::<Search>();
    let analysis = expect_context::<Analysis>();
    let runs = expect_context::<Runs>();
    let has_results = Memo::new(move |_| analysis.has_results());
    // While the response is on its way.
    preload_view(analysis.mode.get_untracked());
    Effect::new(move || {
        if has_results.get() {
            preload_all_soon();
        }
    });
    view! {
        <section class="results" id="results" aria-label=t.results.title tabindex="-1" node_ref=region>
            <h2 class="visually-hidden">{t.results.title}</h2>
            // The same element throughout: only so is a change of its text announced.
            <p class="visually-hidden" role="status">{move || announcement(search, runs, analysis, locale)}</p>
            // The sample is not saved, so nothing of it can be lost.
            <Show when=move || !search.is_sample()>
                <StorageNotice />
            </Show>
            <SearchState />
            <Show when=move || has_results.get()>
                <Toolbar />
                <div class="offers">
                    <LoadCovers />
                    <ProductNames />
                </div>
                <LoadRest />
                <Notes />
                <ViewBar />
                <FilterChips />
                <AllPagesToggle />
                <SummaryBar />
                <CurrentView />
            </Show>
        </section>
    }
}

/// What is to be said about the search, above earlier results if there are some.
#[component]
fn SearchState() -> impl IntoView {
    let search = expect_context::<Search>();
    let settings = expect_context::<Settings>();
    let runs = expect_context::<Runs>();
    let is_run = Memo::new(move |_| runs.is_run());
    move || {
        if is_run.get() {
            return view! { <RunPanel /> }.into_any();
        }
        if search.is_reading.get() {
            return ().into_any();
        }
        let query = search.url().query;
        search.with_page(|page| match page {
            Remote::Ready(_) => ().into_any(),
            Remote::Idle if query.is_none() => view! {
                <UnfinishedRuns />
                <Intro />
            }
            .into_any(),
            Remote::Idle => view! { <ConsentPanel /> }.into_any(),
            // The key has been given meanwhile. The user still decides whether it is used.
            Remote::Failed(SearchError::KeyNeeded, _) if !settings.needs_key() => {
                view! { <ConsentPanel /> }.into_any()
            }
            Remote::Failed(error, earlier) => {
                view! { <FailurePanel error=error.clone() has_earlier=earlier.is_some() /> }
                    .into_any()
            }
            Remote::Loading(Some(_)) => view! { <Loading outlines=0 /> }.into_any(),
            Remote::Loading(None) => {
                let outlines = match query {
                    Some(SearchQuery::Page(query)) => query.size.get(),
                    Some(SearchQuery::Videos(ids)) => ids.len().min(10) as u8,
                    None => 10,
                };
                view! { <Loading outlines /> }.into_any()
            }
        })
    }
}

/// What a screen reader says of the search. A run that goes on has a status of its own.
fn announcement(search: Search, runs: Runs, analysis: Analysis, locale: Locale) -> String {
    let is_loading = search.is_loading();
    if is_loading {
        return locale.texts.results.loading.to_owned();
    }
    let is_ready = search.with_page(|page| matches!(page, Remote::Ready(_)));
    let is_ready = is_ready || runs.is_finished();
    let results = search.url().query.zip(analysis.rows.get());
    let Some((query, rows)) = results.filter(|_| is_ready) else {
        return String::new();
    };
    analysis.pages.with(|pages| {
        let mut facts = result_facts(&rows, pages, &query, locale);
        // New data needs no word about its origin.
        if cache_status(pages) != CacheStatus::Api {
            facts.push(data_origin(pages, locale));
        }
        (locale.texts.common.list)(&facts)
    })
}
