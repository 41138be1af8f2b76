//! The comparison: a video that stays keeps its column, and the differences follow the baseline.

use clipcart::components::compare::Compare;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::mounted::send;
use crate::results::{WithResults, id, rows};
use crate::until;

fn texts(elements: &[Element]) -> Vec<String> {
    let text = |element: &Element| element.text_content().unwrap_or_default();
    elements.iter().map(text).collect()
}

/// The cells of the row "Views".
fn views(results: &WithResults) -> Vec<String> {
    let rows = results.page.select("tbody tr").into_iter();
    let mut rows = rows.filter(|row| texts(std::slice::from_ref(row))[0].starts_with("Views"));
    let cells = rows.next().map(|row| row.children());
    let cells = cells.map(|cells| {
        (1..cells.length())
            .filter_map(|index| cells.item(index))
            .collect()
    });
    texts(&cells.unwrap_or_else(Vec::new))
}

#[wasm_bindgen_test]
async fn a_column_stays_while_others_go() {
    let results = WithResults::new(&[rows(4)], || view! { <Compare /> }).await;
    let page = &results.page;
    page.until_text("No videos are selected").await;
    results.change_view(|view| view.selected = vec![id(1), id(2), id(4), id(40)]);
    until("the comparison", || views(&results).len() == 3).await;
    assert_eq!(views(&results), ["1,000", "2,000+100%", "4,000 ★best+300%"]);
    page.until_text("1 selected video is not in these results.")
        .await;

    let last = page.select("thead th").remove(3);
    let play = last.query_selector(".media__play").unwrap().unwrap();
    send(&play, "click");
    let is_open = || last.query_selector(".media__close").unwrap().is_some();
    until("the player", is_open).await;
    results.change_view(|view| view.toggle(id(1)));
    until("one less", || {
        views(&results) == ["2,000", "4,000 ★best+100%"]
    })
    .await;
    assert_eq!(page.select("thead th")[2], last);
    assert!(is_open());

    results.change_view(|view| view.baseline = Some(id(4)));
    until("another baseline", || {
        views(&results) == ["2,000-50%", "4,000 ★best"]
    })
    .await;
    let actions = |column: usize| page.select(".compare__actions")[column].text_content();
    assert_eq!(
        [actions(0), actions(1)].map(Option::unwrap),
        [
            "Set as baselineRemove from comparison",
            "BaselineRemove from comparison"
        ]
    );
    assert!(is_open());
}
