//! Owns: one metric against another, a point a video or row. Refuses: a trend, which would be a claim.

use crate::domain::charts::samples::{MultiProduct, Sample, samples};
use crate::domain::charts::scale::{Scale, ends};
use crate::domain::charts::shapes::{
    Axis, Chart, Mark, MarkTarget, Plot, Quantity, ReferenceKind, ReferenceLine,
};
use crate::domain::charts::ticks::{even, powers};
use crate::domain::metrics::Metric;
use crate::domain::rows::sort::arrange;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::view::ChartChoice;

pub fn scatter(rows: &ResultRows, shown: &[RowIndex], choice: &ChartChoice, width: i32) -> Chart {
    let metrics = (choice.metric, choice.across);
    let (samples, left_out) = samples(rows, shown, metrics, MultiProduct::Separate, choice.log);
    let (height, plot) = Plot::with_axes(width, 28);
    let log = choice.log;
    let (x_ends, y_ends) = ((plot.left, plot.right), (plot.bottom, plot.top));
    let (x, across) = axis(choice.across, &samples, |it| it.across, log, x_ends, 76);
    let (y, up) = axis(choice.metric, &samples, |it| it.value, log, y_ends, 48);
    let mut order: Vec<u32> = (0..samples.len() as u32).collect();
    arrange(&mut order, &|a, b| {
        let (left, right) = (&samples[a as usize], &samples[b as usize]);
        let by_x = left.across.total_cmp(&right.across);
        by_x.then(left.value.total_cmp(&right.value))
            .then(a.cmp(&b))
    });
    let mark = |index: &u32| {
        let sample = &samples[*index as usize];
        Mark {
            x: x.to_px(sample.across),
            y: y.to_px(sample.value),
            width: 0,
            height: 0,
            what: MarkTarget::Row(sample.row),
            value: sample.value,
            other: sample.across,
        }
    };
    let reference_lines = match metrics {
        _ if samples.is_empty() => Vec::new(),
        (Metric::Gmv, Metric::Views) => iso_gpm(&x, &y, 1e-3, plot),
        (Metric::Views, Metric::Gmv) => iso_gpm(&x, &y, 1e3, plot),
        _ => Vec::new(),
    };
    Chart {
        width,
        height,
        plot,
        across: Some(across),
        up: Some(up),
        marks: order.iter().map(mark).collect(),
        reference_lines,
        left_out,
        ..Chart::default()
    }
}

/// The scale of one of the metrics along `ends`, and its axis with a tick every `apart` pixels at most.
fn axis(
    metric: Metric,
    samples: &[Sample],
    value: fn(&Sample) -> f64,
    log: bool,
    at: (i32, i32),
    apart: i32,
) -> (Scale, Axis) {
    let (least, greatest) = ends(samples.iter().map(value));
    let most = (at.1 - at.0).abs() / apart;
    let (scale, ticks) = if log && greatest > 0.0 {
        let scale = Scale::log(least, greatest, at);
        (scale, powers(&scale, most))
    } else {
        let whole = metric.unit().is_whole();
        let (scale, step) = Scale::linear(greatest, whole, most, at);
        (scale, even(&scale, step))
    };
    let ticks = ticks.into_iter().map(|value| (scale.to_px(value), value));
    let axis = Axis {
        of: Quantity::Metric(metric),
        ticks: ticks.collect(),
    };
    (scale, axis)
}

/// ResultRows of $1, $10 … per 1 000 views, those that cross enough of the plot to be read. `slope` is what the
/// vertical value is at 1 across and $1.
fn iso_gpm(x: &Scale, y: &Scale, slope: f64, plot: Plot) -> Vec<ReferenceLine> {
    let mut reference_lines: Vec<ReferenceLine> = Vec::new();
    for power in -6..=6 {
        let gpm = 10_f64.powi(power);
        // With views upwards the row is the steeper the less is sold.
        let slope = if slope < 1.0 {
            gpm * slope
        } else {
            slope / gpm
        };
        let (start, end) = (x.low.max(y.low / slope), x.high.min(y.high / slope));
        let index = |across: f64| (x.to_px(across), y.to_px(across * slope));
        let (from, to) = (index(start), index(end));
        let (run, rise) = (to.0 - from.0, from.1 - to.1);
        if end <= start || run.min(rise) < 16 || run + rise < 120 {
            continue;
        }
        let at_top = to.1 <= plot.top + 1;
        let text = match at_top {
            true => (to.0 - 4, to.1 - 6),
            false => (to.0 - 4, to.1 - 5),
        };
        reference_lines.push(ReferenceLine {
            from,
            to,
            of: ReferenceKind::Gpm,
            value: gpm,
            text,
            before: true,
        });
    }
    // Texts stay apart, along the top and down the right side.
    let mut last: Option<(i32, i32)> = None;
    reference_lines.retain(|reference_line| {
        let far = last.is_none_or(|(x, y)| {
            (reference_line.text.0 - x).abs() > 84 || (reference_line.text.1 - y).abs() > 18
        });
        if far {
            last = Some(reference_line.text);
        }
        far && reference_line.text.0 > plot.left + 70
    });
    reference_lines
}
