//! Owns: totals and medians over rows, and what each of them leaves out, and why.
//! Refuses: counting a video's reach twice because it shows several products, and adding up the sales of
//! such a video's rows: it is not known whether each repeats the video's total.

use crate::domain::metrics::{Metric, Scope};
use crate::domain::rows::{ResultRows, RowIndex};

/// A metric over the videos of some rows.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Total {
    pub sum: f64,
    /// Of the videos that are counted; `None` when there are none.
    pub median: Option<f64>,
    /// Videos that are counted.
    pub counted: usize,
    /// Videos left out because the metric is not known of them.
    pub unknown: usize,
    /// Videos left out because they have several rows.
    pub several: usize,
    /// What the sum would be with those: at least, if each row repeats the video's total, and at most, if
    /// each is its own product's.
    pub span: Option<(f64, f64)>,
}

/// What some rows come to.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Summary {
    pub videos: usize,
    /// ResultRows that name a product or its sales.
    pub products: usize,
    pub views: Total,
    pub gmv: Total,
    pub units: Total,
}

impl Summary {
    /// Of these rows, in any order.
    #[must_use]
    pub fn of(rows: &ResultRows, shown: &[RowIndex]) -> Self {
        // By place and not by order, so that a sum is the same to its last digit however they are sorted.
        let mut is_shown = vec![false; rows.len()];
        for row in shown {
            is_shown[*row as usize] = true;
        }
        let views = total(rows, &is_shown, Metric::Views);
        Self {
            videos: views.counted + views.unknown,
            products: shown.len(),
            views,
            gmv: total(rows, &is_shown, Metric::Gmv),
            units: total(rows, &is_shown, Metric::Units),
        }
    }
}

fn total(rows: &ResultRows, is_shown: &[bool], metric: Metric) -> Total {
    let mut total = Total::default();
    let mut counted = Vec::with_capacity(rows.videos().len());
    let (mut least, mut most) = (0.0, 0.0);
    for video in 0..rows.videos().len() {
        let all = rows.of_video(video);
        let several = all.len() > 1 && metric.scope() == Scope::Row;
        let mut shown = all.filter(|row| is_shown[*row as usize]).peekable();
        if shown.peek().is_none() {
            continue;
        }
        // The greatest of its values, and all of them together.
        let mut known = None;
        for value in shown.filter_map(|row| rows.value(row, metric)) {
            let (greatest, sum) = known.unwrap_or((0.0, 0.0));
            known = Some((value.max(greatest), value + sum));
        }
        match known {
            None => total.unknown += 1,
            Some((greatest, sum)) if several => {
                total.several += 1;
                least += greatest;
                most += sum;
            }
            Some((value, _)) => counted.push(value),
        }
    }
    total.counted = counted.len();
    total.sum = counted.iter().sum();
    total.span = (total.several > 0).then_some((total.sum + least, total.sum + most));
    total.median = median(&counted);
    total
}

/// The middle value, or the mean of the two in the middle. No value is negative.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let middle = values.len() / 2;
    match (values.len(), values.len().is_multiple_of(2)) {
        (0, _) => None,
        (_, true) => Some((nth(values, middle - 1) + nth(values, middle)) / 2.0),
        (_, false) => Some(nth(values, middle)),
    }
}

/// The value with so many below it, found byte by byte: the bits of floats that are not negative are in
/// their order. The library's own way is three times as much code for a page to load.
fn nth(values: &[f64], mut below: usize) -> f64 {
    let (mut found, mut known) = (0, 0);
    for shift in [56, 48, 40, 32, 24, 16, 8, 0] {
        let mut counts = [0; 256];
        let alike = values.iter().map(|value| value.to_bits());
        for bits in alike.filter(|bits| bits & known == found) {
            counts[usize::from((bits >> shift) as u8)] += 1;
        }
        let mut byte = 0;
        for count in counts {
            if below < count {
                break;
            }
            below -= count;
            byte += 1;
        }
        found |= byte << shift;
        known |= 0xff << shift;
    }
    f64::from_bits(found)
}
