//! What a video is estimated to have sold of one product.

use std::sync::Arc;

use leptos::prelude::*;

use super::metric::{MetricList, MetricValue};
use super::product::ProductFacts;
use crate::domain::metrics::Metric;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::state::locale::use_locale;

/// What follows from GMV and units.
const DERIVED: [Metric; 3] = [
    Metric::Gpm,
    Metric::PricePerUnit,
    Metric::UnitsPerThousandViews,
];

/// The sales of a row, with a link to its product.
#[component]
pub fn Sales(rows: Arc<ResultRows>, row: RowIndex) -> impl IntoView {
    let locale = use_locale();
    let t = locale.texts;
    let estimates = [
        (Metric::Gmv, t.card.estimated_dollars),
        (Metric::Units, t.card.estimated),
    ]
    .map(|(metric, mark)| view! { <MetricValue metric value=rows.value(row, metric) mark /> });
    // Without a commission it would only be another "—".
    let commission = rows.value(row, Metric::ExpectedCommission).map(|value| {
        let (metric, mark) = (Metric::ExpectedCommission, t.card.estimated_dollars);
        view! {
            <dl class="metrics">
                <MetricValue metric value=Some(value) mark />
            </dl>
        }
    });
    view! {
        <div class="sale">
            <dl class="metrics metrics--lead">{estimates.collect_view()}</dl>
            <MetricList rows=rows.clone() row metrics=&DERIVED />
            {commission}
            <ProductFacts rows row />
        </div>
    }
}
