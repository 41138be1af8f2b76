//! Owns: how a result is looked at: cards, table, charts or comparison, order, filter, columns, selection;
//! and its form in an address, so that a link shows a colleague the same.
//! Refuses: what is asked for (`query`), and what is malformed in an address: that part is as if it were
//! not there, for nothing is spent on it.

pub mod url;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::filter::Filter;
use crate::domain::ids::VideoId;
use crate::domain::metrics::Metric;
use crate::domain::rows::column::Column;
use crate::domain::rows::sort::Sort;

/// What shows the result.
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
    /// The lines with the most of a metric.
    #[default]
    Bars,
    /// One metric against another.
    Scatter,
    /// How many lines have how much of a metric.
    Distribution,
    /// A metric by the day of publication.
    Timeline,
    /// A metric by region.
    Regions,
    /// A metric by hashtag.
    Hashtags,
}

/// Which chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChartChoice {
    pub kind: ChartKind,
    /// The metric that it is about; a scatter's vertical one.
    pub metric: Metric,
    /// A scatter's horizontal metric.
    pub across: Metric,
    /// Whether axes are in powers of ten.
    pub log: bool,
}

impl Default for ChartChoice {
    /// GMV, and for a scatter views across; powers of ten, since a few videos have most of both.
    fn default() -> Self {
        Self {
            kind: ChartKind::default(),
            metric: Metric::Gmv,
            across: Metric::Views,
            log: true,
        }
    }
}

/// The most videos that are compared.
pub const MOST_SELECTED: usize = 6;

/// How a result is looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    pub mode: Mode,
    /// Whether all pages of the query that the tab has are looked at together.
    pub all_pages: bool,
    pub sort: Sort,
    pub filter: Filter,
    /// The table's columns after the first, which is the video itself.
    pub columns: Vec<Column>,
    /// At most [`MOST_SELECTED`], in the order of selection.
    pub selected: Vec<VideoId>,
    /// What a comparison's differences are from; the first selected without it.
    pub base: Option<VideoId>,
    pub chart: ChartChoice,
}

/// The columns of a table that nobody has changed.
pub const USUAL_COLUMNS: [Column; 11] = [
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

impl Default for View {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            all_pages: false,
            sort: Sort::default(),
            filter: Filter::default(),
            columns: USUAL_COLUMNS.to_vec(),
            selected: Vec::new(),
            base: None,
            chart: ChartChoice::default(),
        }
    }
}

impl View {
    /// Selects a video, or no longer. A full selection takes no more.
    pub fn toggle(&mut self, id: VideoId) {
        match self.selected.iter().position(|other| *other == id) {
            Some(place) => {
                self.selected.remove(place);
                self.base = self.base.filter(|base| *base != id);
            }
            None if self.selected.len() < MOST_SELECTED => self.selected.push(id),
            None => {}
        }
    }

    /// Whether nothing more can be selected.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.selected.len() >= MOST_SELECTED
    }
}
