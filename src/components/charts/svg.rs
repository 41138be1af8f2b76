//! A chart as SVG. All marks are one path: an element for each of thousands would make every change slow.

use std::fmt::Write;
use std::sync::Arc;

use leptos::prelude::*;

use super::context::{ChartContext, RenderedChart};
use super::labels;
use super::values::tick;
use crate::domain::charts::shapes::{Chart, MarkShape};
use crate::state::locale::use_locale;

/// From this many on, points are drawn smaller.
const MANY_POINTS: usize = 600;
/// In charts that are narrower than this, in pixels, too.
const NARROW: i32 = 400;

/// The chart, with a summary for those who don't see it. Nothing without marks.
#[component]
pub fn ChartSvg() -> impl IntoView {
    let (chart, locale) = (expect_context::<ChartContext>(), use_locale());
    move || {
        let rendered = chart.rendered.get();
        let rendered = rendered.filter(|rendered| !rendered.chart.marks.is_empty())?;
        let Chart { width, height, .. } = rendered.chart;
        let summary = labels::summary(&rendered, locale);
        Some(view! {
            <svg
                class="chart__picture"
                role="img"
                aria-label=summary
                width=width
                height=height
                viewBox=format!("0 0 {width} {height}")
            >
                <Axes rendered=rendered.clone() />
                <Marks rendered=rendered.clone() />
                <BarLabels rendered />
            </svg>
        })
    }
}

/// Grid, ticks and names of the axes. Bars from left to right have none.
#[component]
fn Axes(rendered: Arc<RenderedChart>) -> impl IntoView {
    let locale = use_locale();
    let Chart {
        plot,
        x_axis,
        y_axis,
        ..
    } = &rendered.chart;
    let (Some(x_axis), Some(y_axis)) = (x_axis, y_axis) else {
        return None;
    };
    let y_ticks = y_axis.ticks.iter().map(|(y, value)| {
        let text = tick(y_axis.quantity, *value, locale);
        view! { <ChartText class="chart__tick" x=plot.left - 8 y=y + 4 anchor="end" text /> }
    });
    let x_ticks = x_axis.ticks.iter().map(|(x, value)| {
        let text = tick(x_axis.quantity, *value, locale);
        view! { <ChartText class="chart__tick" x=*x y=plot.bottom + 19 anchor="middle" text /> }
    });
    let (y_name, _) = labels::value_names(&rendered, locale);
    let x_name = labels::x_axis_name(&rendered, locale);
    Some(view! {
        <path class="chart__grid" d=grid(&rendered.chart)></path>
        <ChartText class="chart__axis" x=2 y=14 anchor="start" text=format!("↑ {y_name}") />
        <ChartText
            class="chart__axis"
            x=plot.right + 28
            y=plot.bottom + 37
            anchor="end"
            text=format!("{x_name} →")
        />
        {y_ticks.collect_view()}
        {x_ticks.collect_view()}
    })
}

/// The marks and the reference lines. Lines are under points, whose places they would hide, but over bars.
#[component]
fn Marks(rendered: Arc<RenderedChart>) -> impl IntoView {
    let chart = &rendered.chart;
    let class = match chart.shape {
        MarkShape::Points if chart.marks.len() > MANY_POINTS || chart.width < NARROW => {
            "chart__points chart__points--small"
        }
        MarkShape::Points => "chart__points",
        _ => "chart__bars",
    };
    let marks = view! { <path class=class d=mark_path(chart)></path> };
    let lines = view! { <ReferenceLines rendered=rendered.clone() /> };
    match chart.shape {
        MarkShape::Points => view! { {lines} {marks} }.into_any(),
        _ => view! { {marks} {lines} }.into_any(),
    }
}

/// Lines to read the marks by, with their texts.
#[component]
fn ReferenceLines(rendered: Arc<RenderedChart>) -> impl IntoView {
    let locale = use_locale();
    let texts = rendered.chart.reference_lines.iter().map(|line| {
        let text = labels::reference_line(line, rendered.choice.metric, locale);
        let anchor = if line.text_ends { "end" } else { "middle" };
        let (x, y) = line.text;
        view! { <ChartText class="chart__reference-text" x y anchor text /> }
    });
    view! {
        <path class="chart__reference-lines" d=reference_path(&rendered.chart)></path>
        {texts.collect_view()}
    }
}

/// The names and values of bars from left to right.
#[component]
fn BarLabels(rendered: Arc<RenderedChart>) -> impl IntoView {
    let locale = use_locale();
    let MarkShape::Bars {
        names_above,
        name_width,
    } = rendered.chart.shape
    else {
        return None;
    };
    let labels = rendered.chart.marks.iter().map(|mark| {
        let name = labels::bar_label(&rendered, mark, name_width, locale);
        let value = labels::mark_value(&rendered, mark, locale);
        let middle = mark.y + mark.height / 2 + 5;
        let (x, y, anchor) = match names_above {
            true => (mark.x, mark.y - 5, "start"),
            false => (mark.x - 8, middle, "end"),
        };
        view! {
            <ChartText class="chart__name" x y anchor text=name />
            <ChartText class="chart__value" x=mark.x + mark.width + 6 y=middle anchor="start" text=value />
        }
    });
    Some(labels.collect_view())
}

/// A text at a point of the chart.
#[component]
fn ChartText(
    class: &'static str,
    x: i32,
    y: i32,
    anchor: &'static str,
    text: String,
) -> impl IntoView {
    view! {
        <text class=class x=x y=y text-anchor=anchor>
            {text}
        </text>
    }
}

/// The base line, a line for each y tick, and for each x tick a mark under the plot, or a line in a scatter chart.
fn grid(chart: &Chart) -> String {
    let plot = chart.plot;
    let mut path = format!("M{} {}H{}", plot.left, plot.bottom, plot.right);
    for (y, _) in chart.y_axis.iter().flat_map(|axis| &axis.ticks) {
        // Writing to a string cannot fail.
        let _ = write!(path, "M{} {y}H{}", plot.left, plot.right);
    }
    let top = match chart.shape {
        MarkShape::Points => plot.top,
        _ => plot.bottom,
    };
    for (x, _) in chart.x_axis.iter().flat_map(|axis| &axis.ticks) {
        let _ = write!(path, "M{x} {top}V{}", plot.bottom + 5);
    }
    path
}

/// Points are dots of a round pen, other marks are boxes.
fn mark_path(chart: &Chart) -> String {
    let mut path = String::with_capacity(chart.marks.len() * 16);
    for mark in &chart.marks {
        let (x, y, width, height) = (mark.x, mark.y, mark.width, mark.height);
        let _ = match chart.shape {
            MarkShape::Points => write!(path, "M{x} {y}h.01"),
            _ => write!(path, "M{x} {y}h{width}v{height}h-{width}z"),
        };
    }
    path
}

fn reference_path(chart: &Chart) -> String {
    let lines = chart.reference_lines.iter();
    lines
        .map(|line| {
            format!(
                "M{} {}L{} {}",
                line.from.0, line.from.1, line.to.0, line.to.1
            )
        })
        .collect()
}
