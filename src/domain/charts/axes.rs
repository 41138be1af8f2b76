//! Axes with as many ticks as there is room for.

use crate::domain::charts::scale::Scale;
use crate::domain::charts::shapes::{Axis, Quantity};
use crate::domain::charts::ticks::{linear_ticks, log_ticks};

/// The width of a tick's text on an x axis, in pixels.
pub const X_TICK: i32 = 76;
/// The distance of ticks on a y axis, in pixels.
pub const Y_TICK: i32 = 48;

/// A linear axis from zero to at least `max`. `pixels` are those of its lowest and its highest value.
#[must_use]
pub fn linear_axis(quantity: Quantity, max: f64, pixels: (i32, i32), tick: i32) -> (Scale, Axis) {
    let max_steps = (pixels.1 - pixels.0).abs() / tick;
    let (scale, step) = Scale::linear(max, quantity.is_whole(), max_steps, pixels);
    (scale, axis(quantity, &scale, linear_ticks(&scale, step)))
}

/// A logarithmic axis from at most `min` to at least `max`.
#[must_use]
pub fn log_axis(
    quantity: Quantity,
    (min, max): (f64, f64),
    pixels: (i32, i32),
    tick: i32,
) -> (Scale, Axis) {
    let max_ticks = (pixels.1 - pixels.0).abs() / tick;
    let scale = Scale::log(min, max, pixels);
    (scale, axis(quantity, &scale, log_ticks(&scale, max_ticks)))
}

fn axis(quantity: Quantity, scale: &Scale, values: Vec<f64>) -> Axis {
    let ticks = values.into_iter().map(|value| (scale.to_px(value), value));
    Axis {
        quantity,
        ticks: ticks.collect(),
    }
}

/// The stride with which `count` texts on an x axis of `width` pixels don't overlap.
#[must_use]
pub fn x_tick_stride(count: usize, width: i32) -> usize {
    let max_count = (width / X_TICK).max(1) as usize;
    count.div_ceil(max_count).max(1)
}
