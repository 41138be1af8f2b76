//! Owns: which chart, of what, and as which file. Refuses: figures of its own.

use leptos::prelude::*;
use web_sys::Element;

use super::{Board, words};
use crate::components::button::{Look, button};
use crate::components::choice::choice;
use crate::components::tag::{Tag, tag};
use crate::domain::metrics::Figure;
use crate::domain::view::{ChartChoice, ChartKind};
use crate::state::picture::{Picture, save};

/// The row above a chart. `stage` is where the picture stands.
pub fn controls(board: Board, stage: Element) -> Tag {
    let t = board.locale.charts();
    let kinds = ChartKind::ALL.map(|kind| (kind.code(), t.kinds[kind as usize]));
    let figures =
        Figure::ALL.map(|figure| (figure.code(), (board.locale.texts.figure)(figure).name));
    let kind_of = move || board.desk.view.with(|view| view.chart.kind);
    let is_scatter = move || kind_of() == ChartKind::Scatter;
    let has_log = move || matches!(kind_of(), ChartKind::Scatter | ChartKind::Distribution);
    let log = tag("label")
        .class("check")
        .with(
            tag("input")
                .attr("type", "checkbox")
                .live_prop("checked", move || {
                    board.desk.view.with(|view| view.chart.log).into()
                })
                .on("change", move |event| {
                    let log = event_target_checked(&event);
                    board.desk.change(|view| view.chart.log = log);
                }),
        )
        .text(t.log);
    let failed = RwSignal::new(false);
    let download = move |label, picture: Picture| {
        let stage = stage.clone();
        button(Look::Plain, label, move || {
            let (kind, title) = untrack(|| (kind_of().code(), board.of_drawn(words::title)));
            save(&stage, picture, kind, title.unwrap_or_default(), failed);
        })
    };
    let is_empty = move || {
        let drawn = board.drawn.get();
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
        board,
        "chart-kind",
        t.kind,
        &kinds,
        |chart| chart.kind.code(),
        |chart, code| {
            let kind = ChartKind::ALL.into_iter().find(|kind| kind.code() == code);
            chart.kind = kind.unwrap_or_default();
        },
    );
    let figure = list(
        board,
        "chart-figure",
        t.figure,
        &figures,
        |chart| chart.figure.code(),
        |chart, code| {
            chart.figure = Figure::from_code(code).unwrap_or(chart.figure);
        },
    );
    let across = list(
        board,
        "chart-across",
        t.across,
        &figures,
        |chart| chart.across.code(),
        |chart, code| {
            chart.across = Figure::from_code(code).unwrap_or(chart.across);
        },
    );
    tag("div")
        .class("charts__controls")
        .with(kind)
        .with(figure)
        .with(hidden_unless(is_scatter, across))
        .with(hidden_unless(has_log, log))
        .with(hidden_unless(move || !is_empty(), downloads))
}

fn hidden_unless(shown: impl Fn() -> bool + 'static, tag: Tag) -> Tag {
    tag.live_attr("hidden", move || (!shown()).then_some(""))
}

/// A list for a part of the choice, of one type for all parts.
fn list(
    board: Board,
    id: &str,
    label: &str,
    options: &[(&'static str, &'static str)],
    read: fn(&ChartChoice) -> &'static str,
    write: fn(&mut ChartChoice, &str),
) -> Tag {
    let view = board.desk.view;
    let chosen = move || view.with(|view| read(&view.chart));
    let pick = move |code: String| board.desk.change(|view| write(&mut view.chart, &code));
    choice(id, label, options.iter().copied(), chosen, pick)
}
