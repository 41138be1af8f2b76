//! Owns: what a file or the clipboard has of a result: its columns, each once with its name and kind, and
//! what stands in a row under them.
//! Refuses: how a format writes that, and rows that are no row: a row is a video with one of its products.

use crate::domain::metrics::{METRICS, Unit};
use crate::domain::rows::column::Column;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::videos::links::{creator_page, product_page, video_page};

/// A column of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    Column(Column),
    VideoLink,
    ProductLink,
    CreatorLink,
    /// When the data was given, which the metrics a day are up to.
    GivenAt,
    /// Who gave it. The sample says so in each of its rows, so that none is taken for real.
    Source,
}

/// What stands in a column, if anything does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Digits, never a number.
    Id,
    Text,
    Tags,
    /// A moment, in UTC.
    Moment,
    Link,
    Metric(Unit),
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell<'a> {
    /// Nothing, which is never 0.
    Unknown,
    Id(String),
    /// A text that someone wrote.
    Text(&'a str),
    /// Hashtags, without `#`.
    Tags(&'a [String]),
    /// Unix seconds.
    Moment(u64),
    Link(String),
    Whole(u64),
    Number(f64),
}

/// The facts, in a file's order; their metrics and what is added follow.
const FACTS: [Column; 7] = [
    Column::VideoId,
    Column::Product,
    Column::Creator,
    Column::Region,
    Column::Published,
    Column::Caption,
    Column::Hashtags,
];

const ADDED: [Field; 5] = [
    Field::VideoLink,
    Field::ProductLink,
    Field::CreatorLink,
    Field::GivenAt,
    Field::Source,
];

impl Field {
    /// Every column, in the one order that files have.
    pub fn all() -> impl Iterator<Item = Self> {
        let facts = FACTS.into_iter().map(Self::Column);
        let metrics = METRICS
            .iter()
            .map(|spec| Self::Column(Column::Metric(spec.metric)));
        facts.chain(metrics).chain(ADDED)
    }

    /// Its name in every file, which never changes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Column(column) => column.code(),
            Self::VideoLink => "video_url",
            Self::ProductLink => "product_url",
            Self::CreatorLink => "creator_url",
            Self::GivenAt => "data_given_at",
            Self::Source => "data_source",
        }
    }

    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Column(Column::VideoId | Column::Product | Column::Creator) => Kind::Id,
            Self::Column(Column::Caption | Column::Region) | Self::Source => Kind::Text,
            Self::Column(Column::Hashtags) => Kind::Tags,
            Self::Column(Column::Published) | Self::GivenAt => Kind::Moment,
            Self::Column(Column::Metric(metric)) => Kind::Metric(metric.unit()),
            Self::VideoLink | Self::ProductLink | Self::CreatorLink => Kind::Link,
        }
    }
}

/// ResultRows of a result, to be written down.
#[derive(Clone, Copy)]
pub struct ExportTable<'a> {
    pub rows: &'a ResultRows,
    /// Which, in their order.
    pub order: &'a [RowIndex],
    /// Whether they are the sample's.
    pub sample: bool,
}

impl<'a> ExportTable<'a> {
    /// Who gave the data.
    #[must_use]
    pub fn source(&self) -> &'static str {
        if self.sample { "sample" } else { "keyapi" }
    }

    /// What stands in a row under a column.
    #[must_use]
    pub fn cell(&self, row: RowIndex, field: Field) -> Cell<'a> {
        let rows = self.rows;
        let (video, product) = (rows.video(row), &rows.sales(row).product);
        let region = video.region.as_deref();
        let cell = match field {
            Field::Column(Column::VideoId) => Some(Cell::Id(video.id.to_string())),
            Field::Column(Column::Product) => {
                product.as_ref().map(|id| Cell::Id(id.as_str().to_owned()))
            }
            Field::Column(Column::Creator) => {
                let creator = video.creator.as_ref();
                creator.map(|id| Cell::Id(id.as_str().to_owned()))
            }
            Field::Column(Column::Region) => region.map(Cell::Text),
            Field::Column(Column::Published) => Some(Cell::Moment(video.published)),
            Field::Column(Column::Caption) => Some(Cell::Text(&video.caption)),
            Field::Column(Column::Hashtags) => Some(Cell::Tags(&video.hashtags)),
            Field::Column(Column::Metric(metric)) => {
                let value = rows.value(row, metric);
                value.map(|value| match metric.unit() {
                    Unit::Count | Unit::Seconds => Cell::Whole(value as u64),
                    Unit::Dollars | Unit::Ratio | Unit::Percent => Cell::Number(value),
                })
            }
            Field::VideoLink => Some(Cell::Link(video_page(video.id))),
            Field::ProductLink => {
                let product = product.as_ref();
                product.map(|id| Cell::Link(product_page(id, region)))
            }
            Field::CreatorLink => {
                let creator = video.creator.as_ref();
                creator.map(|id| Cell::Link(creator_page(id)))
            }
            Field::GivenAt => Some(Cell::Moment(rows.at())),
            Field::Source => Some(Cell::Text(self.source())),
        };
        let is_empty =
            |cell: &Cell| matches!(cell, Cell::Text("")) || matches!(cell, Cell::Tags([]));
        cell.filter(|cell| !is_empty(cell)).unwrap_or(Cell::Unknown)
    }
}
