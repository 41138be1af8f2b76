//! Owns: a page of results, where it is from, and which of its rows could not be read.
//! Refuses: reading them.

use crate::domain::videos::Video;

/// A page of results.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    pub videos: Vec<Video>,
    /// Rows that could not be read, each with its reason.
    pub unreadable: Vec<Unreadable>,
    /// Rows in all, readable or not.
    pub row_count: usize,
    /// The API's own id of the request; empty when it gave none.
    pub request_id: String,
}

/// Where an answer is from, which decides what it has cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CacheStatus {
    /// KeyAPI gave it just now: a credit.
    Api,
    /// It was kept in this tab: nothing.
    Tab,
    /// The team's proxy had kept it: nothing.
    Cache,
    /// The same, and too old: nothing newer could be had.
    Stale,
}

/// A row that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// Its place in the answer, from 1.
    pub row: usize,
    pub reason: RowFault,
}

/// Why a row could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowFault {
    /// It is not an object of fields.
    NotAnObject,
    /// It has no video id, or one that is not an id.
    NoVideoId,
    /// The named field should be a number and is something else.
    NotANumber(&'static str),
}
