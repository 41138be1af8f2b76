//! Owns: what the desk works on: a line a video and product, with every figure worked out once.
//! Refuses: adding lines up (`summary` does, and says what it leaves out), and the clock and the reader's
//! rules of writing, which are arguments.

use std::ops::Range;
use std::sync::OnceLock;

use super::metrics::Figure;
use super::video::{ProductSales, Video, as_asked, by_video};
use super::video_id::VideoIds;

/// Writes a text so that what a reader takes for the same compares as the same: case and width aside.
pub type Fold = fn(&str) -> String;

/// A line's place in [`Lines`], which is the answer's own order.
pub type LineNo = u32;

/// The videos of a result, and a line for each of their products.
#[derive(Debug)]
pub struct Lines {
    videos: Vec<Video>,
    /// Video and product, by their places.
    lines: Vec<(u32, u32)>,
    /// Each video's first line.
    firsts: Vec<u32>,
    /// When the data was given, in Unix seconds.
    at: u64,
    /// A line's figures one after another, in the order of `Figure::ALL`; NaN is unknown.
    values: Vec<f64>,
    /// What free text is searched in, a text a video; made when it is first wanted.
    texts: OnceLock<Vec<String>>,
}

impl Lines {
    /// Works out every figure of every line, as of `at`.
    #[must_use]
    pub fn new(videos: Vec<Video>, at: u64) -> Self {
        let mut lines = Vec::with_capacity(videos.len());
        let mut firsts = Vec::with_capacity(videos.len());
        let mut values = Vec::with_capacity(videos.len() * Figure::ALL.len());
        for (place, video) in videos.iter().enumerate() {
            firsts.push(lines.len() as u32);
            for (product, sales) in video.sales.iter().enumerate() {
                lines.push((place as u32, product as u32));
                let of = |figure: Figure| figure.of(video, sales, at).unwrap_or(f64::NAN);
                values.extend(Figure::ALL.into_iter().map(of));
            }
        }
        Self {
            videos,
            lines,
            firsts,
            at,
            values,
            texts: OnceLock::new(),
        }
    }

    /// The same for the videos of an answer, or of several pages' one after another, in the order in which they were asked for: the one way from an answer
    /// to its lines, so that a line's number means the same on the page and in the worker.
    #[must_use]
    pub fn asked(videos: Vec<Video>, ids: &VideoIds, at: u64) -> Self {
        Self::new(as_asked(by_video(videos), ids), at)
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Every line's number, in the answer's order.
    #[must_use]
    pub fn all(&self) -> Range<LineNo> {
        0..self.lines.len() as u32
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

    /// The place of a line's video in [`Self::videos`].
    #[must_use]
    pub fn video_no(&self, line: LineNo) -> usize {
        self.lines[line as usize].0 as usize
    }

    /// The video of a line.
    #[must_use]
    pub fn video(&self, line: LineNo) -> &Video {
        &self.videos[self.video_no(line)]
    }

    /// What a line's video sold of the line's product.
    #[must_use]
    pub fn sales(&self, line: LineNo) -> &ProductSales {
        &self.video(line).sales[self.lines[line as usize].1 as usize]
    }

    /// The lines of a video, by its place.
    #[must_use]
    pub fn of_video(&self, video_no: usize) -> Range<LineNo> {
        let first = self.firsts[video_no];
        first..first + self.videos[video_no].sales.len() as u32
    }

    /// A figure of a line; `None` is unknown.
    #[must_use]
    pub fn value(&self, line: LineNo, figure: Figure) -> Option<f64> {
        let value = self.values[line as usize * Figure::ALL.len() + figure as usize];
        (!value.is_nan()).then_some(value)
    }

    /// The text that a line is searched by: caption, hashtags, and every id of the video and its products.
    #[must_use]
    pub fn text(&self, line: LineNo, fold: Fold) -> &str {
        let texts = self.texts.get_or_init(|| {
            let text = |video: &Video| fold(&searched(video));
            self.videos.iter().map(text).collect()
        });
        &texts[self.video_no(line)]
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
