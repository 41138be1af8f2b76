//! The values of a scale that get a tick.

use crate::domain::charts::nice::{ceil_index, floor_index, nice_multiple, nice_step};
use crate::domain::charts::scale::Scale;

/// The multiples of a step on a linear scale; the step is a round number, given by its index.
#[must_use]
pub fn linear_ticks(scale: &Scale, step: i32) -> Vec<f64> {
    let steps = (scale.max / nice_step(step) + 0.5) as i32;
    let multiple = |n| nice_multiple(f64::from(n), step);
    (0..=steps).map(multiple).collect()
}

/// The round numbers on a logarithmic scale, or only as many as there is room for: powers of ten, or every second of
/// these, and so on.
#[must_use]
pub fn log_ticks(scale: &Scale, max_count: i32) -> Vec<f64> {
    let indices = floor_index(scale.min)..=ceil_index(scale.max);
    let ticks = |stride: i32| indices.clone().filter(move |index| index % stride == 0);
    let mut stride = 1;
    while ticks(stride).count() as i32 > max_count.max(2) {
        stride = if stride == 1 { 3 } else { stride + 3 };
    }
    ticks(stride).map(nice_step).collect()
}

/// The edges of a distribution's bins on a logarithmic scale: the round numbers. If these are few, there are edges
/// between them as well, but only whole ones if `whole`.
#[must_use]
pub fn log_edges(scale: &Scale, whole: bool) -> Vec<f64> {
    let (low, high) = (floor_index(scale.min), ceil_index(scale.max));
    let mut edges = Vec::new();
    for index in low..high {
        let (edge, between) = (nice_step(index), nice_multiple(1.5, index));
        edges.push(edge);
        if high - low < 9 && !(whole && between.fract() > 0.0) {
            edges.push(between);
        }
    }
    edges.push(nice_step(high));
    edges
}
