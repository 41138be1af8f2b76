//! The table: where it is scrolled to.

use clipcart::components::table::ResultsTable;
use gloo_timers::future::TimeoutFuture;
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

/// While answers arrive, who works in a row is not thrown out of it.
#[wasm_bindgen_test]
async fn more_rows_leave_the_focus_where_it_is() {
    let second = (31..40).map(|n| row(n, 1000 * n)).collect();
    let results = WithResults::new(&[rows(3), second], || view! { <ResultsTable /> }).await;
    let page = &results.page;
    results.change_view(|view| view.sort = "-views".parse().unwrap());
    until("bars", || {
        page.select(".results-table__number--bar").len() == 3
    })
    .await;
    let button: HtmlElement = page.select("tbody th button").remove(0).unchecked_into();
    button.focus().unwrap();
    let row = button.closest("tr").unwrap().unwrap();
    let place = || row.get_attribute("aria-rowindex").unwrap();
    assert_eq!(place(), "2");
    let bar = || {
        let cell = row.query_selector(".results-table__number--bar").unwrap();
        let style = cell.unwrap().unchecked_into::<HtmlElement>().style();
        style.get_property_value("--share").unwrap()
    };
    let before = bar();
    results.change_view(|view| view.all_pages = true);
    until("all rows", || page.select("tbody th").len() == 12).await;
    until("the new longest bar", || bar() != before).await;
    assert!(button.is_connected());
    let focused = document().active_element();
    assert_eq!(focused.as_deref(), Some(button.as_ref()));
    // The row stays in its place until the focus leaves the rows.
    assert_eq!(place(), "2");
    let other: HtmlElement = page.select("tbody th button").remove(3).unchecked_into();
    other.focus().unwrap();
    // Nothing is to happen: a timer that is set later than the table's, and is longer, ends after it.
    TimeoutFuture::new(700).await;
    assert_eq!(place(), "2");
    other.blur().unwrap();
    until("the order", || place() == "11").await;
    // The table may go with the focus in it.
    other.focus().unwrap();
    drop(results);
    // The same.
    TimeoutFuture::new(700).await;
}
