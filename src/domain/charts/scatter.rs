//! A scatter chart: one metric against another, with a point for each video or row. It has no trend line, which would be
//! a claim about the data.

use crate::domain::charts::axes::{X_TICK, Y_TICK, linear_axis, log_axis};
use crate::domain::charts::samples::{MultiProduct, Sample, samples};
use crate::domain::charts::scale::{Scale, extent};
use crate::domain::charts::shapes::{
    Axis, Chart, Mark, MarkTarget, Plot, Quantity, ReferenceKind, ReferenceLine,
};
use crate::domain::metrics::Metric;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::view::ChartChoice;

pub fn scatter(rows: &ResultRows, shown: &[RowIndex], choice: &ChartChoice, width: i32) -> Chart {
    let metrics = (choice.metric, choice.x_metric);
    let log = choice.log;
    let (mut samples, notes) = samples(rows, shown, metrics, MultiProduct::Separate, log);
    samples.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.value.total_cmp(&b.value)));
    let (height, plot) = Plot::with_axes(width, 28);
    let x_extent = extent(samples.iter().map(|sample| sample.x));
    let y_extent = extent(samples.iter().map(|sample| sample.value));
    let (x, x_axis) = axis(choice.x_metric, x_extent, log, plot.x_pixels(), X_TICK);
    let (y, y_axis) = axis(choice.metric, y_extent, log, plot.y_pixels(), Y_TICK);
    let mark = |sample: &Sample| Mark {
        x: x.to_px(sample.x),
        y: y.to_px(sample.value),
        width: 0,
        height: 0,
        target: MarkTarget::Row(sample.row),
        value: sample.value,
        other: sample.x,
    };
    let reference_lines = match metrics {
        _ if samples.is_empty() => Vec::new(),
        (Metric::Gmv, Metric::Views) => gpm_lines(&x, &y, |gpm| gpm / 1_000.0, plot),
        (Metric::Views, Metric::Gmv) => gpm_lines(&x, &y, |gpm| 1_000.0 / gpm, plot),
        _ => Vec::new(),
    };
    Chart {
        width,
        height,
        plot,
        x_axis: Some(x_axis),
        y_axis: Some(y_axis),
        marks: samples.iter().map(mark).collect(),
        reference_lines,
        notes,
        ..Chart::default()
    }
}

/// The scale and the axis of a metric with values in an extent.
fn axis(
    metric: Metric,
    (min, max): (f64, f64),
    log: bool,
    pixels: (i32, i32),
    tick: i32,
) -> (Scale, Axis) {
    let quantity = Quantity::Metric(metric);
    match log && max > 0.0 {
        true => log_axis(quantity, (min, max), pixels, tick),
        false => linear_axis(quantity, max, pixels, tick),
    }
}

/// The minimum distance of the lines' texts: one of the two is enough.
const TEXT_WIDTH: i32 = 84;
const TEXT_HEIGHT: i32 = 18;

/// Lines of $0.000001 to $1 000 000 GMV per 1 000 views, those of them that are long enough in the plot. `slope` is y ÷ x
/// for a GPM.
fn gpm_lines(x: &Scale, y: &Scale, slope: fn(f64) -> f64, plot: Plot) -> Vec<ReferenceLine> {
    let mut lines: Vec<ReferenceLine> = Vec::new();
    for power in -6..=6 {
        let gpm = 10_f64.powi(power);
        let slope = slope(gpm);
        let (start, end) = (x.min.max(y.min / slope), x.max.min(y.max / slope));
        let point = |value: f64| (x.to_px(value), y.to_px(value * slope));
        let (from, to) = (point(start), point(end));
        let (run, rise) = (to.0 - from.0, from.1 - to.1);
        if end <= start || run.min(rise) < 16 || run + rise < 120 {
            continue;
        }
        let is_at_top = to.1 <= plot.top + 1;
        lines.push(ReferenceLine {
            from,
            to,
            kind: ReferenceKind::Gpm,
            value: gpm,
            text: (to.0 - 4, to.1 - if is_at_top { 6 } else { 5 }),
            text_ends: true,
        });
    }
    // The texts, which are along the top and the right side, must not overlap.
    let mut previous: Option<(i32, i32)> = None;
    lines.retain(|line| {
        let (x, y) = line.text;
        let has_room = previous.is_none_or(|(previous_x, previous_y)| {
            (x - previous_x).abs() > TEXT_WIDTH || (y - previous_y).abs() > TEXT_HEIGHT
        });
        if has_room {
            previous = Some(line.text);
        }
        has_room && x > plot.left + 70
    });
    lines
}
