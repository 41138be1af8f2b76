//! Owns: which chart, of what, and as which file. Refuses: metrics of its own.

use leptos::prelude::*;
use web_sys::Element;

use super::{ChartContext, words};
use crate::components::ui::button::{ButtonVariant, button};
use crate::components::ui::select::choice;
use crate::components::tag::{Tag, tag};
use crate::domain::metrics::Metric;
use crate::domain::view::{ChartChoice, ChartKind};
use crate::state::picture::{Picture, save};

/// The row above a chart. `stage` is where the picture stands.
pub fn controls(chart: ChartContext, stage: Element) -> Tag {
    let t = chart.locale.charts();
    let kinds = ChartKind::ALL.map(|kind| (kind.code(), t.kinds[kind as usize]));
    let metrics =
        Metric::ALL.map(|metric| (metric.code(), (chart.locale.texts.metric)(metric).name));
    let kind_of = move || chart.analysis.view.with(|view| view.chart.kind);
    let is_scatter = move || kind_of() == ChartKind::Scatter;
    let has_log = move || matches!(kind_of(), ChartKind::Scatter | ChartKind::Distribution);
    let log = tag("label")
        .class("check")
        .with(
            tag("input")
                .attr("type", "checkbox")
                .live_prop("checked", move || {
                    chart.analysis.view.with(|view| view.chart.log).into()
                })
                .on("change", move |event| {
                    let log = event_target_checked(&event);
                    chart.analysis.change(|view| view.chart.log = log);
                }),
        )
        .text(t.log);
    let failed = RwSignal::new(false);
    let download = move |label, picture: Picture| {
        let stage = stage.clone();
        button(ButtonVariant::Plain, label, move || {
            let (kind, title) = untrack(|| (kind_of().code(), chart.of_drawn(words::title)));
            save(&stage, picture, kind, title.unwrap_or_default(), failed);
        })
    };
    let is_empty = move || {
        let drawn = chart.drawn.get();
        drawn.is_none_or(|drawn| drawn.chart.marks.is_empty())
    };
    let downloads = tag("div")
        .class("charts__downloads")
        .with(download(t.png, Picture::Png))
        .with(download(t.svg, Picture::Svg))
        .with(
            tag("span")
                .attr("role", "status")
                .live_text(move || if failed.get() { t.failed } else { "" }.to_owned()),
        );
    let kind = list(
        chart,
        "chart-kind",
        t.kind,
        &kinds,
        |chart| chart.kind.code(),
        |chart, code| {
            let kind = ChartKind::ALL.into_iter().find(|kind| kind.code() == code);
            chart.kind = kind.unwrap_or_default();
        },
    );
    let metric = list(
        chart,
        "chart-metric",
        t.metric,
        &metrics,
        |chart| chart.metric.code(),
        |chart, code| {
            chart.metric = Metric::from_code(code).unwrap_or(chart.metric);
        },
    );
    let across = list(
        chart,
        "chart-across",
        t.across,
        &metrics,
        |chart| chart.across.code(),
        |chart, code| {
            chart.across = Metric::from_code(code).unwrap_or(chart.across);
        },
    );
    tag("div")
        .class("charts__controls")
        .with(kind)
        .with(metric)
        .with(hidden_unless(is_scatter, across))
        .with(hidden_unless(has_log, log))
        .with(hidden_unless(move || !is_empty(), downloads))
}

fn hidden_unless(shown: impl Fn() -> bool + 'static, tag: Tag) -> Tag {
    tag.live_attr("hidden", move || (!shown()).then_some(""))
}

/// A list for a part of the choice, of one type for all parts.
fn list(
    chart: ChartContext,
    id: &str,
    label: &str,
    options: &[(&'static str, &'static str)],
    read: fn(&ChartChoice) -> &'static str,
    write: fn(&mut ChartChoice, &str),
) -> Tag {
    let view = chart.analysis.view;
    let chosen = move || view.with(|view| read(&view.chart));
    let pick = move |code: String| chart.analysis.change(|view| write(&mut view.chart, &code));
    choice(id, label, options.iter().copied(), chosen, pick)
}
