//! Owns: which values a chart is of. Refuses: counting a video's own figure once a product, and an unknown
//! value as any value.

use super::LeftOut;
use super::scale::NOTHING;
use crate::domain::lines::{LineNo, Lines};
use crate::domain::metrics::Figure;

/// A line's value, or its two.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sample {
    pub line: LineNo,
    pub value: f64,
    /// Of the figure across; where there is none, the same as `value`.
    pub across: f64,
}

/// Beyond any number that this page could be about, and so no number to lay out a chart by.
const ABSURD: f64 = 1e18;

/// What to make of videos with several products.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// A sample a line.
    Apart,
    LeftOut,
}

/// The known values of `figure` in the shown lines, and those of `across`. A figure of the video's own
/// comes once a video. With `log` zero is left out.
#[must_use]
pub fn samples(
    lines: &Lines,
    shown: &[LineNo],
    (figure, across): (Figure, Figure),
    several: Several,
    log: bool,
) -> (Vec<Sample>, LeftOut) {
    let of_sales = figure.is_of_sales() || across.is_of_sales();
    let mut seen = vec![false; lines.videos().len()];
    let mut out = LeftOut::default();
    let mut samples = Vec::with_capacity(shown.len());
    for line in shown.iter().copied() {
        let again = std::mem::replace(&mut seen[lines.video_no(line)], true);
        if again && !of_sales {
            continue;
        }
        let known = |figure| {
            let value = lines.value(line, figure);
            value.filter(|value| (0.0..ABSURD).contains(value))
        };
        let (Some(value), Some(across)) = (known(figure), known(across)) else {
            out.unknown += 1;
            continue;
        };
        if of_sales && lines.video(line).sales.len() > 1 {
            match several {
                Several::Apart => out.apart += 1,
                Several::LeftOut => {
                    out.several += 1;
                    continue;
                }
            }
        }
        if log && value.min(across) < NOTHING {
            out.zero += 1;
            continue;
        }
        samples.push(Sample {
            line,
            value,
            across,
        });
    }
    (samples, out)
}
