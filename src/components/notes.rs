//! Owns: what a page of results lacks: rows at all, rows that could be read, ids without a row.
//! Refuses: calling an id unknown before the last page is seen.

use leptos::prelude::*;

use super::drawing::{Drawn, draw, each};
use crate::api::wire::{RowFault, Unreadable};
use crate::messages::Texts;
use crate::state::search::Page;

/// The notes above the cards.
pub fn notes(page: &Page, sample: bool, t: &'static Texts) -> Vec<Drawn> {
    let Page { query, answer, .. } = page;
    let first = query.page.previous().is_none();
    // Only a first page that is also the last says of an id that it has no row at all.
    let whole = first && answer.is_last(query.size) && answer.unreadable.is_empty() && answer.rows > 0;
    let missing: Vec<_> = query
        .ids
        .iter()
        .filter(|id| whole && answer.videos.iter().all(|video| video.id != *id))
        .map(|id| id.to_string())
        .collect();
    [
        (answer.rows == 0).then(|| empty(sample, first, t)),
        (!missing.is_empty()).then(|| without_rows(missing, t)),
        (!answer.unreadable.is_empty()).then(|| unreadable(&answer.unreadable, t)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn empty(sample: bool, first: bool, t: &'static Texts) -> Drawn {
    let advice = match (sample, first) {
        (_, false) => t.empty_later_page,
        (true, true) => t.empty_sample,
        (false, true) => t.empty_advice,
    };
    draw(view! {
        <div class="panel">
            <h3>{t.empty_title}</h3>
            <p>{advice}</p>
        </div>
    })
}

fn without_rows(missing: Vec<String>, t: &'static Texts) -> Drawn {
    draw(view! {
        <details class="notice">
            <summary>{(t.without_rows)(missing.len())}</summary>
            <ul>{lines(missing)}</ul>
        </details>
    })
}

fn unreadable(rows: &[Unreadable], t: &'static Texts) -> Drawn {
    let reasons = rows.iter().map(|Unreadable { row, reason }| {
        let reason = match reason {
            RowFault::Malformed(detail) => (t.row_malformed)(detail),
            RowFault::NoVideoId => t.row_without_id.to_owned(),
            RowFault::NotANumber(field) => (t.row_not_a_number)(field),
        };
        [&(t.unreadable_row)(*row), ": ", &reason].concat()
    });
    draw(view! {
        <div class="notice notice--problem" role="alert">
            <p>{(t.unreadable_rows)(rows.len())}</p>
            <ul>{lines(reasons)}</ul>
        </div>
    })
}

fn lines(texts: impl IntoIterator<Item = String>) -> Vec<Drawn> {
    each(texts.into_iter().map(|text| view! { <li>{text}</li> }))
}
