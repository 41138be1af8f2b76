//! The items of keyed lists of videos.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::rows::ResultRows;
use crate::state::analysis::Analysis;

/// A video of a response. The next response has items of its own, even for the same videos.
#[derive(Clone)]
pub struct VideoItem {
    response: u32,
    pub rows: Arc<ResultRows>,
    /// The video's index in [`ResultRows::videos`].
    pub index: usize,
}

impl VideoItem {
    /// What the item is known by in a list.
    pub fn key(&self) -> (u32, usize) {
        (self.response, self.index)
    }
}

/// The items of some videos of the results, by their indices in [`ResultRows::videos`].
pub fn video_items(
    analysis: Analysis,
    videos: impl Fn() -> Vec<usize> + Send + Sync + 'static,
) -> Signal<Vec<VideoItem>> {
    let response = Memo::new(move |count: Option<&u32>| {
        analysis.rows.track();
        count.map_or(0, |count| count + 1)
    });
    Signal::derive(move || {
        let Some(rows) = analysis.rows.get() else {
            return Vec::new();
        };
        let item = |index| VideoItem {
            response: response.get(),
            rows: rows.clone(),
            index,
        };
        videos().into_iter().map(item).collect()
    })
}
