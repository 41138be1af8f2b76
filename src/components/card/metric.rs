//! A metric's name and value. The exact value or the formula comes on hover and focus.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

use crate::domain::metrics::Metric;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::state::locale::{Locale, use_locale};

/// A metric in a `dl`.
#[component]
pub fn MetricValue(
    metric: Metric,
    value: Option<f64>,
    /// A word beside the name, such as "est.".
    #[prop(optional)]
    mark: &'static str,
) -> impl IntoView {
    static NEXT_ID: AtomicU32 = AtomicU32::new(0);
    let locale = use_locale();
    let tip_id = format!("tip-{}", NEXT_ID.fetch_add(1, Ordering::Relaxed));
    let described_by = tip_id.clone();
    let mark = (!mark.is_empty()).then(|| view! { <small>{mark}</small> });
    view! {
        <div class="metric" tabindex="0" aria-describedby=described_by>
            <dt>
                {(locale.texts.metric)(metric).name}
                " "
                {mark}
            </dt>
            <dd>
                {locale.formats().metric(metric, value)}
                " "
                <span class="tip" role="tooltip" id=tip_id>
                    {metric_tip(metric, value, locale)}
                </span>
            </dd>
        </div>
    }
}

/// Some metrics of a row.
#[component]
pub fn MetricList(
    rows: Arc<ResultRows>,
    row: RowIndex,
    metrics: &'static [Metric],
) -> impl IntoView {
    let metrics = metrics
        .iter()
        .map(|metric| view! { <MetricValue metric=*metric value=rows.value(row, *metric) /> })
        .collect_view();
    view! { <dl class="metrics">{metrics}</dl> }
}

/// How a metric is calculated, and its exact value.
pub fn metric_tip(metric: Metric, value: Option<f64>, locale: Locale) -> String {
    let formula = (locale.texts.metric)(metric).formula;
    match value {
        None => formula.to_owned(),
        Some(_) if metric.is_given() => {
            format!(
                "{formula} · {}",
                locale.formats().metric_exactly(metric, value)
            )
        }
        Some(_) => format!("{formula} = {}", locale.formats().precise(value)),
    }
}
