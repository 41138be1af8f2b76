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

    /// The mark that a key moves to. Right, Up and Page Up increase its place, as in any slider. `None` for keys that
    /// have no meaning in a chart.
    #[must_use]
    pub fn mark_by(&self, key: &str, from: usize) -> Option<usize> {
        let count = self.marks.len();
        let (page, place) = ((count / 10).max(1), self.place(from));
        let to = match key {
            "ArrowRight" | "ArrowUp" => place + 1,
            "ArrowLeft" | "ArrowDown" => place.saturating_sub(1),
            "PageUp" => place + page,
            "PageDown" => place.saturating_sub(page),
            "Home" => 1,
            "End" => count,
            _ => return None,
        };
        (count > 0).then(|| self.index_at(to.clamp(1, count)))
    }

    /// The place of a mark among all, from 1 at the left, or at the bottom of horizontal bars: so Up moves up in a chart.
    #[must_use]
    pub fn place(&self, index: usize) -> usize {
        match self.is_vertical() {
            true => self.marks.len().saturating_sub(index),
            false => index + 1,
        }
    }

    fn index_at(&self, place: usize) -> usize {
        match self.is_vertical() {
            true => self.marks.len() - place,
            false => place - 1,
        }
    }

    /// Whether its marks are one above the other.
    #[must_use]
    pub fn is_vertical(&self) -> bool {
        matches!(self.shape, MarkShape::Bars { .. })
    }
}
