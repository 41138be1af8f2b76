//! Owns: the values that ticks stand at: 1, 2, 5 and their powers of ten. Refuses: pixels.

use super::scale::Scale;

/// One of the series …, 0.5, 1, 2, 5, 10, …; the one at 0 is 1.
#[must_use]
pub fn rung(place: i32) -> f64 {
    [1.0, 2.0, 5.0][place.rem_euclid(3) as usize] * 10_f64.powi(place.div_euclid(3))
}

/// The least of the series that is not below a value above zero.
#[must_use]
pub fn above(value: f64) -> i32 {
    let place = below(value);
    if rung(place) >= value * LESS {
        place
    } else {
        place + 1
    }
}

/// The greatest of the series that is not above a value above zero.
#[must_use]
pub fn below(value: f64) -> i32 {
    let decade = value.log10().floor() as i32;
    // The logarithm may be off by its last digit, and the decade by one.
    let mut place = decade * 3 + 3;
    while rung(place) * LESS > value {
        place -= 1;
    }
    place
}

/// What is off by the last digits of a float counts as the same.
const LESS: f64 = 1.0 - 1e-12;

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
    for place in low..high {
        let (edge, between) = (rung(place), rung(place) * 1.5);
        edges.push(edge);
        if high - low < 9 && !(whole && between.fract() > 0.0) {
            edges.push(between);
        }
    }
    edges.push(rung(high));
    edges
}

/// Those of the series on a logarithmic scale that there is room for: all, or powers of ten, or every
/// second of these, and so on.
#[must_use]
pub fn powers(scale: &Scale, most: i32) -> Vec<f64> {
    let places = below(scale.low)..=above(scale.high);
    let mut stride = 1;
    let fitting = |stride: i32| places.clone().filter(move |place| place % stride == 0);
    while fitting(stride).count() as i32 > most.max(2) {
        stride = if stride == 1 { 3 } else { stride + 3 };
    }
    fitting(stride).map(rung).collect()
}
