//! Owns: upright columns: how many have how much of a metric, and a metric by the day of publication.
//! Refuses: a column where there is nothing.

use strum::VariantArray;

use crate::domain::charts::groups::{Group, by_time, published};
use crate::domain::charts::samples::{MultiProduct, Sample, samples};
use crate::domain::charts::scale::{Scale, ends};
use crate::domain::charts::shapes::{
    Axis, Chart, Form, Mark, MarkTarget, Plot, Quantity, ReferenceKind, ReferenceLine,
};
use crate::domain::charts::ticks::{edges, even};
use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::dates::day::Day;
use crate::domain::metrics::Metric;
use crate::domain::rows::sort::arrange;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::view::ChartChoice;

/// Pixels that a tick's text takes across, and up.
const ACROSS: i32 = 76;
const UP: i32 = 48;
/// Half of what a quartile's text takes.
const HALF_TEXT: i32 = 84;

/// How many videos or rows have how much of a metric, with its median and quartiles.
pub fn distribution(
    rows: &ResultRows,
    shown: &[RowIndex],
    choice: &ChartChoice,
    width: i32,
) -> Chart {
    let (metric, log) = (choice.metric, choice.log);
    let (mut samples, left_out) =
        samples(rows, shown, (metric, metric), MultiProduct::Exclude, log);
    let mut order: Vec<u32> = (0..samples.len() as u32).collect();
    arrange(&mut order, &|a, b| {
        let value = |index: u32| samples[index as usize].value;
        value(a).total_cmp(&value(b))
    });
    samples = order.iter().map(|index| samples[*index as usize]).collect();
    let (height, plot) = Plot::with_axes(width, 64);
    let (least, greatest) = ends(samples.iter().map(|it| it.value));
    let stretch = (plot.left, plot.right);
    let whole = metric.unit().is_whole();
    let (scale, edges) = if log && greatest > 0.0 {
        let scale = Scale::log(least, greatest, stretch);
        (scale, edges(&scale, whole))
    } else {
        let most = (plot.right - plot.left) / 36;
        let (scale, step) = Scale::linear(greatest, whole, most, stretch);
        (scale, even(&scale, step))
    };
    let bins = bins(&samples, &edges, whole);
    let (_, most) = ends(bins.iter().map(|(_, count)| *count as f64));
    let (up, axis) = upwards(Quantity::Count, most, plot);
    let mark = |(index, (what, count)): (usize, (MarkTarget, usize))| {
        let (left, right) = (scale.to_px(edges[index]), scale.to_px(edges[index + 1]));
        column(
            (left, right),
            plot,
            up.to_px(count as f64),
            what,
            count as f64,
            count,
        )
    };
    let filled = bins
        .into_iter()
        .enumerate()
        .filter(|(_, (_, count))| *count > 0);
    let every = room_for(edges.len() as i32, plot);
    let ticks = edges
        .iter()
        .step_by(every)
        .map(|edge| (scale.to_px(*edge), *edge));
    Chart {
        width,
        height,
        plot,
        across: Some(Axis {
            of: Quantity::Metric(metric),
            ticks: ticks.collect(),
        }),
        up: Some(axis),
        marks: filled.map(mark).collect(),
        form: Form::Columns,
        reference_lines: quartiles(&samples, &scale, plot),
        left_out,
    }
}

/// MarkTarget is in each step between edges; `samples` are in order of value.
fn bins(samples: &[Sample], edges: &[f64], whole: bool) -> Vec<(MarkTarget, usize)> {
    let below = |edge: f64| samples.partition_point(|it| it.value < edge);
    let last = edges.len().saturating_sub(2);
    let bin = |(index, pair): (usize, &[f64])| {
        // The last one has its upper edge as well.
        let end = if index == last {
            samples.len()
        } else {
            below(pair[1])
        };
        let start = if index == 0 { 0 } else { below(pair[0]) };
        let to = if whole && index < last {
            pair[1] - 1.0
        } else {
            pair[1]
        };
        (MarkTarget::Between(pair[0], to.max(pair[0])), end - start)
    };
    edges.windows(2).enumerate().map(bin).collect()
}

/// Median and quartiles of what is in order, if there is enough of it to mean something.
fn quartiles(samples: &[Sample], scale: &Scale, plot: Plot) -> Vec<ReferenceLine> {
    if samples.len() < 4 {
        return Vec::new();
    }
    let reference_line = |(row, of): (i32, ReferenceKind)| {
        // The value that a share of all is below; between two, their mean.
        let quarter = [1, 2, 3][row as usize];
        let fourths = (samples.len() - 1) * quarter;
        let (low, high) = (
            samples[fourths / 4].value,
            samples[fourths.div_ceil(4)].value,
        );
        let value = (low + high) / 2.0;
        let x = scale.to_px(value);
        let text = plot.top - 8 - row * 16;
        ReferenceLine {
            from: (x, text + 4),
            to: (x, plot.bottom),
            of,
            value,
            text: (x.clamp(HALF_TEXT, plot.right + 30 - HALF_TEXT), text),
            before: false,
        }
    };
    let all = [
        ReferenceKind::LowerQuartile,
        ReferenceKind::Median,
        ReferenceKind::UpperQuartile,
    ];
    (0..).zip(all).map(reference_line).collect()
}

/// A metric by the day of publication, or by week, month or year, as many as there is room for.
pub fn timeline(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let (samples, left_out) = samples(rows, shown, (metric, metric), MultiProduct::Exclude, false);
    let (height, plot) = Plot::with_axes(width, 28);
    let days = || samples.iter().map(|it| published(rows, it.row));
    let (first, last) = (days().min(), days().max());
    let (first, last) = (first.unwrap_or(Day::of(0)), last.unwrap_or(Day::of(0)));
    let length = plot.right - plot.left;
    let steps = |every: &TimeBucket| every.step(last) - every.step(first) + 1;
    let fits = |every: &TimeBucket| steps(every) <= (length / 9).min(66) as u32;
    let every = TimeBucket::VARIANTS
        .iter()
        .copied()
        .find(fits)
        .unwrap_or(TimeBucket::Year);
    let (start, count) = (every.step(first), steps(&every));
    let groups = by_time(rows, &samples, metric, every);
    let (_, greatest) = ends(groups.iter().map(|(_, group)| group.value));
    let (up, axis) = upwards(Quantity::Metric(metric), greatest, plot);
    let edge = |step: u32| {
        let along = u64::from(step - start) * length as u64 / u64::from(count);
        plot.left + along as i32
    };
    let mark = |(step, group): (u32, Group)| {
        let at = (edge(step), edge(step + 1));
        column(
            at,
            plot,
            up.to_px(group.value),
            group.what,
            group.value,
            group.count,
        )
    };
    let ticks = (0..count)
        .step_by(room_for(count as i32, plot))
        .map(|step| {
            let (left, right) = (edge(start + step), edge(start + step + 1));
            ((left + right) / 2, every.first(start + step).start() as f64)
        });
    // The text of one at the edge would be cut off.
    let ticks = ticks.filter(|(x, _)| x + ACROSS / 2 <= width);
    Chart {
        width,
        height,
        plot,
        across: Some(Axis {
            of: Quantity::Date(every),
            ticks: if samples.is_empty() {
                Vec::new()
            } else {
                ticks.collect()
            },
        }),
        up: Some(axis),
        marks: groups.into_iter().map(mark).collect(),
        form: Form::Columns,
        left_out,
        ..Chart::default()
    }
}

/// Every how many of so many ticks there is room for a text.
fn room_for(count: i32, plot: Plot) -> usize {
    let most = ((plot.right - plot.left) / ACROSS).max(1);
    (count.saturating_add(most - 1) / most).max(1) as usize
}

fn upwards(of: Quantity, greatest: f64, plot: Plot) -> (Scale, Axis) {
    let whole = match of {
        Quantity::Metric(metric) => metric.unit().is_whole(),
        _ => true,
    };
    let most = (plot.bottom - plot.top) / UP;
    let (scale, step) = Scale::linear(greatest, whole, most, (plot.bottom, plot.top));
    let ticks = even(&scale, step).into_iter();
    let ticks = ticks.map(|value| (scale.to_px(value), value)).collect();
    (scale, Axis { of, ticks })
}

/// A column between two edges, up to a pixel; one of nothing is still to be seen.
fn column(
    (left, right): (i32, i32),
    plot: Plot,
    top: i32,
    what: MarkTarget,
    value: f64,
    count: usize,
) -> Mark {
    let gap = if right - left > 5 { 1 } else { 0 };
    let top = top.min(plot.bottom - 1);
    let x = left.min(plot.right - 1) + gap;
    Mark {
        x,
        y: top,
        width: (right - gap - x).max(1),
        height: plot.bottom - top,
        what,
        value,
        other: count as f64,
    }
}
