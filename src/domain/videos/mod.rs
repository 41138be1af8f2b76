//! Owns: a video with its reach and its products, put together from the answer's rows.
//! Refuses: adding anything up across rows of one video, since it is not known whether their sales
//! are the pair's or the video's total repeated.

pub mod answer;
pub mod links;
pub mod playback;

use std::collections::BTreeMap;

use crate::domain::ids::{VideoId, VideoIds};
use crate::domain::videos::links::{DigitId, MediaUrl};
use crate::domain::videos::playback::Clip;

/// A count; `None` is unknown, which is never the same as 0.
pub type Count = Option<u64>;

/// US dollars, estimated by the API; `None` is unknown.
pub type Dollars = Option<f64>;

/// How far a video has gone, in people's actions since its publication.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    pub views: Count,
    pub likes: Count,
    pub comments: Count,
    pub shares: Count,
    pub saves: Count,
}

/// What a video is estimated to have sold of one product.
#[derive(Clone, PartialEq, Debug)]
pub struct ProductSales {
    /// The product; `None` when the row names none.
    pub product: Option<DigitId>,
    pub units: Count,
    pub gmv: Dollars,
}

/// One video with all products that the answer names for it.
#[derive(Clone, PartialEq, Debug)]
pub struct Video {
    pub id: VideoId,
    /// Publication in Unix seconds: the row's, or else the one that the id carries.
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
    /// In the answer's order; exact repeats are kept once.
    pub sales: Vec<ProductSales>,
}

impl Video {
    /// Takes in another row of the same video: its product joins, and what was unknown is filled.
    fn absorb(&mut self, other: Video) {
        let Reach {
            views,
            likes,
            comments,
            shares,
            saves,
        } = other.reach;
        self.reach.views = self.reach.views.or(views);
        self.reach.likes = self.reach.likes.or(likes);
        self.reach.comments = self.reach.comments.or(comments);
        self.reach.shares = self.reach.shares.or(shares);
        self.reach.saves = self.reach.saves.or(saves);
        self.seconds = self.seconds.or(other.seconds);
        self.region = self.region.take().or(other.region);
        self.creator = self.creator.take().or(other.creator);
        self.cover = self.cover.take().or(other.cover);
        if !matches!(self.clip, Clip::Address { .. }) {
            self.clip = other.clip;
        }
        if self.caption.is_empty() {
            self.caption = other.caption;
        }
        if self.hashtags.is_empty() {
            self.hashtags = other.hashtags;
        }
        for sales in other.sales {
            if !self.sales.contains(&sales) {
                self.sales.push(sales);
            }
        }
    }
}

/// One video a card: rows of the same video become one, in order of first appearance.
pub fn by_video(rows: impl IntoIterator<Item = Video>) -> Vec<Video> {
    let mut videos: Vec<Video> = Vec::new();
    let mut places = BTreeMap::new();
    for row in rows {
        match places.get(&row.id) {
            Some(place) => {
                let place: usize = *place;
                videos[place].absorb(row);
            }
            None => {
                places.insert(row.id, videos.len());
                videos.push(row);
            }
        }
    }
    videos
}

/// The videos in the order in which the user asked for them; one that wasn't asked for comes last.
pub fn as_asked(videos: Vec<Video>, ids: &VideoIds) -> Vec<Video> {
    // One by one: collecting would bring the library's sorting along, which is much code for a page to load.
    let mut places = BTreeMap::new();
    for (place, id) in ids.iter().enumerate() {
        places.insert(id, place);
    }
    let mut asked: Vec<Option<Video>> = ids.iter().map(|_| None).collect();
    let mut others = Vec::new();
    for video in videos {
        match places.get(&video.id) {
            Some(place) => asked[*place] = Some(video),
            None => others.push(video),
        }
    }
    asked.into_iter().flatten().chain(others).collect()
}

/// The hashtags of a text such as `#SmallBusiness #startup `, without `#`, each once.
pub fn hashtags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(|c: char| c.is_whitespace() || matches!(c, '#' | '＃' | ',' | '，')) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
