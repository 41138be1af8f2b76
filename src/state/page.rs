//! Owns: a page of results with its query, and where it is from. Refuses: asking for one.

use super::kept::{self, Kept};
use crate::api::client::Reply;
use crate::api::wire::{self, Provenance};
use crate::browser::page;
use crate::domain::answer::{Answer, Origin};
use crate::domain::error::SearchError;
use crate::domain::query::Query;
use crate::domain::video::as_asked;

/// A page of results. Its videos stand in the order of the query, whatever the order they came in.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    pub query: Query,
    pub answer: Answer,
    /// When it was answered, in Unix seconds.
    pub at: u64,
    pub origin: Origin,
}

impl Page {
    pub fn new(query: Query, mut answer: Answer, at: u64, origin: Origin) -> Self {
        answer.videos = as_asked(answer.videos, &query.ids);
        Self {
            query,
            answer,
            at,
            origin,
        }
    }

    /// Reads a reply to a query. A good one is kept.
    pub fn answered(query: Query, url: &str, reply: Reply) -> Result<Self, SearchError> {
        let answer = wire::read(
            reply.status,
            reply.retry_after,
            &reply.body,
            Provenance::Api,
        )?;
        let at = page::now().saturating_sub(reply.age);
        let body = reply.body;
        kept::keep(url, Kept { body, at });
        Ok(Self::new(query, answer, at, reply.origin))
    }

    /// Reads what was kept of an earlier reply.
    pub fn recalled(query: Query, kept: &Kept) -> Option<Self> {
        let answer = wire::read(200, None, &kept.body, Provenance::Api).ok()?;
        Some(Self::new(query, answer, kept.at, Origin::Tab))
    }
}
