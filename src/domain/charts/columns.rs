//! The columns of a distribution or a timeline.

use crate::domain::charts::shapes::{Mark, MarkTarget, Plot};

/// A column between two x pixels, with its top at a y pixel. A column of zero is visible as well.
pub fn column(
    (left, right): (i32, i32),
    top: i32,
    plot: Plot,
    target: MarkTarget,
    value: f64,
    count: usize,
) -> Mark {
    let gap = if right - left > 5 { 1 } else { 0 };
    let top = top.min(plot.bottom - 1);
    let x = left.min(plot.right - 1) + gap;
    Mark {
        x,
        y: top,
        width: (right - gap - x).max(1),
        height: plot.bottom - top,
        target,
        value,
        other: count as f64,
    }
}
