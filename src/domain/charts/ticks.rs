//! The values that get a tick.

use crate::domain::charts::nice::{above, below, nice_step};
use crate::domain::charts::scale::Scale;

/// Every `step` from zero.
#[must_use]
pub fn even(scale: &Scale, step: f64) -> Vec<f64> {
    let steps = (scale.high / step + 0.5) as i32;
    (0..=steps).map(|n| f64::from(n) * step).collect()
}

/// Edges for counting on a logarithmic scale: all of the series; and where these are few, values between,
/// whole ones if only such are counted.
#[must_use]
pub fn edges(scale: &Scale, whole: bool) -> Vec<f64> {
    let (low, high) = (below(scale.low), above(scale.high));
    let mut edges = Vec::new();
    for index in low..high {
        let (edge, between) = (nice_step(index), nice_step(index) * 1.5);
        edges.push(edge);
        if high - low < 9 && !(whole && between.fract() > 0.0) {
            edges.push(between);
        }
    }
    edges.push(nice_step(high));
    edges
}

/// Those of the series on a logarithmic scale that there is room for: all, or powers of ten, or every
/// second of these, and so on.
#[must_use]
pub fn powers(scale: &Scale, most: i32) -> Vec<f64> {
    let places = below(scale.low)..=above(scale.high);
    let mut stride = 1;
    let fitting = |stride: i32| places.clone().filter(move |index| index % stride == 0);
    while fitting(stride).count() as i32 > most.max(2) {
        stride = if stride == 1 { 3 } else { stride + 3 };
    }
    fitting(stride).map(nice_step).collect()
}
