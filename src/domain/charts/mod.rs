//! Charts of a result, laid out in whole pixels. Texts and colours are the components'.

pub mod bars;
pub mod columns;
pub mod groups;
pub mod hit;
pub mod nice;
pub mod samples;
pub mod scale;
pub mod scatter;
pub mod shapes;
pub mod ticks;
pub mod time_bucket;

use crate::domain::charts::shapes::Chart;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::view::{ChartChoice, ChartKind};

/// The least width that a chart is drawn for.
const LEAST_WIDTH: i32 = 240;

impl Chart {
    /// Lays out the chosen chart of these rows.
    #[must_use]
    pub fn new(rows: &ResultRows, shown: &[RowIndex], choice: &ChartChoice, width: i32) -> Self {
        let width = width.clamp(LEAST_WIDTH, 4_000);
        match choice.kind {
            ChartKind::Bars => bars::of_rows(rows, shown, choice.metric, width),
            ChartKind::Scatter => scatter::scatter(rows, shown, choice, width),
            ChartKind::Distribution => columns::distribution(rows, shown, choice, width),
            ChartKind::Timeline => columns::timeline(rows, shown, choice.metric, width),
            ChartKind::Regions => bars::of_regions(rows, shown, choice.metric, width),
            ChartKind::Hashtags => bars::of_hashtags(rows, shown, choice.metric, width),
        }
    }
}
