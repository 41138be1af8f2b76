//! What the user's own file says of a video.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::rows::ResultRows;
use crate::domain::rows::column::Column;
use crate::state::locale::use_texts;

/// Name and value of each column, without those that have no value.
#[component]
pub fn ImportedFacts(rows: Arc<ResultRows>, index: usize) -> impl IntoView {
    let t = use_texts();
    let (imported, id) = (rows.imported(), rows.videos()[index].id);
    let columns = Column::imported(imported).enumerate();
    let items: Vec<_> = columns
        .filter_map(|(index, column)| {
            let value = imported.value(id, index)?;
            let text = (t.common.labeled)(&t.table.column_name(column, imported), value);
            let title = text.clone();
            Some(view! { <li dir="auto" title=title>{text}</li> })
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <ul class="card__file" aria-label=t.card.from_file>
                {items}
            </ul>
        }
    })
}
