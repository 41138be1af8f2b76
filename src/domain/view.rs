//! Owns: how a result is looked at: cards, table, charts or comparison, order, filter, columns, selection;
//! and its form in an address, so that a link shows a colleague the same.
//! Refuses: what is asked for (`query`), and what is malformed in an address: that part is as if it were
//! not there, for nothing is spent on it.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::column::Column;
use super::filter::Filter;
use super::metrics::Figure;
use super::sort::Sort;
use super::video_id::VideoId;

/// What shows the result.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Mode {
    #[default]
    Cards,
    Table,
    Charts,
    /// The selected videos side by side.
    Compare,
}

impl Mode {
    pub const ALL: [Self; 4] = [Self::Cards, Self::Table, Self::Charts, Self::Compare];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Charts => "charts",
            Self::Compare => "compare",
        }
    }
}

/// A kind of chart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ChartKind {
    /// The lines with the most of a figure.
    #[default]
    Bars,
    /// One figure against another.
    Scatter,
    /// How many lines have how much of a figure.
    Distribution,
    /// A figure by the day of publication.
    Timeline,
    /// A figure by region.
    Regions,
    /// A figure by hashtag.
    Hashtags,
}

impl ChartKind {
    pub const ALL: [Self; 6] = [
        Self::Bars,
        Self::Scatter,
        Self::Distribution,
        Self::Timeline,
        Self::Regions,
        Self::Hashtags,
    ];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Bars => "bars",
            Self::Scatter => "scatter",
            Self::Distribution => "distribution",
            Self::Timeline => "timeline",
            Self::Regions => "regions",
            Self::Hashtags => "hashtags",
        }
    }
}

/// Which chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChartChoice {
    pub kind: ChartKind,
    /// The figure that it is about; a scatter's vertical one.
    pub figure: Figure,
    /// A scatter's horizontal figure.
    pub across: Figure,
    /// Whether axes are in powers of ten.
    pub log: bool,
}

impl Default for ChartChoice {
    /// GMV, and for a scatter views across; powers of ten, since a few videos have most of both.
    fn default() -> Self {
        Self {
            kind: ChartKind::default(),
            figure: Figure::Gmv,
            across: Figure::Views,
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
    Column::Figure(Figure::Gmv),
    Column::Figure(Figure::Units),
    Column::Figure(Figure::Views),
    Column::Figure(Figure::Gpm),
    Column::Figure(Figure::PricePerUnit),
    Column::Figure(Figure::UnitsPerThousandViews),
    Column::Figure(Figure::EngagementRate),
    Column::Figure(Figure::SaveRate),
    Column::Product,
    Column::Region,
    Column::Published,
];

impl Default for View {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
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

    /// The view for other videos: what was chosen among these means nothing there.
    pub fn leave_videos(&mut self) {
        self.filter = Filter::default();
        self.selected.clear();
        self.base = None;
        if self.mode == Mode::Compare {
            self.mode = Mode::Cards;
        }
    }

    /// Whether nothing more can be selected.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.selected.len() >= MOST_SELECTED
    }
}

const MODE: &str = "view";
const SORT: &str = "sort";
const COLUMNS: &str = "columns";
const SELECTED: &str = "selected";
const BASE: &str = "base";
const CHART: &str = "chart";
const FIGURE: &str = "figure";
const ACROSS: &str = "across";
const SCALE: &str = "scale";
const LINEAR: &str = "linear";

/// The columns as an address and the store have them: codes with commas.
#[must_use]
pub fn columns_text(columns: &[Column]) -> String {
    let codes: Vec<&str> = columns.iter().map(|column| column.code()).collect();
    codes.join(",")
}

impl fmt::Display for View {
    /// Its parameters, each with a `&` before it, to follow a query's; what is as usual is left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let usual = Self::default();
        let mut write = |name: &str, value: &str, is_usual: bool| match is_usual {
            true => Ok(()),
            false => write!(f, "&{name}={value}"),
        };
        write(MODE, self.mode.code(), self.mode == usual.mode)?;
        write(SORT, &self.sort.to_string(), self.sort == usual.sort)?;
        let columns = columns_text(&self.columns);
        write(COLUMNS, &columns, self.columns == usual.columns)?;
        let ids: Vec<String> = self.selected.iter().map(VideoId::to_string).collect();
        write(SELECTED, &ids.join(","), ids.is_empty())?;
        if let Some(base) = self.base {
            write(BASE, &base.to_string(), false)?;
        }
        let (chart, usual) = (&self.chart, usual.chart);
        write(CHART, chart.kind.code(), chart.kind == usual.kind)?;
        write(FIGURE, chart.figure.code(), chart.figure == usual.figure)?;
        write(ACROSS, chart.across.code(), chart.across == usual.across)?;
        write(SCALE, LINEAR, chart.log)?;
        self.filter.fmt(f)
    }
}

impl FromStr for View {
    type Err = Infallible;

    /// Reads a whole query string, with its "?" or without; what is not a view's is passed over.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let mut view = Self::default();
        let text = text.strip_prefix('?').unwrap_or(text);
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            view.read(&name, &value);
        }
        let is_selected = |base: &VideoId| view.selected.contains(base);
        view.base = view.base.filter(is_selected);
        Ok(view)
    }
}

impl View {
    fn read(&mut self, name: &str, value: &str) {
        let (usual, figure) = (ChartChoice::default(), Figure::from_code(value));
        match name {
            MODE => self.mode = coded(Mode::ALL, Mode::code, value),
            SORT => self.sort = value.parse().unwrap_or_default(),
            COLUMNS => self.columns = Column::list(value),
            SELECTED => {
                self.selected.clear();
                for id in value.split(',').filter_map(|id| id.parse().ok()) {
                    if !self.selected.contains(&id) && !self.is_full() {
                        self.selected.push(id);
                    }
                }
            }
            BASE => self.base = value.parse().ok(),
            CHART => self.chart.kind = coded(ChartKind::ALL, ChartKind::code, value),
            FIGURE => self.chart.figure = figure.unwrap_or(usual.figure),
            ACROSS => self.chart.across = figure.unwrap_or(usual.across),
            SCALE => self.chart.log = value != LINEAR,
            _ => {
                self.filter.read(name, value);
            }
        }
    }
}

/// The one of a kind with this code, or the usual one.
fn coded<T: Copy + Default>(
    all: impl IntoIterator<Item = T>,
    code: fn(T) -> &'static str,
    value: &str,
) -> T {
    let mut all = all.into_iter();
    all.find(|one| code(*one) == value).unwrap_or_default()
}
