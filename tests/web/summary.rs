//! The summary follows the filter.

use clipcart::components::summary::SummaryBar;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::results::{WithResults, id, rows};
use crate::until;

#[wasm_bindgen_test]
async fn it_counts_what_is_shown() {
    let results = WithResults::new(&[rows(4)], || view! { <SummaryBar /> }).await;
    let items = || {
        let items = results.page.select("dl > div").into_iter();
        let text = items.map(|item| item.text_content().unwrap().trim().to_owned());
        text.collect::<Vec<_>>()
    };
    until("the summary", || !items().is_empty()).await;
    let all = [
        "Videos4",
        "Rows4",
        "GMV— median —0 of 4 videos",
        "Units— median —0 of 4 videos",
        "Views10K median 2,500",
    ];
    assert_eq!(items(), all);
    for text in [
        "GMV: 4 videos excluded (no data).",
        "Exact totals",
        "Views: 10,000 views, median 2,500 views",
    ] {
        results.page.until_text(text).await;
    }
    results.change_view(|view| view.filter.text = id(3).to_string());
    until("fewer", || {
        items()[0] == "Videos1 of 4" && items()[4] == "Views3,000 median 3,000"
    })
    .await;
}
