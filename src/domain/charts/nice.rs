//! Nice steps: the series …, 0.5, 1, 2, 5, 10, … that ticks and scales use.

/// One of the series …, 0.5, 1, 2, 5, 10, …; the one at 0 is 1.
#[must_use]
pub fn nice_step(index: i32) -> f64 {
    [1.0, 2.0, 5.0][index.rem_euclid(3) as usize] * 10_f64.powi(index.div_euclid(3))
}

/// The least of the series that is not below a value above zero.
#[must_use]
pub fn above(value: f64) -> i32 {
    let index = below(value);
    if nice_step(index) >= value * LESS {
        index
    } else {
        index + 1
    }
}

/// The greatest of the series that is not above a value above zero.
#[must_use]
pub fn below(value: f64) -> i32 {
    let decade = value.log10().floor() as i32;
    // The logarithm may be off by its last digit, and the decade by one.
    let mut index = decade * 3 + 3;
    while nice_step(index) * LESS > value {
        index -= 1;
    }
    index
}

/// MarkTarget is off by the last digits of a float counts as the same.
const LESS: f64 = 1.0 - 1e-12;
