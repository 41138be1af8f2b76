//! Scales, which map values to pixels.

use crate::domain::charts::nice::{ceil_index, floor_index, nice_multiple, nice_step};

/// A linear or logarithmic scale. Values on a logarithmic one must be above zero.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scale {
    pub min: f64,
    pub max: f64,
    pub log: bool,
    /// The pixels of `min` and `max`.
    pixels: (i32, i32),
}

/// Lower values count as zero. A logarithmic scale would need too many decades to reach them.
pub const MIN_VALUE: f64 = 1e-9;

impl Scale {
    /// A scale from zero to at least `max`, and the index of its step among the round numbers: a whole one if `whole`.
    /// It has at most `max_steps` steps.
    #[must_use]
    pub fn linear(max: f64, whole: bool, max_steps: i32, pixels: (i32, i32)) -> (Self, i32) {
        let max = if max > MIN_VALUE { max } else { 1.0 };
        let index = ceil_index(max / f64::from(max_steps.max(1)));
        let index = if whole { index.max(0) } else { index };
        // A rounding error must not add a step.
        let steps = (max / nice_step(index) - 1e-9).ceil();
        let scale = Self {
            min: 0.0,
            max: nice_multiple(steps, index),
            log: false,
            pixels,
        };
        (scale, index)
    }

    /// A logarithmic scale between two round numbers, from at most `min` to at least `max`.
    #[must_use]
    pub fn log(min: f64, max: f64, pixels: (i32, i32)) -> Self {
        let (low, high) = match (floor_index(min), ceil_index(max)) {
            // Equal values are in the middle.
            (low, high) if low == high => (low - 1, high + 1),
            indices => indices,
        };
        Self {
            min: nice_step(low),
            max: nice_step(high),
            log: true,
            pixels,
        }
    }

    /// The pixel of a value.
    #[must_use]
    pub fn to_px(&self, value: f64) -> i32 {
        let share = if self.log {
            (value / self.min).log10() / (self.max / self.min).log10()
        } else {
            value / self.max
        };
        let (from, to) = self.pixels;
        let length = f64::from(to - from);
        from + (share.clamp(0.0, 1.0) * length + 0.5).floor() as i32
    }
}

/// The lowest and the highest of some values that are not negative; both are 0 if there are none.
#[must_use]
pub fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (min, max) = values.fold((f64::INFINITY, 0.0_f64), |(min, max), value| {
        (value.min(min), value.max(max))
    });
    (min.min(max), max)
}
