//! A timeline: a metric by the day of publication, or by week, month or year if there is no room for all days.

use strum::VariantArray;

use crate::domain::charts::axes::{X_TICK, Y_TICK, linear_axis, x_tick_stride};
use crate::domain::charts::columns::column;
use crate::domain::charts::groups::by_time;
use crate::domain::charts::samples::{MultiProduct, samples};
use crate::domain::charts::scale::extent;
use crate::domain::charts::shapes::{Axis, Chart, MarkShape, MarkTarget, Plot, Quantity};
use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::dates::day::Day;
use crate::domain::metrics::Metric;
use crate::domain::rows::{ResultRows, RowIndex};

/// The minimum width of a column, in pixels.
const MIN_COLUMN_WIDTH: i32 = 9;
/// The maximum number of columns.
const MAX_COLUMNS: i32 = 66;

pub fn timeline(rows: &ResultRows, shown: &[RowIndex], metric: Metric, width: i32) -> Chart {
    let metrics = (metric, metric);
    let (samples, notes) = samples(rows, shown, metrics, MultiProduct::Exclude, false);
    let (height, plot) = Plot::with_axes(width, 28);
    let length = plot.right - plot.left;
    let published = || samples.iter().map(|it| rows.video(it.row).published);
    let first = Day::of(published().min().unwrap_or_default());
    let last = Day::of(published().max().unwrap_or_default());

    let max_columns = (length / MIN_COLUMN_WIDTH).min(MAX_COLUMNS);
    let count_of = |bucket: TimeBucket| bucket.index(last) - bucket.index(first) + 1;
    let mut buckets = TimeBucket::VARIANTS.iter().copied();
    let bucket = buckets.find(|bucket| count_of(*bucket) <= max_columns);
    let bucket = bucket.unwrap_or(TimeBucket::Year);
    let (start, count) = (bucket.index(first), count_of(bucket));
    let groups = by_time(rows, &samples, metric, bucket);

    let (_, max) = extent(groups.iter().map(|group| group.value));
    let quantity = Quantity::Metric(metric);
    let (y_scale, y_axis) = linear_axis(quantity, max, plot.y_pixels(), Y_TICK);
    // The x pixel where a bucket starts.
    let x = |index: i32| plot.left + (index - start) * length / count;
    let marks = groups.into_iter().map(|group| {
        let (first, last) = (bucket.first_day(group.key), bucket.last_day(group.key));
        let target = MarkTarget::Days(first, last);
        let sides = (x(group.key), x(group.key + 1));
        let top = y_scale.to_px(group.value);
        column(sides, top, plot, target, group.value, group.count)
    });
    let stride = x_tick_stride(count as usize, length);
    let indices = (start..start + count).step_by(stride);
    let ticks = indices.map(|index| {
        let middle = (x(index) + x(index + 1)) / 2;
        (middle, bucket.first_day(index).start() as f64)
    });
    // The text of a tick at the edge would be cut off.
    let ticks = ticks.filter(|(middle, _)| middle + X_TICK / 2 <= width && !samples.is_empty());
    Chart {
        width,
        height,
        plot,
        x_axis: Some(Axis {
            quantity: Quantity::Date(bucket),
            ticks: ticks.collect(),
        }),
        y_axis: Some(y_axis),
        marks: marks.collect(),
        shape: MarkShape::Columns,
        notes,
        ..Chart::default()
    }
}
