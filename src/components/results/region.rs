//! The region itself. This is the one place where the search's [`Remote`] is matched.

use leptos::html;
use leptos::prelude::*;

use super::all_pages_toggle::AllPagesToggle;
use super::current_view::CurrentView;
use super::empty_states::{ConsentPanel, Intro};
use super::failure::FailurePanel;
use super::loading::Loading;
use super::notes::Notes;
use super::preload::{preload_all_soon, preload_view};
use super::result_facts::{data_origin, result_facts};
use super::toolbar::Toolbar;
use super::view_bar::ViewBar;
use crate::components::filter::chips::FilterChips;
use crate::components::summary::SummaryBar;
use crate::components::ui::show::Show;
use crate::domain::search::error::SearchError;
use crate::domain::search::remote::Remote;
use crate::domain::videos::response::CacheStatus;
use crate::state::analysis::Analysis;
use crate::state::locale::{Locale, use_locale};
use crate::state::search::Search;
use crate::state::settings::Settings;

#[component]
pub fn Results(region: NodeRef<html::Section>) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let search = expect_context::<Search>();
    let analysis = expect_context::<Analysis>();
    let has_results = Memo::new(move |_| analysis.page.with(Option::is_some));
    // While the response is on its way.
    preload_view(analysis.mode.get_untracked());
    Effect::new(move || {
        if has_results.get() {
            preload_all_soon();
        }
    });
    let page = move || {
        let page = analysis.page.get()?;
        Some(view! {
            <Toolbar page=page.clone() />
            <Notes page />
        })
    };
    view! {
        <section class="results" id="results" aria-label=t.results.title tabindex="-1" node_ref=region>
            <h2 class="visually-hidden">{t.results.title}</h2>
            // The same element throughout: only so is a change of its text announced.
            <p class="visually-hidden" role="status">{move || announcement(search, locale)}</p>
            <SearchState />
            {move || page()}
            <Show when=move || has_results.get()>
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
    move || {
        let query = search.url().query;
        search.with_page(|page| match page {
            Remote::Ready(_) => ().into_any(),
            Remote::Idle if query.is_none() => view! { <Intro /> }.into_any(),
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
                let outlines = query.map_or(10, |query| query.size.get());
                view! { <Loading outlines /> }.into_any()
            }
        })
    }
}

/// What a screen reader says of the search.
fn announcement(search: Search, locale: Locale) -> String {
    search.with_page(|page| match page {
        Remote::Loading(_) => locale.texts.results.loading.to_owned(),
        Remote::Ready(page) => {
            let mut facts = result_facts(page, locale);
            // New data needs no word about its origin.
            if page.cache_status != CacheStatus::Api {
                facts.push(data_origin(page, locale));
            }
            (locale.texts.common.list)(&facts)
        }
        Remote::Idle | Remote::Failed(..) => String::new(),
    })
}
