//! Which chart is shown, of which metrics, and saving it as a file.

use leptos::prelude::*;
use strum::VariantArray;

use super::context::ChartContext;
use super::labels;
use crate::components::ui::button::Button;
use crate::components::ui::checkbox::Checkbox;
use crate::components::ui::select::{Select, SelectOption};
use crate::components::ui::show::Show;
use crate::domain::metrics::{METRICS, Metric};
use crate::domain::view::ChartKind;
use crate::state::analysis::Analysis;
use crate::state::locale::{use_locale, use_texts};
use crate::state::picture::{PictureFormat, save_picture};

/// The row above the chart.
#[component]
pub fn ChartControls() -> impl IntoView {
    let t = use_texts();
    let analysis = expect_context::<Analysis>();
    let chart = expect_context::<ChartContext>();
    let choice = Memo::new(move |_| analysis.view.with(|view| view.chart.clone()));
    let kind = move || choice.with(|choice| choice.kind);
    let has_log_scale = move || matches!(kind(), ChartKind::Scatter | ChartKind::Distribution);

    let kinds: Vec<SelectOption> = ChartKind::VARIANTS
        .iter()
        .map(|kind| (kind.into_str(), (t.charts.kind_name)(*kind).to_owned()))
        .collect();
    let metrics: Vec<SelectOption> = METRICS
        .iter()
        .map(|spec| (spec.code, (t.metric)(spec.metric).name.to_owned()))
        .collect();
    let x_metrics = metrics.clone();

    let set_kind = move |code: String| {
        analysis.replace_view(|view| view.chart.kind = code.parse().unwrap_or_default());
    };
    let set_metric = move |code: String| {
        if let Some(metric) = Metric::from_code(&code) {
            analysis.replace_view(|view| view.chart.metric = metric);
        }
    };
    let set_x_metric = move |code: String| {
        if let Some(metric) = Metric::from_code(&code) {
            analysis.replace_view(|view| view.chart.x_metric = metric);
        }
    };
    view! {
        <div class="charts__controls">
            <Select
                id="chart-kind"
                label=t.charts.kind
                options=kinds
                value=Signal::derive(move || kind().into_str())
                on_change=set_kind
            />
            <Select
                id="chart-metric"
                label=t.charts.metric
                options=metrics
                value=Signal::derive(move || choice.with(|choice| choice.metric.code()))
                on_change=set_metric
            />
            <Show when=move || kind() == ChartKind::Scatter>
                <Select
                    id="chart-across"
                    label=t.charts.x_axis
                    options=x_metrics.clone()
                    value=Signal::derive(move || choice.with(|choice| choice.x_metric.code()))
                    on_change=set_x_metric
                />
            </Show>
            <Show when=has_log_scale>
                <Checkbox
                    label=t.charts.log_scale
                    checked=Signal::derive(move || choice.with(|choice| choice.log))
                    on_change=move |log| analysis.replace_view(|view| view.chart.log = log)
                />
            </Show>
            <Show when=move || !chart.is_empty()>
                <Downloads />
            </Show>
        </div>
    }
}

/// The chart as a file.
#[component]
fn Downloads() -> impl IntoView {
    let (chart, locale) = (expect_context::<ChartContext>(), use_locale());
    let t = &locale.texts.charts;
    let has_failed = RwSignal::new(false);
    let save = move |format: PictureFormat| {
        let Some(rendered) = chart.rendered.get_untracked() else {
            return;
        };
        let kind = rendered.choice.kind.into_str();
        let title = labels::title(&rendered, locale);
        save_picture(chart.stage, format, kind, title, has_failed);
    };
    view! {
        <div class="charts__downloads">
            <Button on_click=move || save(PictureFormat::Png)>{t.download_png}</Button>
            <Button on_click=move || save(PictureFormat::Svg)>{t.download_svg}</Button>
            <span role="status">{move || if has_failed.get() { t.not_saved } else { "" }}</span>
        </div>
    }
}
