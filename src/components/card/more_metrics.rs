//! The metrics that few users look at, drawn once they are opened.

use std::sync::Arc;

use leptos::prelude::*;

use super::metric::MetricList;
use crate::components::ui::show::Show;
use crate::domain::metrics::Metric;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::state::locale::use_texts;

const OF_VIDEO: [Metric; 4] = [
    Metric::LikeRate,
    Metric::CommentRate,
    Metric::ShareRate,
    Metric::ViewsPerDay,
];

const OF_SALES: [Metric; 4] = [
    Metric::GmvPerDay,
    Metric::UnitsPerDay,
    Metric::GmvPerMinute,
    Metric::UnitsPerMinute,
];

#[component]
pub fn MoreMetrics(rows: Arc<ResultRows>, index: usize) -> impl IntoView {
    let t = use_texts();
    let was_opened = RwSignal::new(false);
    view! {
        <details class="card__more" on:toggle=move |_| was_opened.set(true)>
            <summary>{t.card.more_metrics}</summary>
            <Show when=move || was_opened.get()>
                <Lists rows=rows.clone() index />
            </Show>
        </details>
    }
}

/// The metrics of the video, and those of each of its products.
#[component]
fn Lists(rows: Arc<ResultRows>, index: usize) -> impl IntoView {
    let of_video = rows
        .of_video(index)
        .next()
        .map(|row| view! { <MetricList rows=rows.clone() row metrics=&OF_VIDEO /> });
    let has_several_products = rows.of_video(index).len() > 1;
    let of_sales = rows
        .of_video(index)
        .map(|row| {
            view! {
                {has_several_products.then(|| product_name(&rows, row))}
                <MetricList rows=rows.clone() row metrics=&OF_SALES />
            }
        })
        .collect_view();
    view! {
        {of_video}
        {of_sales}
    }
}

fn product_name(rows: &ResultRows, row: RowIndex) -> impl IntoView + use<> {
    let t = use_texts();
    let name = match &rows.sales(row).product {
        Some(id) => (t.card.product)(id.as_str()),
        None => t.card.unknown_product.to_owned(),
    };
    view! { <p>{name}</p> }
}
