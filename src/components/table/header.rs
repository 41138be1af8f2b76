//! The table's header: the columns' names, which sort the table when clicked.

use leptos::prelude::*;

use crate::components::ui::keyed_for::KeyedFor;
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

/// The header.
#[component]
pub fn TableHeader() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let item = Callback::new(|column| view! { <HeaderCell column /> }.into_any());
    view! {
        <thead>
            <tr tabindex="-1">
                <th scope="col" class="results-table__video">
                    {t.table.video}
                </th>
                <KeyedFor each=analysis.columns key=|column| *column item />
            </tr>
        </thead>
    }
}

#[component]
fn HeaderCell(column: Column) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let key = Memo::new(move |_| analysis.sort.with(|sort| sort.key(column)));
    let is_one_of_several = Memo::new(move |_| analysis.sort.with(|sort| sort.keys().len() > 1));
    // ARIA knows one sorted column. A text tells of the others.
    let aria_sort = Signal::derive(move || match key.get() {
        Some((0, key)) if key.descending => Some("descending"),
        Some((0, _)) => Some("ascending"),
        _ => None,
    });
    let arrow = move || {
        let (level, key) = key.get()?;
        let arrow = if key.descending { "▼" } else { "▲" };
        Some(match is_one_of_several.get() {
            true => format!("{arrow}{}", level + 1),
            false => arrow.to_owned(),
        })
    };
    let sort_level = move || {
        let (level, key) = key.get().filter(|_| is_one_of_several.get())?;
        Some((t.table.sort_level)(level + 1, key.descending))
    };
    let name = move || {
        analysis
            .imported
            .with(|imported| t.table.column_name(column, imported))
    };
    let (class, hint) = match column {
        Column::Metric(metric) => (
            Some("results-table__number"),
            format!("{} · {}", (t.metric)(metric).formula, t.table.sort_hint),
        ),
        _ => (None, t.table.sort_hint.to_owned()),
    };
    let sort = move |add_level| {
        analysis.replace_view(|view| view.sort = view.sort.toggled(column, add_level));
    };
    view! {
        <th scope="col" class=class aria-sort=aria_sort>
            <button type="button" title=hint on:click=move |event| sort(event.shift_key())>
                <span dir="auto">{move || name()}</span>
                <span class="results-table__arrow" aria-hidden="true">
                    {move || arrow()}
                </span>
            </button>
            <span class="visually-hidden">{move || sort_level()}</span>
        </th>
    }
}
