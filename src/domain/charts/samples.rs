//! The values that a chart shows. A metric of the video has one value per video, however many products it has.

use crate::domain::charts::scale::MIN_VALUE;
use crate::domain::charts::shapes::ChartNotes;
use crate::domain::metrics::{Metric, Scope};
use crate::domain::rows::{ResultRows, RowIndex};

/// The value of a row, or its two values in a scatter chart.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sample {
    pub row: RowIndex,
    pub value: f64,
    /// The value of the metric on the x axis; in other charts, the same as `value`.
    pub x: f64,
}

/// Values from here on are errors of the data, and would leave all others without room.
pub const MAX_VALUE: f64 = 1e18;

/// What to do with the rows of a video with several products, each of which may already be the video's total.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MultiProduct {
    /// One sample per row.
    Separate,
    Exclude,
}

/// The known values of two metrics in the shown rows. With `log`, zero is excluded.
#[must_use]
pub fn samples(
    rows: &ResultRows,
    shown: &[RowIndex],
    (metric, x_metric): (Metric, Metric),
    multi_product: MultiProduct,
    log: bool,
) -> (Vec<Sample>, ChartNotes) {
    let is_per_row = [metric, x_metric]
        .iter()
        .any(|metric| metric.scope() == Scope::Row);
    let mut seen = vec![false; rows.videos().len()];
    let mut notes = ChartNotes::default();
    let mut samples = Vec::with_capacity(shown.len());
    for row in shown.iter().copied() {
        let is_seen = std::mem::replace(&mut seen[rows.video_index(row)], true);
        if is_seen && !is_per_row {
            continue;
        }
        let known = |metric| rows.value(row, metric).filter(|value| *value >= 0.0);
        let (Some(value), Some(x)) = (known(metric), known(x_metric)) else {
            notes.unknown_excluded += 1;
            continue;
        };
        if value.max(x) >= MAX_VALUE {
            notes.too_large_excluded += 1;
            continue;
        }
        if is_per_row && rows.video(row).sales.len() > 1 {
            match multi_product {
                MultiProduct::Separate => notes.multi_product_separate += 1,
                MultiProduct::Exclude => {
                    notes.multi_product_excluded += 1;
                    continue;
                }
            }
        }
        if log && value.min(x) < MIN_VALUE {
            notes.zero_excluded += 1;
            continue;
        }
        samples.push(Sample { row, value, x });
    }
    (samples, notes)
}
