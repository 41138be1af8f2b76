//! The window of a long table: few rows are drawn, and those that one scrolls to are among them.

use clipcart::components::ui::virtual_rows::use_virtual_rows;
use clipcart::state::focus::keep_focus;
use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::mounted::has_focus;
use crate::{document, until};

/// A table of rows of 20 pixels, in a box that shows five of them.
struct Table {
    host: HtmlElement,
    count: RwSignal<usize>,
    /// Scrolls to the first row when it changes.
    reset: RwSignal<()>,
    _view: Box<dyn std::any::Any>,
}

impl Drop for Table {
    fn drop(&mut self) {
        self.host.remove();
    }
}

impl Table {
    fn new(count: usize, row_height: f64) -> Self {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let (count, reset) = (RwSignal::new(count), RwSignal::new(()));
        let view = mount_to(host.clone(), move || table(count, reset, row_height));
        Self {
            host,
            count,
            reset,
            _view: Box::new(view),
        }
    }

    fn scroller(&self) -> Element {
        self.host.first_element_child().unwrap()
    }

    /// The texts of the drawn rows.
    fn drawn(&self) -> Vec<String> {
        let rows = self.host.query_selector_all(".row").unwrap();
        let text = |index| rows.item(index).unwrap().text_content().unwrap();
        (0..rows.length()).map(text).collect()
    }
}

fn table(count: RwSignal<usize>, reset: RwSignal<()>, row_height: f64) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let body = NodeRef::<html::Tbody>::new();
    let rows = use_virtual_rows(scroller, body, count.into(), row_height);
    keep_focus();
    Effect::new(move || {
        reset.track();
        rows.scroll_to_top();
    });
    let px = |height: Signal<f64>| move || format!("{}px", height.get());
    view! {
        <div
            node_ref=scroller
            tabindex="0"
            style:height="100px"
            style:overflow="auto"
            style:overflow-anchor="none"
            on:scroll=move |_| rows.on_scroll()
        >
            <table style:border-spacing="0">
                <tbody>
                    <tr style:height=px(rows.space_above)></tr>
                </tbody>
                <tbody node_ref=body>
                    <For each=move || rows.range.get() key=|row| *row let:row>
                        <tr class="row" style:height="20px" style:line-height="1">
                            <td style:padding="0" tabindex="-1">
                                {row}
                            </td>
                        </tr>
                    </For>
                </tbody>
                <tbody>
                    <tr style:height=px(rows.space_below)></tr>
                </tbody>
            </table>
        </div>
    }
}

#[wasm_bindgen_test]
async fn few_of_many_rows_are_drawn() {
    let table = Table::new(10_000, 20.0);
    until("five rows and the spare ones", || table.drawn().len() == 11).await;
    assert_eq!(table.drawn()[0], "0");
    assert_eq!(table.scroller().scroll_height(), 200_000);
    table.count.set(3);
    until("all of three rows", || table.drawn() == ["0", "1", "2"]).await;
}

#[wasm_bindgen_test]
async fn the_last_row_is_there_when_one_scrolls_to_it_and_the_first_after_a_reset() {
    let table = Table::new(10_000, 20.0);
    table.scroller().set_scroll_top(200_000);
    until("the last row", || {
        table.drawn().last().is_some_and(|text| text == "9999")
    })
    .await;
    assert!(table.drawn().len() < 20, "{:?}", table.drawn());
    table.reset.set(());
    until("the first row", || {
        table.drawn().first().is_some_and(|text| text == "0")
    })
    .await;
    assert_eq!(table.scroller().scroll_top(), 0);
}

#[wasm_bindgen_test]
async fn rows_are_measured() {
    let table = Table::new(10_000, 35.0);
    until("the height of all rows", || {
        table.scroller().scroll_height() == 200_000
    })
    .await;
}

/// Otherwise the keys that scroll would scroll the page.
#[wasm_bindgen_test]
async fn the_focus_stays_in_the_table_when_its_row_is_scrolled_out() {
    let table = Table::new(10_000, 20.0);
    until("five rows and the spare ones", || table.drawn().len() == 11).await;
    let cell = table.host.query_selector(".row td").unwrap().unwrap();
    let cell: HtmlElement = cell.unchecked_into();
    cell.focus().unwrap();
    table.scroller().set_scroll_top(100_000);
    until("the end of the row", || !cell.is_connected()).await;
    until("the focus on the table", || has_focus(&table.scroller())).await;
    assert_eq!(table.scroller().scroll_top(), 100_000);
}
