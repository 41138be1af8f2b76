//! The imported columns by whose values rows can be chosen: those with few different ones.

use std::collections::BTreeSet;

use crate::domain::imports::ImportedColumns;
use crate::domain::videos::Video;

/// How many different values a column with choices has at most. With a single one there is nothing to choose.
const MAX_VALUES: usize = 30;

/// How many characters a value has at most: it becomes part of a link. Columns of longer texts are notes.
const MAX_CHARS: usize = 100;

/// The different values of an imported column.
#[derive(Debug)]
pub struct Choices {
    /// The column's index in [`ImportedColumns::names`].
    pub column: u8,
    /// In the order of their characters. An empty text stands for videos without a value.
    pub values: Vec<String>,
    /// For each video the index of its value.
    of_videos: Vec<usize>,
}

impl Choices {
    /// The index of a video's value, by the video's index.
    #[must_use]
    pub fn of_video(&self, video_index: usize) -> usize {
        self.of_videos[video_index]
    }
}

/// The choices of all columns that have some, in the file's order.
pub fn choices(imported: &ImportedColumns, videos: &[Video]) -> Vec<Choices> {
    let columns = 0..imported.names().len() as u8;
    columns
        .filter_map(|column| choices_of(column, imported, videos))
        .collect()
}

fn choices_of(column: u8, imported: &ImportedColumns, videos: &[Video]) -> Option<Choices> {
    let value = |video: &Video| imported.value(video.id, column.into()).unwrap_or_default();
    let mut values = BTreeSet::new();
    for video in videos {
        let value = value(video);
        if value.chars().nth(MAX_CHARS).is_some() {
            return None;
        }
        values.insert(value);
        if values.len() > MAX_VALUES {
            return None;
        }
    }
    if values.len() < 2 {
        return None;
    }
    let values: Vec<&str> = values.into_iter().collect();
    // Every value is among them.
    let index = |video| values.binary_search(&value(video)).unwrap_or_default();
    Some(Choices {
        column,
        of_videos: videos.iter().map(index).collect(),
        values: values.into_iter().map(str::to_owned).collect(),
    })
}
