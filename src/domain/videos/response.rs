//! A decoded response: its videos, where it comes from, and which of its rows could not be read.

use crate::domain::videos::Video;

/// One page of results.
#[derive(Clone, PartialEq, Debug)]
pub struct DecodedResponse {
    /// Their times are 0 until [`Self::with_fetched_at`] sets them.
    pub videos: Vec<Video>,
    /// Rows that could not be read, each with its reason.
    pub unreadable: Vec<Unreadable>,
    /// Metrics that are unknown since their values are not numbers, in rows that could be read.
    pub odd_values: Vec<OddValue>,
    /// The number of rows, readable or not.
    pub row_count: usize,
    /// The API's id of the request; empty if it gave none.
    pub request_id: String,
}

impl DecodedResponse {
    /// The response with the time when KeyAPI sent it, in Unix seconds, which decoding does not know.
    #[must_use]
    pub fn with_fetched_at(mut self, fetched_at: u64) -> Self {
        for video in &mut self.videos {
            video.fetched_at = fetched_at;
        }
        self
    }
}

/// Where a response comes from, which decides what it cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CacheStatus {
    /// KeyAPI sent it just now, for a credit.
    Api,
    /// It was saved in this browser: no credit.
    Browser,
    /// The team's proxy had saved it: no credit.
    Cache,
    /// The team's proxy had saved it and could get nothing newer: no credit, and out of date.
    Stale,
}

/// A row that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// Its number in the response, from 1.
    pub row: usize,
    pub reason: RowFault,
}

/// Why a row could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowFault {
    /// It is not a JSON object.
    NotAnObject,
    /// It has no valid video id.
    NoVideoId,
}

/// A metric's field whose value is not a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OddValue {
    /// The number of its row in the response, from 1.
    pub row: usize,
    pub field: &'static str,
}
