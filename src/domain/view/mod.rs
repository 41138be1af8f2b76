//! How a result is shown: as cards, table, charts or comparison, with which sort, filter, columns, selection and chart.

pub mod url;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::filter::Filter;
use crate::domain::ids::VideoId;
use crate::domain::imports::ImportedColumns;
use crate::domain::metrics::Metric;
use crate::domain::rows::column::Column;
use crate::domain::rows::sort::Sort;

/// One of the views that the view switcher offers.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Default, IntoStaticStr, EnumString, VariantArray,
)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub enum Mode {
    #[default]
    Cards,
    Table,
    Charts,
    /// The selected videos side by side.
    Compare,
}

/// A kind of chart.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Default, IntoStaticStr, EnumString, VariantArray,
)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub enum ChartKind {
    /// The rows with the highest values of a metric.
    #[default]
    Bars,
    /// One metric against another.
    Scatter,
    /// How many rows have how much of a metric.
    Distribution,
    /// A metric by the day of publication.
    Timeline,
    /// A metric by region.
    Regions,
    /// A metric by hashtag.
    Hashtags,
}

/// Which chart is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChartChoice {
    pub kind: ChartKind,
    /// The chart's metric; on the y axis of a scatter chart.
    pub metric: Metric,
    /// The metric on the x axis of a scatter chart.
    pub x_metric: Metric,
    /// Whether axes are logarithmic.
    pub log: bool,
}

impl Default for ChartChoice {
    /// GMV, and for a scatter chart GMV vs. views. Logarithmic, since a few videos have most of both.
    fn default() -> Self {
        Self {
            kind: ChartKind::default(),
            metric: Metric::Gmv,
            x_metric: Metric::Views,
            log: true,
        }
    }
}

/// How many videos can be selected for comparison.
pub const MAX_SELECTED: usize = 6;

/// How a result is shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct View {
    pub mode: Mode,
    /// Whether all loaded pages of the query are shown together.
    pub all_pages: bool,
    pub sort: Sort,
    pub filter: Filter,
    /// The table's columns after the first one, which always is the video. `None` are the default ones.
    pub columns: Option<Vec<Column>>,
    /// The videos to compare: at most [`MAX_SELECTED`], in the order of selection.
    pub selected: Vec<VideoId>,
    /// The video that a comparison's differences are from. Without it, the first selected one.
    pub baseline: Option<VideoId>,
    pub chart: ChartChoice,
}

/// The columns of a table that the user has not changed, after the imported ones if there are any.
pub const DEFAULT_COLUMNS: [Column; 11] = [
    Column::Metric(Metric::Gmv),
    Column::Metric(Metric::Units),
    Column::Metric(Metric::Views),
    Column::Metric(Metric::Gpm),
    Column::Metric(Metric::PricePerUnit),
    Column::Metric(Metric::UnitsPerThousandViews),
    Column::Metric(Metric::EngagementRate),
    Column::Metric(Metric::SaveRate),
    Column::Product,
    Column::Region,
    Column::Published,
];

/// What follows the column of the product among them, once products are named.
const PRODUCT_COLUMNS: [Column; 3] = [
    Column::Price,
    Column::Metric(Metric::CommissionRate),
    Column::Metric(Metric::ExpectedCommission),
];

impl View {
    /// The table's columns for results with these imported ones, and with named products or none. Chosen columns of a file
    /// that is not there are left out.
    #[must_use]
    pub fn columns_with(&self, imported: &ImportedColumns, has_products: bool) -> Vec<Column> {
        match &self.columns {
            Some(chosen) => {
                let chosen = chosen.iter().copied();
                chosen.filter(|column| column.is_in(imported)).collect()
            }
            None => {
                let mut columns: Vec<Column> =
                    Column::imported(imported).chain(DEFAULT_COLUMNS).collect();
                let product = columns.iter().position(|it| *it == Column::Product);
                if let Some(product) = product.filter(|_| has_products) {
                    columns.splice(product + 1..product + 1, PRODUCT_COLUMNS);
                }
                columns
            }
        }
    }

    /// Selects a video, or deselects it. Does nothing if the selection is full.
    pub fn toggle(&mut self, id: VideoId) {
        match self.selected.iter().position(|other| *other == id) {
            Some(index) => {
                self.selected.remove(index);
                self.baseline = self.baseline.filter(|baseline| *baseline != id);
            }
            None if self.is_full() => {}
            None => self.selected.push(id),
        }
    }

    /// Whether no more videos can be selected.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.selected.len() >= MAX_SELECTED
    }
}
