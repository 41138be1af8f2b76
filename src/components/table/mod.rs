//! The results as a table. Only the visible rows are drawn, however many there are.

mod cell;
pub mod column_chooser;
mod column_widths;
mod drawn_row;
mod header;
mod row;
mod row_context;

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use self::column_widths::ColumnWidths;
use self::drawn_row::{DrawnRow, latest, latest_position};
use self::header::TableHeader;
use self::row::TableRow;
use self::row_context::use_row_context;
use crate::components::ui::keyed_for::KeyedFor;
use crate::components::ui::virtual_rows::use_virtual_rows;
use crate::state::analysis::Analysis;
use crate::state::held_order::hold_order;
use crate::state::locale::use_locale;
use crate::state::search::Search;

/// A row's height in CSS pixels, unless the user has changed the font size: 3.5rem in the style sheet.
const ROW_HEIGHT: f64 = 52.5;

/// How long the focus has to be elsewhere until the rows are in order again.
const LEAVE_DELAY: Duration = Duration::from_millis(500);

/// The table.
#[component]
pub fn ResultsTable() -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let analysis = expect_context::<Analysis>();
    let count = Memo::new(move |_| analysis.shown.with(|shown| shown.len()));
    let caption = move || (t.table.caption)(&locale.formats().exact(Some(count.get() as u64)));
    let scroller = NodeRef::<html::Div>::new();
    let body = NodeRef::<html::Tbody>::new();
    let virtual_rows = use_virtual_rows(scroller, body, count.into(), ROW_HEIGHT);
    // Another search, order or filter starts at its top. More rows of the same do not.
    let search = expect_context::<Search>();
    let query = Memo::new(move |_| search.url().query);
    // Values, not only subscriptions: a memo that was never read counts as changed when it is.
    Effect::watch(
        move || (query.get(), analysis.sort.get(), analysis.filter.get()),
        move |_, _, _| virtual_rows.scroll_to_top(),
        false,
    );
    // Who works in a row is not thrown out of it.
    let has_focus = RwSignal::new(false);
    let order = hold_order(search, analysis, has_focus.into());
    let moves = StoredValue::new(0_u32);
    let count_move = move || {
        moves.try_update_value(|moves| {
            *moves += 1;
            *moves
        })
    };
    let enter = move || {
        count_move();
        has_focus.try_set(true);
    };
    // A while later: on the way to another row, or in the middle of a press, nothing may move.
    let leave = move || {
        // The table itself may be going, with the focus in it.
        let Some(move_of_now) = count_move() else {
            return;
        };
        set_timeout(
            move || {
                if moves.try_get_value() == Some(move_of_now) {
                    has_focus.try_set(false);
                }
            },
            LEAVE_DELAY,
        );
    };
    let context = use_row_context();
    let drawn = Memo::new_with_compare(
        move |_| {
            let Some(context) = context.get() else {
                return Vec::new();
            };
            let range = virtual_rows.range.get();
            order.with(|order| {
                let rows = order.iter().enumerate().take(range.end).skip(range.start);
                let drawn = rows.map(|(position, row)| DrawnRow {
                    context: context.clone(),
                    row: *row,
                    position,
                });
                drawn.collect()
            })
        },
        |_, _| true,
    );
    let item = Callback::new(move |row: DrawnRow| {
        let position = latest_position(drawn, &row);
        view! { <TableRow item=latest(drawn, row) position /> }.into_any()
    });
    view! {
        <div
            class="results-table"
            role="region"
            aria-label=t.results.table
            tabindex="0"
            node_ref=scroller
            on:scroll=move |_| virtual_rows.on_scroll()
            // It takes the focus of a row that is gone.
            on:focus=move |_| leave()
        >
            <table class="results-table__table" aria-rowcount=move || (count.get() + 1).to_string()>
                <caption class="visually-hidden">{move || caption()}</caption>
                <ColumnWidths />
                <TableHeader />
                <Gap height=virtual_rows.space_above />
                <tbody
                    class="results-table__rows"
                    node_ref=body
                    on:focusin=move |_| enter()
                    on:focusout=move |_| leave()
                >
                    <KeyedFor each=drawn key=DrawnRow::key item />
                </tbody>
                <Gap height=virtual_rows.space_below />
            </table>
        </div>
    }
}

/// The rows that are not drawn, as an empty one of their height.
#[component]
fn Gap(height: Signal<f64>) -> impl IntoView {
    view! {
        <tbody aria-hidden="true">
            <tr class="results-table__gap">
                <td colspan="99" style:height=move || format!("{}px", height.get() as u32)></td>
            </tr>
        </tbody>
    }
}
