//! What a video is estimated to have sold of one product.

use std::sync::Arc;

use leptos::prelude::*;

use super::metric::{MetricList, MetricValue};
use crate::components::ui::external_link::ExternalLink;
use crate::domain::metrics::Metric;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::videos::links;
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
    let product = match &rows.sales(row).product {
        Some(id) => {
            let region = rows.video(row).region.as_deref();
            let href = links::product_page(id, region, locale.language.shop_locale());
            view! { <ExternalLink href text=(t.card.product)(id.as_str()) /> }.into_any()
        }
        None => view! { <span>{t.card.unknown_product}</span> }.into_any(),
    };
    view! {
        <div class="sale">
            <dl class="metrics metrics--lead">{estimates.collect_view()}</dl>
            <MetricList rows row metrics=&DERIVED />
            <p class="sale__product">{product}</p>
        </div>
    }
}
