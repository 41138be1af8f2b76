//! Videos side by side: the values of each metric, the best one, and how far each is from the baseline. A video with
//! several products has a value for each; none of these is best or has a difference.

use crate::domain::metrics::{Direction, METRICS, Metric, MetricSpec};
use crate::domain::rows::ResultRows;

/// One metric of the compared videos.
#[derive(Clone, PartialEq, Debug)]
pub struct MetricRow {
    pub metric: Metric,
    /// One for each video.
    pub cells: Vec<Cell>,
}

/// A metric of one of the videos.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// One value, or one for each product if they differ. `None` is unknown.
    pub values: Vec<Option<f64>>,
    /// Whether no other video has a better value. False for all if the metric has no better way, if only one value is
    /// known, or if all are equal.
    pub is_best: bool,
    /// The difference from the baseline as a fraction of it: 0.25 is 25 % more. `None` if either is unknown, if the
    /// baseline is zero, and for the baseline itself.
    pub difference: Option<f64>,
}

/// All metrics of some videos, which are given by their indices in [`ResultRows::videos`]. `baseline` is an index into
/// `videos`.
#[must_use]
pub fn metric_rows(rows: &ResultRows, videos: &[usize], baseline: usize) -> Vec<MetricRow> {
    let metric_row = |spec: &MetricSpec| metric_row(rows, videos, baseline, spec.metric);
    METRICS.iter().map(metric_row).collect()
}

fn metric_row(rows: &ResultRows, videos: &[usize], baseline: usize, metric: Metric) -> MetricRow {
    let values: Vec<_> = videos
        .iter()
        .map(|video| values(rows, *video, metric))
        .collect();
    let singles: Vec<Option<f64>> = values.iter().map(|values| single(values)).collect();
    let best = best(&singles).filter(|_| metric.direction() == Direction::MoreIsBetter);
    let baseline_value = singles
        .get(baseline)
        .copied()
        .flatten()
        .filter(|value| *value > 0.0);
    let cells = values.into_iter().zip(&singles).enumerate();
    let cell = |(index, (values, single)): (usize, (Vec<Option<f64>>, &Option<f64>))| Cell {
        values,
        is_best: best.is_some() && *single == best,
        difference: match (single, baseline_value) {
            (Some(value), Some(from)) if index != baseline => Some((value - from) / from),
            _ => None,
        },
    };
    MetricRow {
        metric,
        cells: cells.map(cell).collect(),
    }
}

/// The highest of the known values, unless all are equal.
fn best(values: &[Option<f64>]) -> Option<f64> {
    let known = values.iter().copied().flatten();
    let best = known.clone().reduce(f64::max)?;
    known.clone().any(|value| value < best).then_some(best)
}

/// A video's values of a metric: a single one if all its rows agree.
fn values(rows: &ResultRows, video_index: usize, metric: Metric) -> Vec<Option<f64>> {
    let mut values: Vec<_> = rows
        .of_video(video_index)
        .map(|row| rows.value(row, metric))
        .collect();
    values.dedup();
    values
}

fn single(values: &[Option<f64>]) -> Option<f64> {
    match values {
        [value] => *value,
        _ => None,
    }
}
