//! The products of the compared videos.

use leptos::prelude::*;

use super::selection::Selection;
use crate::components::card::product::ProductFacts;
use crate::state::analysis::Analysis;
use crate::state::locale::use_texts;

#[component]
pub fn ProductRow(selection: Memo<Selection>) -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    move || {
        let rows = analysis.rows.get()?;
        let videos = selection.with(|selection| selection.videos.clone());
        let cells = videos.into_iter().map(|video| {
            let products = rows
                .of_video(video)
                .map(|row| view! { <ProductFacts rows=rows.clone() row /> });
            view! { <td class="compare__products">{products.collect_view()}</td> }
        });
        Some(view! {
            <tr>
                <th scope="row">{t.compare.products}</th>
                {cells.collect_view()}
            </tr>
        })
    }
}
