//! Owns: videos side by side: their metrics, which is the best of each, and how far each is from the base.
//! Refuses: choosing between the rows of a video with several products: there is a value for each, and
//! none of them is best or has a difference.

use crate::domain::metrics::{Direction, METRICS, Metric, MetricSpec};
use crate::domain::rows::ResultRows;

/// One metric of the compared videos.
#[derive(Clone, PartialEq, Debug)]
pub struct MetricRow {
    pub metric: Metric,
    pub cells: Vec<Cell>,
}

/// A video's.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// One, or one a product where they differ; an unknown one is `None`.
    pub values: Vec<Option<f64>>,
    /// Whether none of the others is better; never where the metric has no better, or only one is known.
    pub is_best: bool,
    /// From the base, as a fraction of it: 0.25 is a quarter more. Unknown where either is or the base is
    /// zero, and for the base itself.
    pub difference: Option<f64>,
}

/// The metric_rows for some videos, by their places. `base` is a place among `videos`.
#[must_use]
pub fn metric_rows(rows: &ResultRows, videos: &[usize], base: usize) -> Vec<MetricRow> {
    let row = |spec: &MetricSpec| row(rows, videos, base, spec.metric);
    METRICS.iter().map(row).collect()
}

fn row(rows: &ResultRows, videos: &[usize], base: usize, metric: Metric) -> MetricRow {
    let values: Vec<_> = videos.iter().map(|no| values(rows, *no, metric)).collect();
    let singles: Vec<Option<f64>> = values.iter().map(|values| single(values)).collect();
    let known = singles.iter().flatten();
    let best = known.clone().copied().fold(f64::NEG_INFINITY, f64::max);
    let has_best = metric.direction() == Direction::MoreIsBetter
        && known.clone().count() > 1
        && known.clone().any(|value| *value < best);
    let from = singles
        .get(base)
        .copied()
        .flatten()
        .filter(|value| *value > 0.0);
    let cells = values.into_iter().zip(&singles).enumerate();
    let cell = |(index, (values, single)): (usize, (Vec<Option<f64>>, &Option<f64>))| Cell {
        values,
        is_best: has_best && *single == Some(best),
        difference: match (single, from) {
            (Some(value), Some(from)) if index != base => Some((value - from) / from),
            _ => None,
        },
    };
    MetricRow {
        metric,
        cells: cells.map(cell).collect(),
    }
}

/// A video's values of a metric: one, if all its rows agree.
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
