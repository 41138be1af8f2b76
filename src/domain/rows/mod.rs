//! The rows of a result, which table, charts, summary and export work on: one for each video and product, with the
//! values of all metrics.

pub mod column;
pub mod compare;
pub mod imported;
mod order;
pub mod sort;
pub mod summary;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::domain::ids::{VideoId, VideoIds};
use crate::domain::imports::ImportedColumns;
use crate::domain::metrics::{METRICS, Metric, MetricSpec};
use crate::domain::products::{Product, ProductTable};
use crate::domain::query::SearchQuery;
use crate::domain::rows::imported::{Choices, choices};
use crate::domain::videos::{ProductSales, Video, group_by_video, in_query_order};

/// Makes texts equal that differ only in case or character width. The browser has the tables for it.
pub type NormalizeText = fn(&str) -> String;

/// A row's index in [`ResultRows`], which are in the order of the results.
pub type RowIndex = u32;

/// What a row is known by in other results too: its video, and which of the video's products it is.
pub type RowKey = (VideoId, u32);

/// The videos of a result, and a row for each of their products.
#[derive(Debug)]
pub struct ResultRows {
    videos: Vec<Video>,
    /// Index of the video, and index of the product in its sales.
    rows: Vec<(u32, u32)>,
    /// Each video's first row.
    first_rows: Vec<RowIndex>,
    /// The metrics of all rows, one row after another, each in the order of `METRICS`. NaN is unknown.
    values: Vec<f64>,
    /// The searchable text of each video, computed when it is first needed.
    texts: OnceLock<Vec<String>>,
    imported: Arc<ImportedColumns>,
    products: Arc<ProductTable>,
    /// The choices among imported values, computed when they are first needed.
    choices: OnceLock<Vec<Choices>>,
}

impl ResultRows {
    /// Computes all metrics of all rows.
    #[must_use]
    pub fn new(videos: Vec<Video>) -> Self {
        let mut rows = Vec::with_capacity(videos.len());
        let mut first_rows = Vec::with_capacity(videos.len());
        let mut values = Vec::with_capacity(videos.len() * METRICS.len());
        for (index, video) in videos.iter().enumerate() {
            first_rows.push(rows.len() as u32);
            for (product, sales) in video.sales.iter().enumerate() {
                rows.push((index as u32, product as u32));
                let value = |spec: &MetricSpec| (spec.formula)(video, sales, video.fetched_at);
                values.extend(METRICS.iter().map(|spec| value(spec).unwrap_or(f64::NAN)));
            }
        }
        Self {
            videos,
            rows,
            first_rows,
            values,
            texts: OnceLock::new(),
            imported: Arc::default(),
            products: Arc::default(),
            choices: OnceLock::new(),
        }
    }

    /// The rows with the products that are named, on which some metrics depend.
    #[must_use]
    pub fn with_products(self, products: Arc<ProductTable>) -> Self {
        let Self {
            mut videos,
            imported,
            ..
        } = self;
        for sales in videos.iter_mut().flat_map(|video| &mut video.sales) {
            let product = sales.product.as_ref().and_then(|id| products.get(id));
            sales.commission_rate = product.and_then(|product| product.commission_rate);
        }
        Self {
            imported,
            products,
            ..Self::new(videos)
        }
    }

    /// The rows with the columns of the user's own file.
    #[must_use]
    pub fn with_imported(self, imported: Arc<ImportedColumns>) -> Self {
        Self {
            imported,
            texts: OnceLock::new(),
            choices: OnceLock::new(),
            ..self
        }
    }

    /// The rows of one response or of several pages, in the order of the query's ids. The page and the export worker
    /// both use this, so that an index means the same row in both.
    #[must_use]
    pub fn in_query_order(videos: Vec<Video>, ids: &VideoIds) -> Self {
        Self::new(in_query_order(group_by_video(videos), ids))
    }

    /// The rows of a search. A saved answer can have other videos beside those that are searched for.
    #[must_use]
    pub fn of_search(mut videos: Vec<Video>, query: &SearchQuery) -> Self {
        if let Some(ids) = query.searched_ids() {
            videos.retain(|video| ids.contains(&video.id));
        }
        Self::in_query_order(videos, query.ids())
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The indices of all rows, in the order of the results.
    #[must_use]
    pub fn all(&self) -> Range<RowIndex> {
        0..self.rows.len() as u32
    }

    /// When KeyAPI sent the newest of the data, in Unix seconds; 0 without videos.
    #[must_use]
    pub fn fetched_at(&self) -> u64 {
        let times = self.videos.iter().map(|video| video.fetched_at);
        times.max().unwrap_or_default()
    }

    /// Whether a video's data is older than the newest.
    #[must_use]
    pub fn is_older(&self, video_index: usize) -> bool {
        self.videos[video_index].fetched_at < self.fetched_at()
    }

    #[must_use]
    pub fn videos(&self) -> &[Video] {
        &self.videos
    }

    /// The index of a video in [`Self::videos`].
    #[must_use]
    pub fn index_of(&self, id: VideoId) -> Option<usize> {
        self.videos.iter().position(|video| video.id == id)
    }

    /// The index of a row's video in [`Self::videos`].
    #[must_use]
    pub fn video_index(&self, row: RowIndex) -> usize {
        self.rows[row as usize].0 as usize
    }

    /// The video of a row.
    #[must_use]
    pub fn video(&self, row: RowIndex) -> &Video {
        &self.videos[self.video_index(row)]
    }

    /// What a row is known by.
    #[must_use]
    pub fn key(&self, row: RowIndex) -> RowKey {
        let (video, product) = self.rows[row as usize];
        (self.videos[video as usize].id, product)
    }

    /// The videos of some rows, each once, as indices into [`Self::videos`].
    #[must_use]
    pub fn videos_of(&self, rows: &[RowIndex]) -> Vec<usize> {
        let mut seen = vec![false; self.videos.len()];
        let videos = rows.iter().map(|row| self.video_index(*row));
        videos
            .filter(|video| !std::mem::replace(&mut seen[*video], true))
            .collect()
    }

    /// The sales of a row's product by its video.
    #[must_use]
    pub fn sales(&self, row: RowIndex) -> &ProductSales {
        &self.video(row).sales[self.rows[row as usize].1 as usize]
    }

    /// The rows of a video, by its index in [`Self::videos`].
    #[must_use]
    pub fn of_video(&self, video_index: usize) -> Range<RowIndex> {
        let first = self.first_rows[video_index];
        first..first + self.videos[video_index].sales.len() as u32
    }

    /// A metric of a row; `None` is unknown.
    #[must_use]
    pub fn value(&self, row: RowIndex, metric: Metric) -> Option<f64> {
        let value = self.values[row as usize * METRICS.len() + metric as usize];
        (!value.is_nan()).then_some(value)
    }

    /// The columns of the user's own file; empty without one.
    #[must_use]
    pub fn imported(&self) -> &Arc<ImportedColumns> {
        &self.imported
    }

    /// The product of a row, if it is named.
    #[must_use]
    pub fn product(&self, row: RowIndex) -> Option<&Product> {
        self.products.get(self.sales(row).product.as_ref()?)
    }

    /// The products that are named, of these rows and of others.
    #[must_use]
    pub fn products(&self) -> &ProductTable {
        &self.products
    }

    /// The value of a row's video in an imported column; `None` is unknown.
    #[must_use]
    pub fn imported_value(&self, row: RowIndex, column: u8) -> Option<&str> {
        self.imported.value(self.video(row).id, column.into())
    }

    /// The imported columns by whose values rows can be chosen.
    #[must_use]
    pub fn choices(&self) -> &[Choices] {
        self.choices
            .get_or_init(|| choices(&self.imported, &self.videos))
    }

    /// The normalized text that a search in the results looks through: a row's caption and hashtags, every id and
    /// name of its video and the products of the video, and its imported values.
    #[must_use]
    pub fn text(&self, row: RowIndex, normalize_text: NormalizeText) -> &str {
        let texts = self.texts.get_or_init(|| {
            let text = |video: &Video| normalize_text(&self.searchable_text(video));
            self.videos.iter().map(text).collect()
        });
        &texts[self.video_index(row)]
    }

    /// A line each for the caption, the hashtags, the ids, the products' names and the imported values.
    fn searchable_text(&self, video: &Video) -> String {
        let hashtags = video.hashtags.iter().map(|tag| format!("#{tag}"));
        let products = video.sales.iter();
        let products = products.filter_map(|sales| sales.product.as_ref());
        let names = products
            .clone()
            .filter_map(|id| self.products.get(id))
            .map(|product| product.name.clone());
        let ids = products
            .chain(&video.creator)
            .map(|id| id.as_str().to_owned());
        let columns = 0..self.imported.names().len();
        let values = columns.filter_map(|column| self.imported.value(video.id, column));
        let caption = std::iter::once(video.caption.clone());
        let lines = caption
            .chain(hashtags)
            .chain([video.id.to_string()])
            .chain(ids)
            .chain(names)
            .chain(values.map(str::to_owned));
        lines.collect::<Vec<_>>().join("\n")
    }
}
