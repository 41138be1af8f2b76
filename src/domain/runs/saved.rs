//! Which answers are saved in the browser, by the videos that they are about.

use std::collections::{BTreeMap, HashMap};

use super::group::{GroupState, after_page};
use crate::domain::ids::{VideoId, VideoIds};
use crate::domain::query::Query;
use crate::domain::query::paging::{PageNum, PageSize};

/// A saved answer without its body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SavedAnswer {
    /// When KeyAPI sent the data, in Unix seconds.
    pub fetched_at: u64,
    /// When it was saved, in Unix seconds.
    pub stored_at: u64,
    pub row_count: usize,
}

/// The saved pages of some ids, from the first on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SavedPages {
    /// In ascending order.
    pub ids: VideoIds,
    pub answers: Vec<SavedAnswer>,
}

impl SavedPages {
    /// How far the pages get.
    #[must_use]
    pub fn state(&self) -> GroupState {
        let mut state = GroupState::Open(PageNum::default());
        for answer in &self.answers {
            if let GroupState::Open(page) = state {
                state = after_page(page, answer.row_count);
            }
        }
        state
    }

    /// The queries of the pages.
    pub fn queries(&self) -> impl Iterator<Item = Query> {
        let pages = (1..).map_while(|number| PageNum::new(number).ok());
        pages.zip(&self.answers).map(|(page, _)| Query {
            page,
            ..Query::first(self.ids.clone())
        })
    }
}

/// All saved answers to whole pages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SavedAnswers {
    by_ids: BTreeMap<VideoIds, BTreeMap<PageNum, SavedAnswer>>,
}

impl SavedAnswers {
    pub fn collect(answers: impl IntoIterator<Item = (Query, SavedAnswer)>) -> Self {
        let mut by_ids: BTreeMap<VideoIds, BTreeMap<PageNum, SavedAnswer>> = BTreeMap::new();
        for (query, answer) in answers {
            if query.size == PageSize::default() {
                let pages = by_ids.entry(query.ids.sorted()).or_default();
                pages.insert(query.page, answer);
            }
        }
        Self { by_ids }
    }

    /// The saved pages of exactly these ids, without those that were saved before `since` in Unix seconds.
    #[must_use]
    pub fn pages(&self, ids: &VideoIds, since: u64) -> SavedPages {
        let ids = ids.sorted();
        let mut answers = Vec::new();
        if let Some(pages) = self.by_ids.get(&ids) {
            for (number, (page, answer)) in (1..).zip(pages) {
                if page.get() != number || answer.stored_at < since {
                    break;
                }
                answers.push(*answer);
            }
        }
        SavedPages { ids, answers }
    }

    /// For each id the newest answer that has all its rows.
    #[must_use]
    pub fn known(&self) -> HashMap<VideoId, SavedPages> {
        let mut known: HashMap<VideoId, SavedPages> = HashMap::new();
        for ids in self.by_ids.keys() {
            let pages = self.pages(ids, 0);
            if pages.state() != GroupState::Complete {
                continue;
            }
            for id in ids.iter() {
                let is_newer = known
                    .get(&id)
                    .is_none_or(|other| oldest(other) < oldest(&pages));
                if is_newer {
                    known.insert(id, pages.clone());
                }
            }
        }
        known
    }
}

/// When the oldest of the answers was sent, in Unix seconds.
fn oldest(pages: &SavedPages) -> u64 {
    let times = pages.answers.iter().map(|answer| answer.fetched_at);
    times.min().unwrap_or_default()
}
