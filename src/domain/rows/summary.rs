//! Totals and medians over rows, with counts of what they exclude and why. A video's reach counts once, however many
//! rows it has. The sales of a video with several rows are not added up: each row may already be the video's total.

use crate::domain::metrics::{Metric, Scope};
use crate::domain::rows::{ResultRows, RowIndex};

/// A metric over the videos of some rows.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Total {
    pub sum: f64,
    /// The median of the counted videos; `None` if there are none.
    pub median: Option<f64>,
    /// Videos in the total.
    pub counted: usize,
    /// Videos excluded because the metric is unknown.
    pub unknown: usize,
    /// Videos excluded because they have several rows.
    pub multi_product: usize,
    /// What the sum would be with those: the minimum, if each row is the video's total, and the maximum, if each is its
    /// product's alone. `None` without such videos.
    pub span: Option<(f64, f64)>,
}

/// The summary of some rows.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Summary {
    pub videos: usize,
    pub rows: usize,
    pub views: Total,
    pub gmv: Total,
    pub units: Total,
}

impl Summary {
    /// The summary of the shown rows. Their order makes no difference, not even to a sum's last digit.
    #[must_use]
    pub fn of(rows: &ResultRows, shown: &[RowIndex]) -> Self {
        let mut is_shown = vec![false; rows.len()];
        for row in shown {
            is_shown[*row as usize] = true;
        }
        let views = total(rows, &is_shown, Metric::Views);
        Self {
            videos: views.counted + views.unknown,
            rows: shown.len(),
            views,
            gmv: total(rows, &is_shown, Metric::Gmv),
            units: total(rows, &is_shown, Metric::Units),
        }
    }
}

fn total(rows: &ResultRows, is_shown: &[bool], metric: Metric) -> Total {
    let mut total = Total::default();
    let mut counted = Vec::with_capacity(rows.videos().len());
    // What the videos with several rows would add to the sum.
    let (mut min, mut max) = (0.0, 0.0);
    for video in 0..rows.videos().len() {
        let all = rows.of_video(video);
        let is_multi_product = all.len() > 1 && metric.scope() == Scope::Row;
        let shown = all.filter(|row| is_shown[*row as usize]);
        if shown.clone().next().is_none() {
            continue;
        }
        let values = shown.filter_map(|row| rows.value(row, metric));
        match values.clone().reduce(f64::max) {
            None => total.unknown += 1,
            Some(highest) if is_multi_product => {
                total.multi_product += 1;
                min += highest;
                max += values.sum::<f64>();
            }
            Some(value) => counted.push(value),
        }
    }
    total.counted = counted.len();
    total.sum = counted.iter().sum();
    total.span = (total.multi_product > 0).then_some((total.sum + min, total.sum + max));
    total.median = median(&mut counted);
    total
}

/// The middle value, or the mean of the two in the middle; `None` without values. Reorders the values.
#[must_use]
pub fn median(values: &mut [f64]) -> Option<f64> {
    let is_even = values.len().is_multiple_of(2);
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let lower = below.iter().copied().reduce(f64::max);
    match lower {
        Some(lower) if is_even => Some((lower + *upper) / 2.0),
        _ => Some(*upper),
    }
}
