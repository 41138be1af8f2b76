//! Owns: what a page of results lacks: rows at all, rows that could be read, ids without a row.
//! Refuses: calling an id unknown before the last page is seen.

use crate::components::ui::button::said;
use crate::components::tag::{Tag, tag};
use crate::domain::videos::answer::{RowFault, Unreadable};
use crate::i18n::Texts;
use crate::state::search::Page;

/// The notes above the cards.
pub fn notes(page: &Page, sample: bool, t: &'static Texts) -> Vec<Tag> {
    let Page {
        query,
        rows,
        unreadable,
        ..
    } = page;
    let first = query.page.previous().is_none();
    // Only a first page that is also the last says of an id that it has no row at all.
    let whole = first && page.is_last() && unreadable.is_empty() && *rows > 0;
    let missing: Vec<_> = query
        .ids
        .iter()
        .filter(|id| whole && page.rows.videos().iter().all(|video| video.id != *id))
        .map(|id| said("li", &id.to_string()))
        .collect();
    let mut notes = Vec::new();
    if *rows == 0 {
        notes.push(empty(sample, first, t));
    }
    if !missing.is_empty() {
        let summary = said("summary", &(t.without_rows)(missing.len()));
        notes.push(
            tag("details")
                .class("notice")
                .with(summary)
                .with(tag("ul").with_all(missing)),
        );
    }
    if !unreadable.is_empty() {
        notes.push(unreadable_rows(unreadable, t));
    }
    notes
}

fn empty(sample: bool, first: bool, t: &'static Texts) -> Tag {
    let advice = match (sample, first) {
        (_, false) => t.empty_later_page,
        (true, true) => t.empty_sample,
        (false, true) => t.empty_advice,
    };
    tag("div")
        .class("panel")
        .with(said("h2", t.empty_title))
        .with(said("p", advice))
}

fn unreadable_rows(rows: &[Unreadable], t: &'static Texts) -> Tag {
    let reasons = rows.iter().map(|Unreadable { row, reason }| {
        let row = said("li", &(t.unreadable_row)(*row)).text(": ");
        match reason {
            RowFault::NotAnObject => row.text(t.row_not_an_object),
            RowFault::NoVideoId => row.text(t.row_without_id),
            RowFault::NotANumber(field) => row.text(&(t.row_not_a_number)(field)),
        }
    });
    tag("div")
        .class("notice notice--problem")
        .attr("role", "alert")
        .with(said("p", &(t.unreadable_rows)(rows.len())))
        .with(tag("ul").with_all(reasons))
}
