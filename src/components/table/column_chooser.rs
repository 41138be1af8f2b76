//! Which columns the table has, and in which order. Its first one, the video, always stays.

use leptos::html;
use leptos::prelude::*;

use crate::components::ui::button::{Button, ButtonVariant};
use crate::components::ui::disclosure::{DisclosureButton, DisclosurePanel};
use crate::components::ui::keyed_for::KeyedFor;
use crate::components::ui::lazy_view::{LazyView, lazy};
use crate::domain::rows::column::Column;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

const PANEL_ID: &str = "columns";

/// "Columns", and the panel that it opens.
#[component]
pub fn ColumnChooser() -> impl IntoView {
    let t = use_texts();
    let open = RwSignal::new(false);
    view! {
        <DisclosureButton panel_id=PANEL_ID open label=t.table.columns />
        <DisclosurePanel id=PANEL_ID open>
            <LazyView load=|()| column_lists() />
        </DisclosurePanel>
    }
}

lazy! { table: fn column_lists() -> AnyView = view! { <ColumnLists /> }.into_any() }

/// The shown columns, then the hidden ones.
#[component]
fn ColumnLists() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let hidden = Signal::derive(move || {
        let shown = analysis.columns.get();
        let all = analysis
            .imported
            .with(|imported| Column::all_with(imported));
        all.filter(|column| !shown.contains(column))
            .collect::<Vec<_>>()
    });
    let shown_item = Callback::new(|column| view! { <ShownColumn column /> }.into_any());
    let hidden_item = Callback::new(|column| view! { <HiddenColumn column /> }.into_any());
    view! {
        <div class="column-chooser" tabindex="-1">
            <h3>{t.table.columns_shown}</h3>
            <ul>
                <KeyedFor each=analysis.columns key=|column| *column item=shown_item />
            </ul>
            <h3>{t.table.columns_hidden}</h3>
            <ul>
                <KeyedFor each=hidden key=|column| *column item=hidden_item />
            </ul>
            <Button
                variant=ButtonVariant::Text
                on_click=move || analysis.reset_columns()
            >
                {t.table.reset_columns}
            </Button>
        </div>
    }
}

/// A column with buttons to move it and to hide it.
#[component]
fn ShownColumn(column: Column) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let name = column_name(column, analysis);
    let (up, down) = (
        NodeRef::<html::Button>::new(),
        NodeRef::<html::Button>::new(),
    );
    let is_first = Signal::derive(move || {
        analysis
            .columns
            .with(|columns| columns.first() == Some(&column))
    });
    let is_last = Signal::derive(move || {
        analysis
            .columns
            .with(|columns| columns.last() == Some(&column))
    });
    let move_up = move |_| {
        move_by(analysis, column, -1);
        focus_soon(up, down);
    };
    let move_down = move |_| {
        move_by(analysis, column, 1);
        focus_soon(down, up);
    };
    let hide = move |_| {
        let mut columns = analysis.columns.get_untracked();
        columns.retain(|other| *other != column);
        analysis.set_columns(columns);
    };
    let class = ButtonVariant::Text.class();
    view! {
        <li>
            <span>{name}</span>
            <button
                type="button"
                class=class
                aria-label=move || (t.table.move_up)(&name.get())
                disabled=is_first
                node_ref=up
                on:click=move_up
            >
                "↑"
            </button>
            <button
                type="button"
                class=class
                aria-label=move || (t.table.move_down)(&name.get())
                disabled=is_last
                node_ref=down
                on:click=move_down
            >
                "↓"
            </button>
            <button
                type="button"
                class=class
                aria-label=move || (t.table.hide)(&name.get())
                on:click=hide
            >
                "✕"
            </button>
        </li>
    }
}

/// A column with a button to show it after the others.
#[component]
fn HiddenColumn(column: Column) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let name = column_name(column, analysis);
    let show = move |_| {
        let mut columns = analysis.columns.get_untracked();
        columns.push(column);
        analysis.set_columns(columns);
    };
    view! {
        <li>
            <button
                type="button"
                class=ButtonVariant::Text.class()
                aria-label=move || (t.table.show)(&name.get())
                on:click=show
            >
                "＋ "
                {name}
            </button>
        </li>
    }
}

/// A column's name. The same imported column has another name once another file is shown.
fn column_name(column: Column, analysis: Analysis) -> Signal<String> {
    let t = use_texts();
    Signal::derive(move || {
        let imported = analysis.imported;
        imported.with(|imported| t.table.column_name(column, imported))
    })
}

/// Swaps a column with the one that many places further, if there is one.
fn move_by(analysis: Analysis, column: Column, places: isize) {
    let mut columns = analysis.columns.get_untracked();
    let from = columns.iter().position(|other| *other == column);
    let to = from.and_then(|from| from.checked_add_signed(places));
    if let (Some(from), Some(to)) = (from, to)
        && to < columns.len()
    {
        columns.swap(from, to);
        analysis.set_columns(columns);
    }
}

/// Gives the focus back to a button that has moved in the document, or to the other one if the first is disabled now.
fn focus_soon(first: NodeRef<html::Button>, second: NodeRef<html::Button>) {
    request_animation_frame(move || {
        let mut buttons = [first, second]
            .into_iter()
            .filter_map(|button| button.try_get_untracked()?);
        if let Some(button) = buttons.find(|button| !button.disabled()) {
            let _ = button.focus();
        }
    });
}
