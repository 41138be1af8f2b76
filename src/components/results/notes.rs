//! What the results lack: any rows, rows and values that could be read, rows for some ids.

use std::collections::HashSet;

use leptos::prelude::*;

use crate::components::ui::copy_button::CopyButton;
use crate::components::ui::lazy_view::{LazyView, lazy};
use crate::components::ui::show::Show;
use crate::domain::ids::{VideoId, one_per_line};
use crate::domain::videos::response::{OddValue, RowFault, Unreadable};
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;
use crate::state::page::Page;
use crate::state::runs::Runs;
use crate::state::search::Search;

/// More faults than this are counted, not listed.
const LISTED: usize = 100;

#[component]
pub fn Notes() -> impl IntoView {
    let search = expect_context::<Search>();
    let analysis = expect_context::<Analysis>();
    let pages = analysis.pages;
    let missing = ids_without_data();
    let no_data = move || {
        let has_rows = pages.with(|pages| pages.iter().any(|page| page.row_count > 0));
        let is_first = analysis.page.with(|page| {
            let page = page.as_ref()?;
            Some(page.query.page.previous().is_none())
        });
        let is_first = is_first.filter(|_| !has_rows)?;
        Some(view! { <NoData is_first is_sample=search.is_sample() /> })
    };
    let has_faults = |page: &Page| !page.unreadable.is_empty() || !page.odd_values.is_empty();
    let has_lists = Memo::new(move |_| {
        !missing.with(Vec::is_empty) || pages.with(|pages| pages.iter().any(has_faults))
    });
    view! {
        {no_data}
        <Show when=move || has_lists.get()>
            <LazyView load=move |()| note_lists(missing) />
        </Show>
    }
}

lazy! { panels: fn note_lists(missing: Memo<Vec<VideoId>>) -> AnyView = view! { <Lists missing /> }.into_any() }

#[component]
fn Lists(missing: Memo<Vec<VideoId>>) -> impl IntoView {
    let pages = expect_context::<Analysis>().pages;
    let missing = move || {
        let ids = missing.get();
        (!ids.is_empty()).then(|| view! { <MissingIds ids /> })
    };
    let unreadable = move || {
        let rows = pages.with(|pages| of_pages(pages, |page| &page.unreadable));
        (!rows.is_empty()).then(|| view! { <UnreadableRows rows /> })
    };
    let odd_values = move || {
        let values = pages.with(|pages| of_pages(pages, |page| &page.odd_values));
        (!values.is_empty()).then(|| view! { <OddValues values /> })
    };
    view! {
        {missing}
        {unreadable}
        {odd_values}
    }
}

/// What each page has, with the page's number among the pages; with one page there is no number.
fn of_pages<T: Clone>(pages: &[Page], of: impl Fn(&Page) -> &[T]) -> Vec<(Option<usize>, T)> {
    let has_several = pages.len() > 1;
    let numbered = pages.iter().zip(1..);
    let all = numbered.flat_map(|(page, number)| {
        let values = of(page).iter().cloned();
        values
            .map(move |value| (has_several.then_some(number), value))
            .collect::<Vec<_>>()
    });
    all.collect()
}

/// The ids that have no row, once all answers are here. A search without any row says so by itself.
fn ids_without_data() -> Memo<Vec<VideoId>> {
    let search = expect_context::<Search>();
    let analysis = expect_context::<Analysis>();
    let runs = expect_context::<Runs>();
    Memo::new(move |_| {
        let Some((query, rows)) = search.url().query.zip(analysis.rows.get()) else {
            return Vec::new();
        };
        let with_rows: HashSet<VideoId> = rows.videos().iter().map(|video| video.id).collect();
        let is_readable = analysis
            .pages
            .with(|pages| pages.iter().all(|page| page.unreadable.is_empty()));
        if runs.is_run() {
            if !runs.is_finished() || !is_readable {
                return Vec::new();
            }
            // All but those that have failed; those whose saved answers have no row, too.
            let failed: HashSet<VideoId> = runs.failed_ids().into_iter().collect();
            let ids = query.ids().iter();
            return ids
                .filter(|id| !with_rows.contains(id) && !failed.contains(id))
                .collect();
        }
        let is_complete = analysis.pages.with(|pages| {
            pages
                .first()
                .is_some_and(|page| page.query.page.previous().is_none())
                && pages.last().is_some_and(Page::is_last)
                && is_readable
        });
        match is_complete && !rows.is_empty() {
            true => query
                .ids()
                .iter()
                .filter(|id| !with_rows.contains(id))
                .collect(),
            false => Vec::new(),
        }
    })
}

#[component]
fn NoData(is_first: bool, is_sample: bool) -> impl IntoView {
    let t = use_texts();
    let advice = match (is_first, is_sample) {
        (false, _) => t.results.empty_later_page,
        (true, true) => t.results.empty_sample,
        (true, false) => t.results.empty_advice,
    };
    view! {
        <div class="panel">
            <h2>{t.results.empty_title}</h2>
            <p>{advice}</p>
        </div>
    }
}

#[component]
fn MissingIds(ids: Vec<VideoId>) -> impl IntoView {
    let t = use_texts();
    let summary = (t.results.ids_without_data)(ids.len());
    let text = one_per_line(ids.iter().copied());
    let ids = ids.iter().take(LISTED).map(VideoId::to_string).collect();
    view! {
        <FoldedList summary items=ids>
            <p class="field__hint">{t.results.no_data_reason}</p>
            <CopyButton
                label=t.runs.copy_ids
                copied=t.common.copied
                text=move || text.clone()
            />
        </FoldedList>
    }
}

#[component]
fn UnreadableRows(rows: Vec<(Option<usize>, Unreadable)>) -> impl IntoView {
    let t = use_texts();
    let count = rows.len();
    let reasons = rows
        .into_iter()
        .take(LISTED)
        .map(|(page, Unreadable { row, reason })| {
            let reason = match reason {
                RowFault::NotAnObject => t.results.row_not_an_object.to_owned(),
                RowFault::NoVideoId => t.results.row_without_id.to_owned(),
            };
            let row = (t.results.unreadable_row)(page, row);
            view! { <li>{(t.common.labeled)(&row, &reason)}</li> }
        })
        .collect_view();
    view! {
        <div class="notice notice--problem" role="alert">
            <p>{(t.results.unreadable_rows)(count)}</p>
            <ul>{reasons}</ul>
        </div>
    }
}

#[component]
fn OddValues(values: Vec<(Option<usize>, OddValue)>) -> impl IntoView {
    let t = use_texts();
    let summary = (t.results.odd_values)(values.len());
    let values = values
        .into_iter()
        .take(LISTED)
        .map(|(page, OddValue { row, field })| {
            let row = (t.results.unreadable_row)(page, row);
            (t.common.labeled)(&row, &(t.results.not_a_number)(field))
        })
        .collect();
    view! { <FoldedList summary items=values /> }
}

/// A notice whose list is folded away.
#[component]
fn FoldedList(
    summary: String,
    items: Vec<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|item| view! { <li>{item}</li> })
        .collect_view();
    view! {
        <div class="notice">
            <details>
                <summary>{summary}</summary>
                <ul>{items}</ul>
            </details>
            {children.map(|children| children())}
        </div>
    }
}
