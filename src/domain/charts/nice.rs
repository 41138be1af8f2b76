//! Round numbers for ticks and scales: the series …, 0.5, 1, 2, 5, 10, …, by index.

/// The number of the series with an index; index 0 is 1.
#[must_use]
pub fn nice_step(index: i32) -> f64 {
    [1.0, 2.0, 5.0][index.rem_euclid(3) as usize] * 10_f64.powi(index.div_euclid(3))
}

/// The index of the lowest number of the series that is at least `value`, which must be above zero.
#[must_use]
pub fn ceil_index(value: f64) -> i32 {
    let index = floor_index(value);
    if nice_step(index) >= value * TOLERANCE {
        index
    } else {
        index + 1
    }
}

/// The index of the highest number of the series that is at most `value`, which must be above zero.
#[must_use]
pub fn floor_index(value: f64) -> i32 {
    let decade = value.log10().floor() as i32;
    // The logarithm may be wrong in its last digit, and so the decade may be wrong by one.
    let mut index = decade * 3 + 3;
    while nice_step(index) * TOLERANCE > value {
        index -= 1;
    }
    index
}

/// Values that differ only by rounding errors count as equal.
const TOLERANCE: f64 = 1.0 - 1e-12;
