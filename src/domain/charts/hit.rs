//! Owns: the mark that is meant: the one at a pointer, and the next by a key. Refuses: events.

use crate::domain::charts::shapes::{Chart, Form};

/// How far from a mark still means it, in pixels.
const NEAR: i32 = 24;

impl Chart {
    /// The mark at a place: the nearest one. A column is meant all the way up, a row all the way across.
    #[must_use]
    pub fn mark_at(&self, x: i32, y: i32) -> Option<usize> {
        let away = |at: i32, start: i32, length: i32| (start - at).max(at - start - length).max(0);
        let mut nearest = (NEAR * NEAR + 1, None);
        for (index, mark) in self.marks.iter().enumerate() {
            let right = away(x, mark.x, mark.width);
            let down = away(y, mark.y, mark.height);
            let distance = match self.form {
                Form::Points => right
                    .saturating_mul(right)
                    .saturating_add(down.saturating_mul(down)),
                Form::Columns => right.saturating_mul(right),
                Form::Rows { .. } => down.saturating_mul(down),
            };
            if distance < nearest.0 {
                nearest = (distance, Some(index));
            }
        }
        nearest.1
    }

    /// Where a key leads to from a mark; nowhere, for keys that are none of a chart's.
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
