//! Owns: what the analysis works on: a row a video and product, with every metric worked out once.
//! Refuses: adding rows up (`summary` does, and says what it leaves out), and the clock and the reader's
//! rules of writing, which are arguments.

pub mod column;
pub mod compare;
pub mod sort;
pub mod summary;

use std::ops::Range;
use std::sync::OnceLock;

use crate::domain::ids::{VideoId, VideoIds};
use crate::domain::metrics::{METRICS, Metric, MetricSpec};
use crate::domain::videos::{ProductSales, Video, as_asked, by_video};

/// Writes a text so that what a reader takes for the same compares as the same: case and width aside.
pub type NormalizeText = fn(&str) -> String;

/// A row's place in [`ResultRows`], which is the answer's own order.
pub type RowIndex = u32;

/// The videos of a result, and a row for each of their products.
#[derive(Debug)]
pub struct ResultRows {
    videos: Vec<Video>,
    /// Video and product, by their places.
    rows: Vec<(u32, u32)>,
    /// Each video's first row.
    firsts: Vec<u32>,
    /// When the data was given, in Unix seconds.
    at: u64,
    /// A row's metrics one after another, in the order of `METRICS`; NaN is unknown.
    values: Vec<f64>,
    /// What free text is searched in, a text a video; made when it is first wanted.
    texts: OnceLock<Vec<String>>,
}

impl ResultRows {
    /// Works out every metric of every row, as of `at`.
    #[must_use]
    pub fn new(videos: Vec<Video>, at: u64) -> Self {
        let mut rows = Vec::with_capacity(videos.len());
        let mut firsts = Vec::with_capacity(videos.len());
        let mut values = Vec::with_capacity(videos.len() * METRICS.len());
        for (index, video) in videos.iter().enumerate() {
            firsts.push(rows.len() as u32);
            for (product, sales) in video.sales.iter().enumerate() {
                rows.push((index as u32, product as u32));
                let value = |spec: &MetricSpec| (spec.formula)(video, sales, at);
                values.extend(METRICS.iter().map(|spec| value(spec).unwrap_or(f64::NAN)));
            }
        }
        Self {
            videos,
            rows,
            firsts,
            at,
            values,
            texts: OnceLock::new(),
        }
    }

    /// The same for the videos of an answer, or of several pages' one after another, in the order in which they were asked for: the one way from an answer
    /// to its rows, so that a row's number means the same on the page and in the worker.
    #[must_use]
    pub fn in_query_order(videos: Vec<Video>, ids: &VideoIds, at: u64) -> Self {
        Self::new(as_asked(by_video(videos), ids), at)
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

    /// Every row's number, in the answer's order.
    #[must_use]
    pub fn all(&self) -> Range<RowIndex> {
        0..self.rows.len() as u32
    }

    /// When the data was given, in Unix seconds.
    #[must_use]
    pub fn at(&self) -> u64 {
        self.at
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

    /// The place of a row's video in [`Self::videos`].
    #[must_use]
    pub fn video_index(&self, row: RowIndex) -> usize {
        self.rows[row as usize].0 as usize
    }

    /// The video of a row.
    #[must_use]
    pub fn video(&self, row: RowIndex) -> &Video {
        &self.videos[self.video_index(row)]
    }

    /// What a row's video sold of the row's product.
    #[must_use]
    pub fn sales(&self, row: RowIndex) -> &ProductSales {
        &self.video(row).sales[self.rows[row as usize].1 as usize]
    }

    /// The rows of a video, by its place.
    #[must_use]
    pub fn of_video(&self, video_index: usize) -> Range<RowIndex> {
        let first = self.firsts[video_index];
        first..first + self.videos[video_index].sales.len() as u32
    }

    /// A metric of a row; `None` is unknown.
    #[must_use]
    pub fn value(&self, row: RowIndex, metric: Metric) -> Option<f64> {
        let value = self.values[row as usize * METRICS.len() + metric as usize];
        (!value.is_nan()).then_some(value)
    }

    /// The text that a row is searched by: caption, hashtags, and every id of the video and its products.
    #[must_use]
    pub fn text(&self, row: RowIndex, normalize_text: NormalizeText) -> &str {
        let texts = self.texts.get_or_init(|| {
            let text = |video: &Video| normalize_text(&searched(video));
            self.videos.iter().map(text).collect()
        });
        &texts[self.video_index(row)]
    }
}

/// All that can be typed to find a video.
fn searched(video: &Video) -> String {
    let mut text = video.caption.clone();
    let id = video.id.to_string();
    let hashtags = video.hashtags.iter().flat_map(|tag| ["\n#", tag]);
    let products = video
        .sales
        .iter()
        .filter_map(|sales| sales.product.as_ref());
    let ids = products
        .chain(&video.creator)
        .flat_map(|id| ["\n", id.as_str()]);
    text.extend(hashtags.chain(["\n", &id]).chain(ids));
    text
}
