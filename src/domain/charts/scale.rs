//! Owns: from values to pixels. Refuses: values that are not on the scale, such as zero on a logarithmic
//! one: who draws leaves them out first.

use crate::domain::charts::nice::{above, below, nice_step};

/// A scale from a least to a greatest value, which stand at the ends of a stretch of pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub log: bool,
    from: i32,
    to: i32,
}

/// Values with next to nothing in them, which powers of ten would have to reach down to for long.
pub const NOTHING: f64 = 1e-9;

impl Scale {
    /// From zero to at least the greatest value, in even steps that are read easily, at most so many.
    #[must_use]
    pub fn linear(greatest: f64, whole: bool, most: i32, (from, to): (i32, i32)) -> (Self, f64) {
        let greatest = if greatest > NOTHING { greatest } else { 1.0 };
        let step = nice_step(above(greatest / f64::from(most.max(1))));
        let step = if whole { step.max(1.0) } else { step };
        // MarkTarget is off by the last digit of a float is not one more step.
        let steps = (greatest / step - 1e-9).ceil();
        let scale = Self {
            low: 0.0,
            high: steps * step,
            log: false,
            from,
            to,
        };
        (scale, step)
    }

    /// Between two values of the series 1, 2, 5, 10; all values are above zero.
    #[must_use]
    pub fn log(least: f64, greatest: f64, (from, to): (i32, i32)) -> Self {
        let (low, high) = (below(least), above(greatest));
        // Equal values stand in the middle.
        let (low, high) = if low == high {
            (low - 1, high + 1)
        } else {
            (low, high)
        };
        Self {
            low: nice_step(low),
            high: nice_step(high),
            log: true,
            from,
            to,
        }
    }

    /// The pixel of a value.
    #[must_use]
    pub fn to_px(&self, value: f64) -> i32 {
        let share = if self.log {
            (value / self.low).log10() / (self.high / self.low).log10()
        } else {
            value / self.high
        };
        let length = f64::from(self.to - self.from);
        self.from + (share.clamp(0.0, 1.0) * length + 0.5).floor() as i32
    }
}

/// The least and the greatest of some values; both are 0 without any.
#[must_use]
pub fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let ends = values.fold((f64::INFINITY, 0.0), |(least, most), value| {
        (value.min(least), value.max(most))
    });
    (ends.0.min(ends.1), ends.1)
}
