//! Owns: charts as shapes in whole pixels: what is drawn where, what each mark stands for, and what is left
//! out and why. Refuses: texts, colours, and the clock.

mod bars;
mod columns;
mod groups;
mod hit;
mod samples;
mod scale;
mod scatter;
mod ticks;

pub use groups::Every;

use super::day::Day;
use super::lines::{LineNo, Lines};
use super::metrics::Figure;
use super::view::{ChartChoice, ChartKind};

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
    pub guides: Vec<Guide>,
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

/// What marks look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    #[default]
    Points,
    Columns,
    /// Bars from left to right, each with its name.
    Rows {
        /// Whether names stand above their bars, and not before them.
        above: bool,
        /// What names may take in width.
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
    pub what: What,
    /// What its place or length says.
    pub value: f64,
    /// A point's other value, or how many videos or lines are in a group.
    pub other: f64,
}

/// What a mark stands for.
#[derive(Clone, PartialEq, Debug)]
pub enum What {
    Line(LineNo),
    /// Values from and to, both included.
    Between(f64, f64),
    /// The first and the last day.
    Days(Day, Day),
    /// A region's code, or `filter::NO_REGION`.
    Region(String),
    /// Without its `#`.
    Hashtag(String),
}

/// What values are values of, which decides how they are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity {
    Figure(Figure),
    /// How many videos or lines.
    Count,
    /// The first day of each, in Unix seconds.
    Date(Every),
}

/// An axis with its ticks: pixel and value.
#[derive(Clone, PartialEq, Debug)]
pub struct Axis {
    pub of: Quantity,
    pub ticks: Vec<(i32, f64)>,
}

/// A line to read marks by.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Guide {
    pub from: (i32, i32),
    pub to: (i32, i32),
    pub of: GuideOf,
    pub value: f64,
    /// Where the middle of its text is; or its end, with `before`.
    pub text: (i32, i32),
    pub before: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GuideOf {
    LowerQuartile,
    Median,
    UpperQuartile,
    /// The same GMV per 1 000 views all along.
    Gpm,
}

/// What is not drawn, or not as one might think.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LeftOut {
    /// Videos, or lines of sales, whose figure is not known.
    pub unknown: usize,
    /// The same with nothing of it, which powers of ten have no place for.
    pub zero: usize,
    /// Lines of videos with several products: each may repeat the video's total.
    pub several: usize,
    /// The same where each line is drawn by itself.
    pub apart: usize,
    /// Ranked lower than what is drawn.
    pub more: usize,
}

/// The least width that a chart is drawn for.
const LEAST_WIDTH: i32 = 240;

impl Chart {
    /// Lays out the chosen chart of these lines.
    #[must_use]
    pub fn new(lines: &Lines, shown: &[LineNo], choice: &ChartChoice, width: i32) -> Self {
        let width = width.clamp(LEAST_WIDTH, 4_000);
        match choice.kind {
            ChartKind::Bars => bars::of_lines(lines, shown, choice.figure, width),
            ChartKind::Scatter => scatter::scatter(lines, shown, choice, width),
            ChartKind::Distribution => columns::distribution(lines, shown, choice, width),
            ChartKind::Timeline => columns::timeline(lines, shown, choice.figure, width),
            ChartKind::Regions => bars::of_regions(lines, shown, choice.figure, width),
            ChartKind::Hashtags => bars::of_hashtags(lines, shown, choice.figure, width),
        }
    }
}

impl Plot {
    /// Of a chart with axes: how high the chart is, and where its marks go, below `above` pixels.
    fn with_axes(width: i32, above: i32) -> (i32, Self) {
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

/// Which figures are added up in a group, and which are not: of rates, a group has the median.
#[must_use]
pub fn is_summed(figure: Figure) -> bool {
    use super::metrics::Unit::{Count, Dollars};
    figure.is_given() && matches!(figure.unit(), Count | Dollars)
}
