//! Charts of a result, laid out in whole pixels. Texts, colors and SVG are the components'.
//!
//! To add a chart, add a variant to `view::ChartKind`, a module here that lays it out as a [`Chart`], and a case in
//! [`Chart::new`].

pub mod axes;
pub mod bars;
pub mod columns;
pub mod distribution;
pub mod groups;
pub mod hit;
pub mod narrow;
pub mod nice;
pub mod samples;
pub mod scale;
pub mod scatter;
pub mod shapes;
pub mod ticks;
pub mod time_bucket;
pub mod timeline;

use crate::domain::charts::shapes::Chart;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::view::{ChartChoice, ChartKind};

/// The widths that charts are laid out for.
const MIN_WIDTH: i32 = 240;
const MAX_WIDTH: i32 = 4_000;

impl Chart {
    /// Lays out the chosen chart of the shown rows.
    #[must_use]
    pub fn new(rows: &ResultRows, shown: &[RowIndex], choice: &ChartChoice, width: i32) -> Self {
        let width = width.clamp(MIN_WIDTH, MAX_WIDTH);
        match choice.kind {
            ChartKind::Bars => bars::of_rows(rows, shown, choice.metric, width),
            ChartKind::Scatter => scatter::scatter(rows, shown, choice, width),
            ChartKind::Distribution => distribution::distribution(rows, shown, choice, width),
            ChartKind::Timeline => timeline::timeline(rows, shown, choice.metric, width),
            ChartKind::Regions => bars::of_regions(rows, shown, choice.metric, width),
            ChartKind::Hashtags => bars::of_hashtags(rows, shown, choice.metric, width),
        }
    }
}
