//! The bar over the views of the results: which view it is, what it shows and in which order, and exporting that.

use leptos::html;
use leptos::prelude::*;

use super::view_switcher::ViewSwitcher;
use crate::components::export::ExportButton;
use crate::components::filter::FilterDisclosure;
use crate::components::table::column_chooser::ColumnChooser;
use crate::components::ui::button::Button;
use crate::components::ui::input_value::follow_value;
use crate::components::ui::select::{Select, SelectOption};
use crate::components::ui::show::Show;
use crate::domain::imports::ImportedColumns;
use crate::domain::rows::column::Column;
use crate::domain::rows::sort::Sort;
use crate::domain::view::Mode;
use crate::i18n::Texts;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

/// The bar.
#[component]
pub fn ViewBar() -> impl IntoView {
    let analysis = expect_context::<Analysis>();
    view! {
        <div class="view-bar">
            <ViewSwitcher />
            <SelectedCount />
            <FindBox />
            <SortControls />
            <FilterDisclosure />
            <Show when=move || analysis.mode.get() == Mode::Table>
                <ColumnChooser />
            </Show>
            <ExportButton />
        </div>
    }
}

/// Tells screen readers how many videos are selected. It is silent until one is.
#[component]
fn SelectedCount() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let count = move || analysis.selected.with(|selected| selected.len());
    let was_any = Memo::new(move |was_any| was_any == Some(&true) || count() > 0);
    let text = move || was_any.get().then(|| (t.compare.selected_count)(count()));
    view! {
        <p class="visually-hidden" aria-live="polite">
            {move || text()}
        </p>
    }
}

/// Filters by words. The browser's own search sees only what is drawn; this one sees all rows.
#[component]
fn FindBox() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let input = NodeRef::<html::Input>::new();
    let text = move || analysis.filter.with(|filter| filter.text.clone());
    follow_value(input, Signal::derive(text));
    view! {
        <input
            type="search"
            class="view-bar__find"
            aria-label=t.filter.find
            placeholder=t.filter.find
            autocomplete="off"
            spellcheck="false"
            node_ref=input
            on:input=move |event| {
                let text = event_target_value(&event);
                analysis.replace_view(|view| view.filter.text = text);
            }
        />
    }
}

/// The first column of the order, and its direction.
#[component]
fn SortControls() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let first = Memo::new(move |_| analysis.sort.with(|sort| sort.keys().first().copied()));
    let sort_by = move |code: String| {
        let sort = Column::from_code(&code).map(|column| Sort::default().toggled(column, false));
        analysis.replace_view(|view| view.sort = sort.unwrap_or_default());
    };
    let direction = move || match first.get() {
        Some(key) if key.descending => t.results.descending,
        _ => t.results.ascending,
    };
    let turn = move || {
        if let Some(key) = first.get_untracked() {
            let sort = Sort::by(key.column, !key.descending);
            analysis.replace_view(|view| view.sort = sort);
        }
    };
    // Charts have an order of their own, and a comparison has the selection's.
    let is_unused =
        Signal::derive(move || matches!(analysis.mode.get(), Mode::Charts | Mode::Compare));
    view! {
        <div class="view-bar__order" hidden=is_unused>
            {move || {
                view! {
                    <Select
                        id="sort-by"
                        label=t.results.sort_by
                        options=sort_options(&analysis.imported.get(), t)
                        value=move || first.get().map_or("", |key| key.column.code())
                        on_change=sort_by
                    />
                }
            }}
            <Show when=move || first.get().is_some()>
                <Button on_click=turn>{move || direction()}</Button>
            </Show>
        </div>
    }
}

/// The input order, and every column that the results have.
fn sort_options(imported: &ImportedColumns, t: &Texts) -> Vec<SelectOption> {
    let columns = Column::all_with(imported)
        .map(|column| (column.code(), t.table.column_name(column, imported)));
    let input_order = ("", t.results.input_order.to_owned());
    [input_order].into_iter().chain(columns).collect()
}
