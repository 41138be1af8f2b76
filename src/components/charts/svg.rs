//! Owns: a chart as a picture. Refuses: one element a mark: thousands of them would take the page's time at
//! each change.

use std::fmt::Write;

use super::{Drawn, words};
use crate::components::tag::{Tag, svg};
use crate::domain::charts::{Axis, Chart, Form, ReferenceLine};
use crate::state::locale::Locale;

/// From here on, points are drawn smaller.
const MANY: usize = 600;
/// And so they are in pictures that are narrower.
const NARROW: i32 = 400;

/// The whole picture, with its summary for those who don't see it.
pub fn picture(drawn: &Drawn, locale: Locale) -> Tag {
    let chart = &drawn.chart;
    let (width, height) = (chart.width.to_string(), chart.height.to_string());
    let picture = svg("svg")
        .class("chart__picture")
        .attr("role", "img")
        .attr("aria-label", &words::summary(drawn, locale))
        .attr("width", &width)
        .attr("height", &height)
        .attr("viewBox", &["0 0 ", &width, " ", &height].concat());
    if chart.marks.is_empty() {
        return picture.attr("hidden", "");
    }
    let reference_lines = || chart.reference_lines.iter();
    let marks = match chart.form {
        Form::Points if chart.marks.len() > MANY || chart.width < NARROW => {
            "chart__points chart__points--small"
        }
        Form::Points => "chart__points",
        _ => "chart__bars",
    };
    let texts = reference_lines().map(|reference_line| {
        let words = words::reference_line(reference_line, drawn.choice.metric, locale);
        let anchor = if reference_line.before { "end" } else { "middle" };
        text(reference_line.text, anchor, "chart__guide-text", &words)
    });
    let marks = path(marks, &shapes(chart));
    let reference_lines = [path("chart__guides", &lines(reference_lines()))];
    let reference_lines = reference_lines.into_iter().chain(texts);
    let picture = picture.with_all(axes(drawn, locale));
    // No words hide a point; a line through bars would be hidden by them.
    let picture = match chart.form {
        Form::Points => picture.with_all(reference_lines).with(marks),
        _ => picture.with(marks).with_all(reference_lines),
    };
    picture.with_all(rows(drawn, locale))
}

fn path(class: &str, d: &str) -> Tag {
    svg("path").class(class).attr("d", d)
}

fn text((x, y): (i32, i32), anchor: &str, class: &str, words: &str) -> Tag {
    svg("text")
        .class(class)
        .attr("x", &x.to_string())
        .attr("y", &y.to_string())
        .attr("text-anchor", anchor)
        .text(words)
}

/// All marks as one path: points as dots of a round pen, the others as boxes.
fn shapes(chart: &Chart) -> String {
    let mut d = String::with_capacity(chart.marks.len() * 16);
    for mark in &chart.marks {
        let (x, y, width, height) = (mark.x, mark.y, mark.width, mark.height);
        // A `String` takes all that is written to it.
        let _ = match chart.form {
            Form::Points => write!(d, "M{x} {y}h.01"),
            _ => write!(d, "M{x} {y}h{width}v{height}h-{width}z"),
        };
    }
    d
}

fn lines<'a>(reference_lines: impl Iterator<Item = &'a ReferenceLine>) -> String {
    let mut d = String::new();
    for ReferenceLine { from, to, .. } in reference_lines {
        let _ = write!(d, "M{} {}L{} {}", from.0, from.1, to.0, to.1);
    }
    d
}

/// Grid, ticks and names of the axes.
fn axes(drawn: &Drawn, locale: Locale) -> Vec<Tag> {
    let (chart, plot) = (&drawn.chart, drawn.chart.plot);
    let (Some(across), Some(up)) = (&chart.across, &chart.up) else {
        return Vec::new();
    };
    let mut d = String::new();
    let _ = write!(d, "M{} {}H{}", plot.left, plot.bottom, plot.right);
    let mut tags = Vec::new();
    for (y, value) in &up.ticks {
        let _ = write!(d, "M{} {y}H{}", plot.left, plot.right);
        let words = words::short(words::value(up.of, *value, locale));
        tags.push(text((plot.left - 8, y + 4), "end", "chart__tick", &words));
    }
    for (x, value) in &across.ticks {
        // Columns need no lines between them.
        let top = if chart.form == Form::Points {
            plot.top
        } else {
            plot.bottom
        };
        let _ = write!(d, "M{x} {top}V{}", plot.bottom + 5);
        let words = words::short(words::value(across.of, *value, locale));
        tags.push(text(
            (*x, plot.bottom + 19),
            "middle",
            "chart__tick",
            &words,
        ));
    }
    let (upward, sideward) = axis_names(drawn, across, locale);
    let right = (plot.right + 28, plot.bottom + 37);
    tags.push(text(
        (2, 14),
        "start",
        "chart__axis",
        &["↑ ", &upward].concat(),
    ));
    tags.push(text(
        right,
        "end",
        "chart__axis",
        &[&sideward, " →"].concat(),
    ));
    tags.insert(0, path("chart__grid", &d));
    tags
}

fn axis_names(drawn: &Drawn, across: &Axis, locale: Locale) -> (String, String) {
    let (upward, other) = words::names(drawn, locale);
    (upward, words::axis(drawn, across.of, other, locale))
}

/// The names and values of bars from left to right.
fn rows(drawn: &Drawn, locale: Locale) -> Vec<Tag> {
    let Form::Rows { above, room } = drawn.chart.form else {
        return Vec::new();
    };
    let mut tags = Vec::new();
    for mark in &drawn.chart.marks {
        let name = words::fitting(&words::what(drawn, mark, locale), room);
        let (value, _) = words::values(drawn, mark, locale);
        let middle = mark.y + mark.height / 2 + 5;
        let behind = (mark.x + mark.width + 6, middle);
        let (at, anchor) = match above {
            true => ((mark.x, mark.y - 5), "start"),
            false => ((mark.x - 8, middle), "end"),
        };
        tags.push(text(at, anchor, "chart__name", &name));
        tags.push(text(behind, "start", "chart__value", &value));
    }
    tags
}
