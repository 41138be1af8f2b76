//! What a page of results lacks: any rows, rows and values that could be read, rows for some ids.

use leptos::prelude::*;

use crate::domain::ids::VideoId;
use crate::domain::videos::response::{OddValue, RowFault, Unreadable};
use crate::state::locale::use_texts;
use crate::state::page::Page;

#[component]
pub fn Notes(page: Page) -> impl IntoView {
    let is_first = page.query.page.previous().is_none();
    let missing = ids_without_data(&page);
    view! {
        {(page.row_count == 0).then(|| view! { <NoData is_first is_sample=page.is_sample() /> })}
        {(!missing.is_empty()).then(|| view! { <MissingIds ids=missing /> })}
        {(!page.unreadable.is_empty()).then(|| view! { <UnreadableRows rows=page.unreadable.to_vec() /> })}
        {(!page.odd_values.is_empty()).then(|| view! { <OddValues values=page.odd_values.to_vec() /> })}
    }
}

/// Only a first page that is also the last one shows that an id has no row at all.
fn ids_without_data(page: &Page) -> Vec<VideoId> {
    let is_complete = page.query.page.previous().is_none()
        && page.is_last()
        && page.unreadable.is_empty()
        && page.row_count > 0;
    let has_no_row = |id: &VideoId| page.rows.videos().iter().all(|video| video.id != *id);
    match is_complete {
        true => page.query.ids.iter().filter(has_no_row).collect(),
        false => Vec::new(),
    }
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
    let ids = ids.iter().map(VideoId::to_string).collect();
    view! { <FoldedList summary items=ids /> }
}

#[component]
fn UnreadableRows(rows: Vec<Unreadable>) -> impl IntoView {
    let t = use_texts();
    let count = rows.len();
    let reasons = rows
        .into_iter()
        .map(|Unreadable { row, reason }| {
            let reason = match reason {
                RowFault::NotAnObject => t.results.row_not_an_object.to_owned(),
                RowFault::NoVideoId => t.results.row_without_id.to_owned(),
            };
            let row = (t.results.unreadable_row)(row);
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
fn OddValues(values: Vec<OddValue>) -> impl IntoView {
    let t = use_texts();
    let summary = (t.results.odd_values)(values.len());
    let values = values
        .into_iter()
        .map(|OddValue { row, field }| {
            let row = (t.results.unreadable_row)(row);
            (t.common.labeled)(&row, &(t.results.not_a_number)(field))
        })
        .collect();
    view! { <FoldedList summary items=values /> }
}

/// A notice whose list is folded away.
#[component]
fn FoldedList(summary: String, items: Vec<String>) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|item| view! { <li>{item}</li> })
        .collect_view();
    view! {
        <details class="notice">
            <summary>{summary}</summary>
            <ul>{items}</ul>
        </details>
    }
}
