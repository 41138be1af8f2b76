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
            && self.rows.is_older(self.index) == other.rows.is_older(other.index)
            && self.rows.imported() == other.rows.imported()
            && products(self) == products(other)
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

/// The video of an item in the latest results. It notifies only when something that is shown of it changes.
pub fn latest(analysis: Analysis, item: VideoItem) -> Memo<VideoItem> {
    let id = item.key();
    // For the moment in which the video goes. All rows would be kept for it.
    let alone = VideoItem {
        rows: Arc::new(ResultRows::new(vec![item.video().clone()])),
        index: 0,
    };
    Memo::new_owning(move |earlier: Option<VideoItem>| {
        let rows = analysis.rows.get();
        let found = rows.and_then(|rows| VideoItem::find(&rows, id));
        match (found, earlier) {
            // The newest is kept in any case, so that earlier rows are freed.
            (Some(found), Some(earlier)) => {
                let has_changed = !earlier.looks_like(&found);
                (found, has_changed)
            }
            (Some(found), None) => (found, true),
            (None, Some(earlier)) => (earlier, false),
            (None, None) => (alone.clone(), true),
        }
    })
}
