//! A metric's name and value. The exact value and the formula come on hover; "All metrics" has them for everybody.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::ui::tip::{Tip, TipState};
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
    let locale = use_locale();
    let tip = TipState::new();
    let mark = (!mark.is_empty()).then(|| view! { <small>{mark}</small> });
    view! {
        <div
            class="metric"
            on:pointerenter=move |event| tip.enter(&event)
            on:pointerleave=move |_| tip.leave()
        >
            <dt>
                {(locale.texts.metric)(metric).name}
                " "
                {mark}
            </dt>
            <dd>
                {locale.formats().metric(metric, value)}
                <Tip state=tip text=move || metric_tip(metric, value, locale) />
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
fn metric_tip(metric: Metric, value: Option<f64>, locale: Locale) -> String {
    let formula = (locale.texts.metric)(metric).formula;
    let exact = locale.exact(metric, value);
    match value {
        None => formula.to_owned(),
        Some(_) if metric.is_given() => format!("{formula} · {exact}"),
        Some(_) => format!("{formula} = {exact}"),
    }
}
