//! Owns: a page of results with its query, and where it is from. Refuses: asking for one.

use super::kept::{self, Kept};
use crate::api::client::Reply;
use crate::api::wire::{self, Provenance};
use crate::domain::answer::Answer;
use crate::domain::error::SearchError;
use crate::domain::query::Query;

/// A page of results.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    pub query: Query,
    pub answer: Answer,
    /// When it was answered, in Unix seconds.
    pub at: u64,
    /// Whether it was kept in this tab, and so was free.
    pub kept: bool,
}

impl Page {
    /// Reads a reply to a query. A good one is kept.
    pub fn answered(query: &Query, url: &str, reply: Reply) -> Result<Self, SearchError> {
        let answer = wire::read(
            reply.status,
            reply.retry_after,
            &reply.body,
            Provenance::Api,
        )?;
        let at = kept::keep(url, reply.body).at;
        Ok(Self {
            query: query.clone(),
            answer,
            at,
            kept: false,
        })
    }

    /// Reads what was kept of an earlier reply.
    pub fn recalled(query: &Query, kept: &Kept) -> Option<Self> {
        let answer = wire::read(200, None, &kept.body, Provenance::Api).ok()?;
        Some(Self {
            query: query.clone(),
            answer,
            at: kept.at,
            kept: true,
        })
    }
}
