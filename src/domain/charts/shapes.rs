//! A chart as shapes in whole pixels: what is drawn where, what each mark stands for, and what is excluded and why.

use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::dates::day::Day;
use crate::domain::metrics::Metric;
use crate::domain::rows::RowIndex;

/// A chart of a certain width.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Chart {
    pub width: i32,
    pub height: i32,
    pub plot: Plot,
    /// `None` for horizontal bars, which have their names and values beside them.
    pub x_axis: Option<Axis>,
    pub y_axis: Option<Axis>,
    /// In the order in which the arrow keys go through them.
    pub marks: Vec<Mark>,
    pub shape: MarkShape,
    pub reference_lines: Vec<ReferenceLine>,
    pub notes: ChartNotes,
}

/// The area of a chart that its marks are in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Plot {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// What marks look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MarkShape {
    #[default]
    Points,
    Columns,
    /// Horizontal bars, each with its name.
    Bars {
        /// Whether names are above their bars, and not to the left of them.
        names_above: bool,
        /// The width for names.
        name_width: i32,
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
    pub target: MarkTarget,
    /// The value that its position or length shows.
    pub value: f64,
    /// A point's value on the x axis; how many videos or rows are in a group.
    pub other: f64,
}

/// What a mark stands for.
#[derive(Clone, PartialEq, Debug)]
pub enum MarkTarget {
    Row(RowIndex),
    /// The lowest and the highest value, both included.
    Between(f64, f64),
    /// The lowest value, and the one that all values are below.
    Below(f64, f64),
    /// The first and the last day.
    Days(Day, Day),
    /// A region's code, or `filter::NO_REGION`.
    Region(String),
    /// Without `#`.
    Hashtag(String),
}

/// What values count, which decides how they are formatted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity {
    Metric(Metric),
    /// Videos or rows.
    Count,
    /// The first days of time buckets, in Unix seconds.
    Date(TimeBucket),
}

impl Quantity {
    /// Whether its values are whole numbers.
    #[must_use]
    pub fn is_whole(self) -> bool {
        match self {
            Self::Metric(metric) => metric.unit().is_whole(),
            Self::Count | Self::Date(_) => true,
        }
    }
}

/// An axis.
#[derive(Clone, PartialEq, Debug)]
pub struct Axis {
    pub quantity: Quantity,
    /// Pixel and value of each tick.
    pub ticks: Vec<(i32, f64)>,
}

/// A line that helps to read the marks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ReferenceLine {
    pub from: (i32, i32),
    pub to: (i32, i32),
    pub kind: ReferenceKind,
    pub value: f64,
    /// The position of its text.
    pub text: (i32, i32),
    /// Whether the text ends at that position. Otherwise it is centered there.
    pub text_ends: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReferenceKind {
    LowerQuartile,
    Median,
    UpperQuartile,
    /// A line of equal GMV per 1 000 views.
    Gpm,
}

/// How many rows or videos a chart excludes, or does not show as the user may expect.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ChartNotes {
    /// The metric is unknown.
    pub unknown_excluded: usize,
    /// The metric is too large to be true.
    pub too_large_excluded: usize,
    /// The metric is zero, which logarithmic axes cannot show.
    pub zero_excluded: usize,
    /// Rows of videos with several products: each may already be the video's total.
    pub multi_product_excluded: usize,
    /// Such rows, if each has a mark.
    pub multi_product_separate: usize,
    /// Bars that are too low in the ranking to be shown.
    pub more: usize,
}

impl Plot {
    /// The height of a chart with axes, and its plot, which has `above` pixels above it.
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

    /// The pixels of an x axis, from its lowest value to its highest.
    #[must_use]
    pub fn x_pixels(self) -> (i32, i32) {
        (self.left, self.right)
    }

    /// The pixels of a y axis, from its lowest value to its highest.
    #[must_use]
    pub fn y_pixels(self) -> (i32, i32) {
        (self.bottom, self.top)
    }
}
