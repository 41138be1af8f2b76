//! Which mark the pointer or a key selects.

use crate::domain::charts::shapes::{Chart, MarkShape};

/// The maximum distance of the pointer from a mark, in pixels.
const MAX_DISTANCE: i32 = 24;

impl Chart {
    /// The mark nearest to a point. For columns only the horizontal distance counts, for bars only the vertical one.
    #[must_use]
    pub fn mark_at(&self, x: i32, y: i32) -> Option<usize> {
        let distance = |at: i32, start: i32, length: i32| {
            let outside = (start - at).max(at - start - length).max(0);
            i64::from(outside).pow(2)
        };
        let squared_distances = self.marks.iter().enumerate().map(|(index, mark)| {
            let horizontal = distance(x, mark.x, mark.width);
            let vertical = distance(y, mark.y, mark.height);
            let squared_distance = match self.shape {
                MarkShape::Points => horizontal + vertical,
                MarkShape::Columns => horizontal,
                MarkShape::Bars { .. } => vertical,
            };
            (squared_distance, index)
        });
        let (squared_distance, index) = squared_distances.min()?;
        (squared_distance <= i64::from(MAX_DISTANCE).pow(2)).then_some(index)
    }

    /// The mark that a key moves to. `None` for keys that have no meaning in a chart.
    #[must_use]
    pub fn mark_by(&self, key: &str, from: usize) -> Option<usize> {
        let last = self.marks.len().checked_sub(1)?;
        let page = (last / 10).max(1);
        let to = match key {
            "ArrowRight" | "ArrowDown" => from + 1,
            "ArrowLeft" | "ArrowUp" => from.saturating_sub(1),
            "PageDown" => from + page,
            "PageUp" => from.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            _ => return None,
        };
        Some(to.min(last))
    }
}
