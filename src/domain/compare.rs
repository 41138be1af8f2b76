//! Owns: videos side by side: their figures, which is the best of each, and how far each is from the base.
//! Refuses: choosing between the lines of a video with several products: there is a value for each, and
//! none of them is best or has a difference.

use super::lines::Lines;
use super::metrics::{Direction, Figure};

/// One figure of the compared videos.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    pub figure: Figure,
    pub cells: Vec<Cell>,
}

/// A video's.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// One, or one a product where they differ; an unknown one is `None`.
    pub values: Vec<Option<f64>>,
    /// Whether none of the others is better; never where the figure has no better, or only one is known.
    pub is_best: bool,
    /// From the base, as a fraction of it: 0.25 is a quarter more. Unknown where either is or the base is
    /// zero, and for the base itself.
    pub difference: Option<f64>,
}

/// The rows for some videos, by their places. `base` is a place among `videos`.
#[must_use]
pub fn rows(lines: &Lines, videos: &[usize], base: usize) -> Vec<Row> {
    let row = |figure| row(lines, videos, base, figure);
    Figure::ALL.into_iter().map(row).collect()
}

fn row(lines: &Lines, videos: &[usize], base: usize, figure: Figure) -> Row {
    let values: Vec<_> = videos.iter().map(|no| values(lines, *no, figure)).collect();
    let singles: Vec<Option<f64>> = values.iter().map(|values| single(values)).collect();
    let known = singles.iter().flatten();
    let best = known.clone().copied().fold(f64::NEG_INFINITY, f64::max);
    let has_best = figure.direction() == Direction::MoreIsBetter
        && known.clone().count() > 1
        && known.clone().any(|value| *value < best);
    let from = singles
        .get(base)
        .copied()
        .flatten()
        .filter(|value| *value > 0.0);
    let cells = values.into_iter().zip(&singles).enumerate();
    let cell = |(place, (values, single)): (usize, (Vec<Option<f64>>, &Option<f64>))| Cell {
        values,
        is_best: has_best && *single == Some(best),
        difference: match (single, from) {
            (Some(value), Some(from)) if place != base => Some((value - from) / from),
            _ => None,
        },
    };
    Row {
        figure,
        cells: cells.map(cell).collect(),
    }
}

/// A video's values of a figure: one, if all its lines agree.
fn values(lines: &Lines, video_no: usize, figure: Figure) -> Vec<Option<f64>> {
    let mut values: Vec<_> = lines
        .of_video(video_no)
        .map(|line| lines.value(line, figure))
        .collect();
    values.dedup();
    values
}

fn single(values: &[Option<f64>]) -> Option<f64> {
    match values {
        [value] => *value,
        _ => None,
    }
}
