//! A distribution: how many videos or rows have how much of a metric, with its median and quartiles.

use crate::domain::charts::axes::{Y_TICK, linear_axis, x_tick_stride};
use crate::domain::charts::columns::column;
use crate::domain::charts::samples::{MultiProduct, samples};
use crate::domain::charts::scale::{Scale, extent};
use crate::domain::charts::shapes::{
    Axis, Chart, MarkShape, MarkTarget, Plot, Quantity, ReferenceKind, ReferenceLine,
};
use crate::domain::charts::ticks::{linear_ticks, log_edges};
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::view::ChartChoice;

/// The minimum width of a bin on a linear scale, in pixels.
const MIN_BIN_WIDTH: i32 = 36;
/// Half of the width of a quartile's text.
const HALF_TEXT: i32 = 84;

pub fn distribution(
    rows: &ResultRows,
    shown: &[RowIndex],
    choice: &ChartChoice,
    width: i32,
) -> Chart {
    let (metric, log) = (choice.metric, choice.log);
    let metrics = (metric, metric);
    let (samples, notes) = samples(rows, shown, metrics, MultiProduct::Exclude, log);
    let mut values: Vec<f64> = samples.iter().map(|sample| sample.value).collect();
    values.sort_unstable_by(f64::total_cmp);
    let (height, plot) = Plot::with_axes(width, 64);
    let (scale, edges) = scale_and_edges(&values, choice, plot);
    let bins = bins(&values, &edges, metric.unit().is_whole());
    let max_count = bins.iter().map(|bin| bin.count).max().unwrap_or_default();
    let (y_scale, y_axis) = linear_axis(Quantity::Count, max_count as f64, plot.y_pixels(), Y_TICK);
    let marks = bins.into_iter().filter(|bin| bin.count > 0).map(|bin| {
        let (left, right) = bin.edges;
        let x = (scale.to_px(left), scale.to_px(right));
        let (count, top) = (bin.count as f64, y_scale.to_px(bin.count as f64));
        column(x, top, plot, bin.target, count, bin.count)
    });
    let stride = x_tick_stride(edges.len(), plot.right - plot.left);
    let ticks = edges.iter().step_by(stride);
    Chart {
        width,
        height,
        plot,
        x_axis: Some(Axis {
            quantity: Quantity::Metric(metric),
            ticks: ticks.map(|edge| (scale.to_px(*edge), *edge)).collect(),
        }),
        y_axis: Some(y_axis),
        marks: marks.collect(),
        shape: MarkShape::Columns,
        reference_lines: quartiles(&values, &scale, plot),
        notes,
    }
}

/// The scale of the sorted values, and the edges of their bins.
fn scale_and_edges(values: &[f64], choice: &ChartChoice, plot: Plot) -> (Scale, Vec<f64>) {
    let whole = choice.metric.unit().is_whole();
    let (min, max) = extent(values.iter().copied());
    if choice.log && max > 0.0 {
        let scale = Scale::log(min, max, plot.x_pixels());
        return (scale, log_edges(&scale, whole));
    }
    let max_bins = (plot.right - plot.left) / MIN_BIN_WIDTH;
    let (scale, step) = Scale::linear(max, whole, max_bins, plot.x_pixels());
    (scale, linear_ticks(&scale, step))
}

/// The values between two edges.
struct Bin {
    edges: (f64, f64),
    target: MarkTarget,
    count: usize,
}

/// A bin between each two edges. A bin has the values from its lower edge to below its upper edge; the last one has its
/// upper edge as well.
fn bins(values: &[f64], edges: &[f64], whole: bool) -> Vec<Bin> {
    let below = |edge: f64| values.partition_point(|value| *value < edge);
    let last = edges.len().saturating_sub(2);
    let bin = |(index, pair): (usize, &[f64])| {
        let (from, to) = (pair[0], pair[1]);
        let start = if index == 0 { 0 } else { below(from) };
        let end = if index == last {
            values.len()
        } else {
            below(to)
        };
        let in_bin = &values[start..end];
        // A rounding error may put a value on the wrong side of an outer edge.
        let lowest = in_bin.first().map_or(from, |lowest| lowest.min(from));
        let highest = in_bin.last().map_or(to, |highest| highest.max(to));
        let target = match index == last {
            true => MarkTarget::Between(lowest, highest),
            false if whole && to - 1.0 < to => MarkTarget::Between(lowest, (to - 1.0).max(from)),
            false => MarkTarget::Below(lowest, to),
        };
        Bin {
            edges: (from, to),
            target,
            count: end - start,
        }
    };
    edges.windows(2).enumerate().map(bin).collect()
}

/// Lines at the median and the quartiles of the sorted values, if there are enough to mean something.
fn quartiles(values: &[f64], scale: &Scale, plot: Plot) -> Vec<ReferenceLine> {
    if values.len() < 4 {
        return Vec::new();
    }
    let kinds = [
        (1, ReferenceKind::LowerQuartile),
        (2, ReferenceKind::Median),
        (3, ReferenceKind::UpperQuartile),
    ];
    let reference_line = |(quarter, kind): (usize, ReferenceKind)| {
        // The value at that share of the positions, or the mean of the two next to it.
        let quarters = (values.len() - 1) * quarter;
        let value = (values[quarters / 4] + values[quarters.div_ceil(4)]) / 2.0;
        let x = scale.to_px(value);
        // The texts are on three lines above the plot.
        let text_y = plot.top + 8 - 16 * quarter as i32;
        ReferenceLine {
            from: (x, text_y + 4),
            to: (x, plot.bottom),
            kind,
            value,
            text: (x.clamp(HALF_TEXT, plot.right + 30 - HALF_TEXT), text_y),
            text_ends: false,
        }
    };
    kinds.into_iter().map(reference_line).collect()
}
