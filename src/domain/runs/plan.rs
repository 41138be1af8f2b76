//! What a search for many videos takes, before anything is spent.

use std::collections::{HashMap, HashSet};

use super::group::{Group, GroupState};
use super::record::RunRecord;
use super::saved::{SavedAnswers, SavedPages};
use crate::domain::ids::{VideoId, VideoIds};

/// The requests of a search, and what of it is saved.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// What has to be asked for, in the order of the ids.
    pub groups: Vec<Group>,
    /// The saved answers that are used.
    pub saved: Vec<SavedPages>,
    /// Earlier answers about ids that are asked for again: they are shown until the new ones are here.
    pub earlier: Vec<SavedPages>,
    /// Ids whose data is saved, and used.
    pub known: usize,
    /// When the oldest and the newest of the used answers were sent, in Unix seconds.
    pub data_from: Option<(u64, u64)>,
}

impl Plan {
    /// A new plan. With `uses_saved`, ids whose data is saved are not asked for again.
    #[must_use]
    pub fn new(
        ids: &VideoIds,
        saved: &SavedAnswers,
        uses_saved: bool,
        ids_per_request: usize,
    ) -> Self {
        if !uses_saved {
            let groups = ids.in_groups(ids_per_request);
            return Self::of(groups, saved, u64::MAX, Vec::new(), 0);
        }
        let known = saved.known();
        let (used, known_ids) = used_answers(ids.iter(), &known);
        let unknown = ids.iter().filter(|id| !known.contains_key(id));
        let groups = match VideoIds::new(unknown) {
            Ok(ids) => ids.in_groups(ids_per_request),
            Err(_) => Vec::new(),
        };
        Self::of(groups, saved, 0, used, known_ids)
    }

    /// The plan of a run that was begun before: its own groups, without what is there of them.
    #[must_use]
    pub fn resumed(record: &RunRecord, saved: &SavedAnswers, ids_per_request: usize) -> Self {
        let own: HashSet<VideoId> = record.groups.iter().flat_map(VideoIds::iter).collect();
        // What was known at the start.
        let others = record.ids.iter().filter(|id| !own.contains(id));
        let known_ids = saved.known();
        let (used, known) = used_answers(others.clone(), &known_ids);
        // And is not any more: deleted, expired, or of another data source.
        let lost = VideoIds::new(others.filter(|id| !known_ids.contains_key(id)));
        let mut groups = record.groups.clone();
        groups.extend(
            lost.map(|ids| ids.in_groups(ids_per_request))
                .unwrap_or_default(),
        );
        let plan = Self::of(groups, saved, record.answers_since(), used, known);
        let earlier = match record.is_fresh {
            true => plan.earlier_answers(&known_ids),
            false => Vec::new(),
        };
        Self { earlier, ..plan }
    }

    /// What is saved about the ids of groups that are not complete.
    fn earlier_answers(&self, known: &HashMap<VideoId, SavedPages>) -> Vec<SavedPages> {
        let incomplete = |group: &&Group| group.state != GroupState::Complete;
        let groups = self.groups.iter().filter(incomplete);
        let (mut answers, _) = used_answers(groups.flat_map(|group| group.ids.iter()), known);
        answers.retain(|pages| self.saved.iter().all(|saved| saved.ids != pages.ids));
        answers
    }

    fn of(
        groups: Vec<VideoIds>,
        answers: &SavedAnswers,
        since: u64,
        mut saved: Vec<SavedPages>,
        mut known: usize,
    ) -> Self {
        let mut planned = Vec::with_capacity(groups.len());
        for ids in groups {
            let pages = answers.pages(&ids, since);
            let state = pages.state();
            if state == GroupState::Complete {
                known += ids.len();
            }
            if !pages.answers.is_empty() {
                saved.push(pages);
            }
            planned.push(Group { ids, state });
        }
        let answers = saved.iter().flat_map(|pages| &pages.answers);
        let times = answers.map(|answer| answer.fetched_at);
        let data_from = times.clone().min().zip(times.max());
        Self {
            groups: planned,
            saved,
            earlier: Vec::new(),
            known,
            data_from,
        }
    }
}

/// The saved answers that have the data of some ids, each once, and how many ids that are.
fn used_answers(
    ids: impl Iterator<Item = VideoId>,
    known: &HashMap<VideoId, SavedPages>,
) -> (Vec<SavedPages>, usize) {
    let mut used = Vec::new();
    let mut seen = HashSet::new();
    let mut count = 0;
    for id in ids {
        if let Some(pages) = known.get(&id) {
            count += 1;
            if seen.insert(pages.ids.clone()) {
                used.push(pages.clone());
            }
        }
    }
    (used, count)
}
