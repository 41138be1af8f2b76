//! The table that a file or the clipboard gets: its fields in their one order, each with a name and a kind, and the
//! cell of each row. A row is a video with one of its products. How a format writes a cell is up to the format.

use crate::domain::metrics::{METRICS, Unit};
use crate::domain::products::Product;
use crate::domain::rows::column::Column;
use crate::domain::rows::{ResultRows, RowIndex};
use crate::domain::videos::links::{creator_page, product_page, video_page};

/// A column of the exported table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// A column that the page has as well.
    Column(Column),
    VideoLink,
    ProductLink,
    CreatorLink,
    /// When KeyAPI sent the data; the metrics per day count up to then.
    FetchedAt,
    /// Where the data comes from. Every row of the sample says so, so that none is mistaken for real data.
    Source,
    /// What is known of the product once it is named, beside the columns that the page has.
    Product(ProductField),
}

/// A field of a named product.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProductField {
    Name,
    MaxPrice,
    Rating,
    Seller,
    /// When KeyAPI sent it.
    NamedAt,
}

/// The kind of values that a field has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Digits, to be written as text: a number would lose digits.
    Id,
    Text,
    Tags,
    /// In UTC.
    Timestamp,
    Link,
    Metric(Unit),
}

/// The value of a field in a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell<'a> {
    /// No value, which is never 0.
    Unknown,
    Id(String),
    /// Text written by anyone.
    Text(&'a str),
    /// Hashtags without `#`.
    Tags(&'a [String]),
    /// Unix seconds.
    Timestamp(u64),
    Link(String),
    Integer(u64),
    Number(f64),
}

/// The fields before the metrics.
const FIRST: [Column; 7] = [
    Column::VideoId,
    Column::Product,
    Column::Creator,
    Column::Region,
    Column::Published,
    Column::Caption,
    Column::Hashtags,
];

/// The fields after the metrics.
const LAST: [Field; 11] = [
    Field::Product(ProductField::Name),
    Field::Column(Column::Price),
    Field::Product(ProductField::MaxPrice),
    Field::Product(ProductField::Rating),
    Field::Product(ProductField::Seller),
    Field::Product(ProductField::NamedAt),
    Field::VideoLink,
    Field::ProductLink,
    Field::CreatorLink,
    Field::FetchedAt,
    Field::Source,
];

/// The language of the products' pages in files, whatever the page's: files of the same rows are the same.
const LINK_LOCALE: &str = "en";

impl Field {
    /// The fields of every file, in their order. Imported columns follow.
    pub fn all() -> impl Iterator<Item = Self> {
        let metrics = METRICS.iter().map(|spec| Column::Metric(spec.metric));
        let columns = FIRST.into_iter().chain(metrics);
        columns.map(Self::Column).chain(LAST)
    }

    /// Its name in every file, which never changes. An imported column has the file's own: see
    /// [`ExportTable::header`].
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Column(column) => column.code(),
            Self::VideoLink => "video_url",
            Self::ProductLink => "product_url",
            Self::CreatorLink => "creator_url",
            Self::FetchedAt => "data_given_at",
            Self::Source => "data_source",
            Self::Product(ProductField::Name) => "product_name",
            Self::Product(ProductField::MaxPrice) => "product_price_max",
            Self::Product(ProductField::Rating) => "product_rating",
            Self::Product(ProductField::Seller) => "seller_id",
            Self::Product(ProductField::NamedAt) => "product_data_given_at",
        }
    }

    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Product(field) => field.kind(),
            Self::Column(Column::VideoId | Column::Product | Column::Creator) => Kind::Id,
            Self::Column(Column::Price) => Kind::Metric(Unit::Dollars),
            Self::Column(Column::Caption | Column::Region | Column::Imported(_)) | Self::Source => {
                Kind::Text
            }
            Self::Column(Column::Hashtags) => Kind::Tags,
            Self::Column(Column::Published) | Self::FetchedAt => Kind::Timestamp,
            Self::Column(Column::Metric(metric)) => Kind::Metric(metric.unit()),
            Self::VideoLink | Self::ProductLink | Self::CreatorLink => Kind::Link,
        }
    }
}

impl ProductField {
    fn kind(self) -> Kind {
        match self {
            Self::Name => Kind::Text,
            Self::MaxPrice => Kind::Metric(Unit::Dollars),
            Self::Rating => Kind::Metric(Unit::Ratio),
            Self::Seller => Kind::Id,
            Self::NamedAt => Kind::Timestamp,
        }
    }

    fn cell(self, product: &Product) -> Option<Cell<'_>> {
        match self {
            Self::Name => Some(Cell::Text(&product.name)),
            Self::MaxPrice => product.price.map(|price| Cell::Number(price.max())),
            Self::Rating => product.rating.map(Cell::Number),
            Self::Seller => {
                let seller = product.seller.as_ref();
                seller.map(|id| Cell::Id(id.as_str().to_owned()))
            }
            Self::NamedAt => Some(Cell::Timestamp(product.named_at)),
        }
    }
}

/// The table to export.
#[derive(Clone, Copy)]
pub struct ExportTable<'a> {
    pub results: &'a ResultRows,
    /// The rows of `results` to export, in this order.
    pub rows: &'a [RowIndex],
    /// Whether the results are the sample's.
    pub sample: bool,
}

impl<'a> ExportTable<'a> {
    /// Where the data comes from.
    #[must_use]
    pub fn source(&self) -> &'static str {
        if self.sample { "sample" } else { "keyapi" }
    }

    /// The value of a field in a row; an empty text or list counts as unknown.
    #[must_use]
    pub fn cell(&self, row: RowIndex, field: Field) -> Cell<'a> {
        let results = self.results;
        let (video, product) = (results.video(row), &results.sales(row).product);
        let region = video.region.as_deref();
        let cell = match field {
            Field::Column(Column::VideoId) => Some(Cell::Id(video.id.to_string())),
            Field::Column(Column::Product) => {
                let product = product.as_ref();
                product.map(|id| Cell::Id(id.as_str().to_owned()))
            }
            Field::Column(Column::Creator) => {
                let creator = video.creator.as_ref();
                creator.map(|id| Cell::Id(id.as_str().to_owned()))
            }
            Field::Column(Column::Region) => region.map(Cell::Text),
            Field::Column(Column::Published) => Some(Cell::Timestamp(video.published)),
            Field::Column(Column::Caption) => Some(Cell::Text(&video.caption)),
            Field::Column(Column::Hashtags) => Some(Cell::Tags(&video.hashtags)),
            Field::Column(Column::Price) => {
                let price = results.product(row).and_then(|product| product.price);
                price.map(|price| Cell::Number(price.min()))
            }
            Field::Product(field) => results.product(row).and_then(|product| field.cell(product)),
            Field::Column(Column::Metric(metric)) => {
                let value = results.value(row, metric);
                value.map(|value| metric_cell(metric.unit(), value))
            }
            Field::Column(Column::Imported(column)) => {
                results.imported_value(row, column).map(Cell::Text)
            }
            Field::VideoLink => Some(Cell::Link(video_page(video.id))),
            Field::ProductLink => {
                let product = product.as_ref();
                product.map(|id| Cell::Link(product_page(id, region, LINK_LOCALE)))
            }
            Field::CreatorLink => {
                let creator = video.creator.as_ref();
                creator.map(|id| Cell::Link(creator_page(id)))
            }
            Field::FetchedAt => Some(Cell::Timestamp(video.fetched_at)),
            Field::Source => Some(Cell::Text(self.source())),
        };
        cell.filter(|cell| !matches!(cell, Cell::Text("") | Cell::Tags([])))
            .unwrap_or(Cell::Unknown)
    }
}

fn metric_cell(unit: Unit, value: f64) -> Cell<'static> {
    match unit {
        Unit::Count | Unit::Seconds => Cell::Integer(value as u64),
        Unit::Dollars | Unit::Ratio | Unit::Percent => Cell::Number(value),
    }
}
