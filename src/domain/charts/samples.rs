//! Owns: which values a chart is of. Refuses: counting a video's own metric once a product, and an unknown
//! value as any value.

use crate::domain::charts::scale::NOTHING;
use crate::domain::charts::shapes::LeftOut;
use crate::domain::metrics::{Metric, Scope};
use crate::domain::rows::{ResultRows, RowIndex};

/// A row's value, or its two.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sample {
    pub row: RowIndex,
    pub value: f64,
    /// Of the metric across; where there is none, the same as `value`.
    pub across: f64,
}

/// Beyond any number that this page could be about, and so no number to lay out a chart by.
const ABSURD: f64 = 1e18;

/// MarkTarget to make of videos with several products.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MultiProduct {
    /// A sample a row.
    Separate,
    Exclude,
}

/// The known values of `metric` in the shown rows, and those of `across`. A metric of the video's own
/// comes once a video. With `log` zero is left out.
#[must_use]
pub fn samples(
    rows: &ResultRows,
    shown: &[RowIndex],
    (metric, across): (Metric, Metric),
    several: MultiProduct,
    log: bool,
) -> (Vec<Sample>, LeftOut) {
    let of_sales = [metric, across]
        .iter()
        .any(|metric| metric.scope() == Scope::Row);
    let mut seen = vec![false; rows.videos().len()];
    let mut out = LeftOut::default();
    let mut samples = Vec::with_capacity(shown.len());
    for row in shown.iter().copied() {
        let again = std::mem::replace(&mut seen[rows.video_index(row)], true);
        if again && !of_sales {
            continue;
        }
        let known = |metric| {
            let value = rows.value(row, metric);
            value.filter(|value| (0.0..ABSURD).contains(value))
        };
        let (Some(value), Some(across)) = (known(metric), known(across)) else {
            out.unknown += 1;
            continue;
        };
        if of_sales && rows.video(row).sales.len() > 1 {
            match several {
                MultiProduct::Separate => out.apart += 1,
                MultiProduct::Exclude => {
                    out.several += 1;
                    continue;
                }
            }
        }
        if log && value.min(across) < NOTHING {
            out.zero += 1;
            continue;
        }
        samples.push(Sample { row, value, across });
    }
    (samples, out)
}
