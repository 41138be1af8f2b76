//! What the browser stores of a search for many videos, so that it can go on after a reload, a crash or a week.

use serde::{Deserialize, Serialize};

use super::group::{Group, GroupState};
use super::run::{Credits, Run};
use super::status::RunStatus;
use crate::domain::ids::{TokenProblem, VideoIds};
use crate::domain::query::paging::PageNum;

/// A search, as it was begun. Written once.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RunRecord {
    #[serde(with = "ids_text")]
    pub ids: VideoIds,
    /// The groups of the run, in its order. None if it was not started.
    #[serde(with = "groups_text")]
    pub groups: Vec<VideoIds>,
    /// Whether everything is asked for again, whatever was saved before.
    pub is_fresh: bool,
    /// In Unix seconds.
    pub started_at: u64,
}

impl RunRecord {
    /// The time from which on saved answers belong to this run, in Unix seconds.
    #[must_use]
    pub fn answers_since(&self) -> u64 {
        if self.is_fresh { self.started_at } else { 0 }
    }
}

/// How far a run is, beside the answers themselves. Written before each request and after each failure.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct RunProgress {
    /// In Unix seconds.
    pub updated_at: u64,
    pub credits_used: u32,
    /// For failed requests, and for those that were on their way.
    pub credits_possible: u32,
    /// The most that it may use. Zero if an earlier version of the page has written this.
    #[serde(default)]
    pub credit_limit: u32,
    /// Group and page of what has failed.
    pub failed: Vec<(usize, u32)>,
    pub is_finished: bool,
}

impl RunProgress {
    /// How far a run is, at a time in Unix seconds.
    #[must_use]
    pub fn of(run: &Run, now: u64) -> Self {
        let groups = run.groups().iter().enumerate();
        let failed = groups.filter_map(|(index, group)| match &group.state {
            GroupState::Failed(page, _) => Some((index, page.get())),
            _ => None,
        });
        Self {
            updated_at: now,
            credits_used: run.credits().used,
            credits_possible: run.credits().possible + run.in_flight() as u32,
            credit_limit: run.credit_limit(),
            failed: failed.collect(),
            is_finished: *run.status() == RunStatus::Finished,
        }
    }

    #[must_use]
    pub fn credits(&self) -> Credits {
        Credits {
            used: self.credits_used,
            possible: self.credits_possible,
        }
    }

    /// The run as it was, with groups that say what is saved.
    #[must_use]
    pub fn resumed(&self, mut groups: Vec<Group>) -> Run {
        self.mark_failed(&mut groups);
        Run::new(groups, self.credits()).with_credit_limit(self.credit_limit)
    }

    /// Marks what has failed, unless its answer came after all. Its error is not known any more.
    fn mark_failed(&self, groups: &mut [Group]) {
        for (index, page) in &self.failed {
            if let (Some(group), Ok(page)) = (groups.get_mut(*index), PageNum::new(*page))
                && group.state == GroupState::Open(page)
            {
                group.state = GroupState::Failed(page, None);
            }
        }
    }
}

/// Ids in JSON: as in an address, so that they go through their own checks and no reader takes them for numbers.
fn parse_ids(text: &str) -> Result<VideoIds, TokenProblem> {
    let ids: Result<Vec<_>, _> = text.split(',').map(str::parse).collect();
    VideoIds::new(ids?).map_err(|_| TokenProblem::TooLong)
}

mod ids_text {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{VideoIds, parse_ids};

    pub fn serialize<S: Serializer>(ids: &VideoIds, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(ids)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<VideoIds, D::Error> {
        parse_ids(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

mod groups_text {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{VideoIds, parse_ids};

    pub fn serialize<S: Serializer>(groups: &[VideoIds], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(groups.iter().map(VideoIds::to_string))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<VideoIds>, D::Error> {
        let groups = Vec::<String>::deserialize(deserializer)?;
        let groups: Result<_, _> = groups.iter().map(|text| parse_ids(text)).collect();
        groups.map_err(D::Error::custom)
    }
}
