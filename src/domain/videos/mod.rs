//! A video with its reach and the sales of its products, put together from the rows of responses. Nothing is added up
//! across the rows of a video: it is unknown whether each has its product's sales or repeats the video's total.

pub mod covers;
mod expiry;
pub mod links;
pub mod playback;
pub mod response;
pub mod short_caption;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::mem;

use crate::domain::ids::{VideoId, VideoIds};
use crate::domain::videos::expiry::expiry;
use crate::domain::videos::links::{DigitId, MediaUrl};
use crate::domain::videos::playback::Clip;

/// A count; `None` is unknown, which is not the same as 0.
pub type Count = Option<u64>;

/// US dollars, estimated by the API; `None` is unknown.
pub type Dollars = Option<f64>;

/// How often people have viewed a video and reacted to it since its publication.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    pub views: Count,
    pub likes: Count,
    pub comments: Count,
    pub shares: Count,
    pub saves: Count,
}

/// The estimated sales of one product by a video.
#[derive(Clone, PartialEq, Debug)]
pub struct ProductSales {
    /// The product; `None` if the row names none.
    pub product: Option<DigitId>,
    pub units: Count,
    pub gmv: Dollars,
    /// The product's commission as a fraction of its price; unknown until it is named.
    pub commission_rate: Option<f64>,
}

/// A video with all products that the results name for it.
#[derive(Clone, PartialEq, Debug)]
pub struct Video {
    pub id: VideoId,
    /// Publication in Unix seconds: the row's, or else the one in the id.
    pub published: u64,
    /// Length in whole seconds.
    pub seconds: Option<u32>,
    pub caption: String,
    /// Without `#`.
    pub hashtags: Vec<String>,
    /// Market code such as `US`, upper case.
    pub region: Option<String>,
    pub creator: Option<DigitId>,
    pub cover: Option<MediaUrl>,
    pub clip: Clip,
    pub reach: Reach,
    /// In the order of the rows, without repetitions.
    pub sales: Vec<ProductSales>,
    /// When KeyAPI sent the data, in Unix seconds.
    pub fetched_at: u64,
}

impl Reach {
    /// Of each count the larger one: counts grow, and 0 may mean that there is no data.
    fn max(self, other: Self) -> Self {
        Self {
            views: self.views.max(other.views),
            likes: self.likes.max(other.likes),
            comments: self.comments.max(other.comments),
            shares: self.shares.max(other.shares),
            saves: self.saves.max(other.saves),
        }
    }
}

impl ProductSales {
    /// Whether these are the other's sales too: those of the same product, without a figure that is known to differ. Rows
    /// that name no product may be about different ones, so they have to be equal.
    fn agrees(&self, other: &Self) -> bool {
        let same_product = self.product.is_some() && self.product == other.product;
        let same_figures = may_equal(self.units, other.units) && may_equal(self.gmv, other.gmv);
        self == other || (same_product && same_figures)
    }

    /// Whether the product is among these sales.
    fn is_in(&self, sales: &[Self]) -> bool {
        self.product.is_some() && sales.iter().any(|other| other.product == self.product)
    }

    /// Takes figures that are unknown here from the other.
    fn fill(&mut self, other: &Self) {
        self.units = self.units.or(other.units);
        self.gmv = self.gmv.or(other.gmv);
    }
}

/// Whether two figures are equal as far as they are known.
fn may_equal<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.is_none() || b.is_none() || a == b
}

impl Video {
    /// Adds another row of the same video: its sales are added to the list, and of each other value the best one is used.
    /// Of two that are equally good, the first one stays. Reach, and the sales of a product, are those of the newer
    /// response.
    fn merge(&mut self, mut other: Video) {
        let age = self.fetched_at.cmp(&other.fetched_at);
        // The time in the id stands for an unknown one.
        if self.published == self.id.published() {
            self.published = other.published;
        }
        self.reach = match age {
            Ordering::Less => other.reach,
            Ordering::Equal => self.reach.max(other.reach),
            Ordering::Greater => self.reach,
        };
        self.fetched_at = self.fetched_at.max(other.fetched_at);
        self.seconds = self.seconds.max(other.seconds);
        self.region = self.region.take().or(other.region);
        self.creator = self.creator.take().or(other.creator);
        self.cover = better_cover(self.cover.take(), other.cover);
        self.clip = mem::replace(&mut self.clip, Clip::Missing).better(other.clip);
        // A shorter one may have been cut.
        if self.caption.chars().count() < other.caption.chars().count() {
            self.caption = other.caption;
        }
        if self.hashtags.len() < other.hashtags.len() {
            self.hashtags = other.hashtags;
        }
        match age {
            Ordering::Less => self.sales.retain(|sales| !sales.is_in(&other.sales)),
            Ordering::Equal => {}
            Ordering::Greater => other.sales.retain(|sales| !sales.is_in(&self.sales)),
        }
        for sales in other.sales {
            match self.sales.iter_mut().find(|known| known.agrees(&sales)) {
                Some(known) => known.fill(&sales),
                None => self.sales.push(sales),
            }
        }
    }
}

/// The cover that can be shown for longer; the first of two equal ones.
fn better_cover(first: Option<MediaUrl>, second: Option<MediaUrl>) -> Option<MediaUrl> {
    let rank = |url: &MediaUrl| (!url.lacks_signature(), expiry(url).unwrap_or(u64::MAX));
    match (first, second) {
        (Some(first), Some(second)) if rank(&second) > rank(&first) => Some(second),
        (first, second) => first.or(second),
    }
}

/// Merges the rows of the same video, in the order of their first rows.
pub fn group_by_video(rows: impl IntoIterator<Item = Video>) -> Vec<Video> {
    let mut videos: Vec<Video> = Vec::new();
    let mut indices: HashMap<VideoId, usize> = HashMap::new();
    for row in rows {
        match indices.entry(row.id) {
            Entry::Occupied(index) => videos[*index.get()].merge(row),
            Entry::Vacant(entry) => {
                entry.insert(videos.len());
                videos.push(row);
            }
        }
    }
    videos
}

/// Sorts videos into the order of the query's ids. Videos that the query does not name come last.
pub fn in_query_order(mut videos: Vec<Video>, ids: &VideoIds) -> Vec<Video> {
    let positions: HashMap<VideoId, usize> = ids.iter().zip(0..).collect();
    videos.sort_by_key(|video| positions.get(&video.id).copied().unwrap_or(usize::MAX));
    videos
}

/// The hashtags of a text such as `#SmallBusiness #startup `, without `#` and without repetitions.
pub fn hashtags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let ends_tag =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '#' | '＃' | ',' | '，');
    for tag in text.split(ends_tag) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
