//! The items of keyed lists of videos. While answers arrive, a video keeps its place on the page: only what changed of it
//! is drawn anew, so that its clip plays on and what is open stays open.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::VideoId;
use crate::domain::rows::ResultRows;
use crate::domain::videos::Video;
use crate::state::analysis::Analysis;

/// A video of the results.
#[derive(Clone)]
pub struct VideoItem {
    pub rows: Arc<ResultRows>,
    /// The video's index in [`ResultRows::videos`].
    pub index: usize,
}

impl VideoItem {
    fn find(rows: &Arc<ResultRows>, id: VideoId) -> Option<Self> {
        let index = rows.index_of(id)?;
        Some(Self {
            rows: rows.clone(),
            index,
        })
    }

    pub fn video(&self) -> &Video {
        &self.rows.videos()[self.index]
    }

    /// What the item is known by in a list.
    pub fn key(&self) -> VideoId {
        self.video().id
    }

    /// Whether all that is shown of the video is the same.
    fn looks_like(&self, other: &Self) -> bool {
        let products = |item: &Self| {
            let rows = item.rows.of_video(item.index);
            rows.map(|row| item.rows.product(row).cloned())
                .collect::<Vec<_>>()
        };
        self.video() == other.video()
            && self.rows.imported() == other.rows.imported()
            && products(self) == products(other)
    }

    /// Whether the cover and the clip are the same.
    fn has_same_media(&self, other: &Self) -> bool {
        let media = |item: &Self| {
            let video = item.video();
            let (cover, clip) = (video.cover.clone(), video.clip.clone());
            // Beside the cover.
            (
                cover,
                clip,
                video.seconds,
                video.region.clone(),
                video.caption.clone(),
            )
        };
        media(self) == media(other)
    }
}

/// The items of some videos of the results, by their indices in [`ResultRows::videos`].
pub fn video_items(
    analysis: Analysis,
    videos: impl Fn() -> Vec<usize> + Send + Sync + 'static,
) -> Signal<Vec<VideoItem>> {
    Signal::derive(move || {
        let Some(rows) = analysis.rows.get() else {
            return Vec::new();
        };
        let item = |index| VideoItem {
            rows: rows.clone(),
            index,
        };
        videos().into_iter().map(item).collect()
    })
}

/// The video of an item in the latest results. It changes only when something that is shown of it does.
pub fn latest(analysis: Analysis, item: VideoItem) -> Memo<VideoItem> {
    let id = item.key();
    changes_of(
        move |earlier| {
            let rows = analysis.rows.get();
            let found = rows.and_then(|rows| VideoItem::find(&rows, id));
            // An item that is going stays as it was.
            found.unwrap_or_else(|| earlier.unwrap_or(&item).clone())
        },
        VideoItem::looks_like,
    )
}

/// The item, which changes only when its cover or clip does.
pub fn media_of(item: Memo<VideoItem>) -> Memo<VideoItem> {
    changes_of(move |_| item.get(), VideoItem::has_same_media)
}

/// The item that is found, or the earlier one where that is as good.
fn changes_of(
    find: impl Fn(Option<&VideoItem>) -> VideoItem + Send + Sync + 'static,
    is_same: fn(&VideoItem, &VideoItem) -> bool,
) -> Memo<VideoItem> {
    Memo::new_owning(move |earlier: Option<VideoItem>| {
        let found = find(earlier.as_ref());
        match earlier {
            Some(earlier) if is_same(&earlier, &found) => (earlier, false),
            _ => (found, true),
        }
    })
}
