//! Round numbers for ticks and scales: the series …, 0.5, 1, 2, 5, 10, …, by index.

/// The number of the series with an index; index 0 is 1.
#[must_use]
pub fn nice_step(index: i32) -> f64 {
    nice_multiple(1.0, index)
}

/// A multiple of the number of the series with an index, as exact as its decimal digits: 0.3, where 3 × 0.1 is
/// 0.30000000000000004. A filter by such a value must find what a chart counts with it.
#[must_use]
pub fn nice_multiple(factor: f64, index: i32) -> f64 {
    let (digit, power) = (
        [1.0, 2.0, 5.0][index.rem_euclid(3) as usize],
        index.div_euclid(3),
    );
    // A negative power of ten has no exact value, a positive one has.
    match power < 0 {
        true => factor * digit / 10_f64.powi(-power),
        false => factor * digit * 10_f64.powi(power),
    }
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
