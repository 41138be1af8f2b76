//! A chart as shapes in whole pixels: what is drawn where, what each mark stands for, and what is left out
//! and why.

use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::dates::day::Day;
use crate::domain::metrics::Metric;
use crate::domain::rows::RowIndex;

/// A chart of a given width.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Chart {
    pub width: i32,
    pub height: i32,
    pub plot: Plot,
    /// Upright or from left to right; ranked bars have their values beside them instead.
    pub across: Option<Axis>,
    pub up: Option<Axis>,
    /// In the order in which arrow keys go through them.
    pub marks: Vec<Mark>,
    pub form: Form,
    pub reference_lines: Vec<ReferenceLine>,
    pub left_out: LeftOut,
}

/// The part of a chart that marks lie in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Plot {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// MarkTarget marks look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    #[default]
    Points,
    Columns,
    /// Bars from left to right, each with its name.
    Rows {
        /// Whether names stand above their bars, and not before them.
        above: bool,
        /// MarkTarget names may take in width.
        room: i32,
    },
}

/// A shape, and what it stands for.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// Its upper left corner. A point has no width and height.
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub what: MarkTarget,
    /// MarkTarget its place or length says.
    pub value: f64,
    /// A point's other value, or how many videos or rows are in a group.
    pub other: f64,
}

/// MarkTarget a mark stands for.
#[derive(Clone, PartialEq, Debug)]
pub enum MarkTarget {
    Row(RowIndex),
    /// Values from and to, both included.
    Between(f64, f64),
    /// The first and the last day.
    Days(Day, Day),
    /// A region's code, or `filter::NO_REGION`.
    Region(String),
    /// Without its `#`.
    Hashtag(String),
}

/// MarkTarget values are values of, which decides how they are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity {
    Metric(Metric),
    /// How many videos or rows.
    Count,
    /// The first day of each, in Unix seconds.
    Date(TimeBucket),
}

/// An axis with its ticks: pixel and value.
#[derive(Clone, PartialEq, Debug)]
pub struct Axis {
    pub of: Quantity,
    pub ticks: Vec<(i32, f64)>,
}

/// A row to read marks by.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ReferenceLine {
    pub from: (i32, i32),
    pub to: (i32, i32),
    pub of: ReferenceKind,
    pub value: f64,
    /// Where the middle of its text is; or its end, with `before`.
    pub text: (i32, i32),
    pub before: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReferenceKind {
    LowerQuartile,
    Median,
    UpperQuartile,
    /// The same GMV per 1 000 views all along.
    Gpm,
}

/// MarkTarget is not drawn, or not as one might think.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LeftOut {
    /// Videos, or rows of sales, whose metric is not known.
    pub unknown: usize,
    /// The same with nothing of it, which powers of ten have no place for.
    pub zero: usize,
    /// ResultRows of videos with several products: each may repeat the video's total.
    pub several: usize,
    /// The same where each row is drawn by itself.
    pub apart: usize,
    /// Ranked lower than what is drawn.
    pub more: usize,
}

impl Plot {
    /// Of a chart with axes: how high the chart is, and where its marks go, below `above` pixels.
    #[must_use]
    pub fn with_axes(width: i32, above: i32) -> (i32, Self) {
        let height = (width / 2).clamp(240, 480) + above;
        let plot = Self {
            left: 60,
            top: above,
            right: width - 32,
            bottom: height - 44,
        };
        (height, plot)
    }
}
