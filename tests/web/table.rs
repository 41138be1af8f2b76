//! The table: where it is scrolled to.

use clipcart::components::table::ResultsTable;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::mounted::send;
use crate::results::{WithResults, row, rows};
use crate::until;

/// As the answers of a run come in.
#[wasm_bindgen_test]
async fn more_rows_leave_it_where_it_is_and_another_order_begins_at_the_top() {
    let second = (31..40).map(|n| row(n, 1000 * n)).collect();
    let results = WithResults::new(&[rows(30), second], || view! { <ResultsTable /> }).await;
    let scroller: HtmlElement = results
        .page
        .select(".results-table")
        .remove(0)
        .unchecked_into();
    // The page's style sheet is not here.
    scroller
        .set_attribute("style", "height: 200px; overflow: auto")
        .unwrap();
    let count = || {
        scroller
            .query_selector("table")
            .unwrap()
            .unwrap()
            .get_attribute("aria-rowcount")
            .unwrap()
    };
    until("30 rows", || count() == "31").await;
    scroller.set_scroll_top(100);
    send(&scroller, "scroll");
    results.change_view(|view| view.all_pages = true);
    until("all rows", || count() == "40").await;
    for _ in 0..5 {
        leptos::task::tick().await;
    }
    assert_eq!(
        (scroller.scroll_top(), scroller.is_connected()),
        (100, true)
    );
    results.change_view(|view| view.sort = "-views".parse().unwrap());
    until("the top", || scroller.scroll_top() == 0).await;
}
