//! A run through the requests of a search: which one is next, and what answers and errors do to it.
//!
//! Three things always hold: the credits that may have been used never pass the limit, no page is asked for again
//! unless the server refused it unseen or the user says so, and the order of answers makes no difference.

use super::effect::{Effect, may_have_cost};
use super::group::{Group, GroupState, after_page};
use super::slowdown::Slowdown;
use super::status::{MAX_FAILURES_IN_A_ROW, PauseReason, RunStatus, StopReason};
use crate::domain::ids::VideoId;
use crate::domain::query::Query;
use crate::domain::query::paging::{PageNum, PageSize};
use crate::domain::search::error::SearchError;

/// One request of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RunRequest {
    /// Index of the group.
    pub group: usize,
    pub page: PageNum,
}

/// What to do next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Send(RunRequest),
    /// Nothing before this time, in milliseconds.
    Wait(u64),
    /// Nothing before an answer or the user's next choice.
    Rest,
}

/// How many ids ended how.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcomes {
    /// There are rows, and all of them.
    pub done: Vec<VideoId>,
    /// All pages are here, without a row of it.
    pub no_data: Vec<VideoId>,
    pub failed: Vec<VideoId>,
    /// Not asked for yet, or not to the end.
    pub open: Vec<VideoId>,
}

/// A run.
#[derive(Clone, PartialEq, Debug)]
pub struct Run {
    groups: Vec<Group>,
    status: RunStatus,
    /// Credits that may be used.
    credit_limit: u32,
    /// How many requests may be on their way at once.
    parallel: usize,
    credits: Credits,
    slowdown: Slowdown,
    failures_in_a_row: u32,
}

/// What a run has used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Credits {
    /// For answers.
    pub used: u32,
    /// For failed requests, which may or may not have cost one each.
    pub possible: u32,
}

impl Credits {
    /// The most that it can be.
    #[must_use]
    pub fn max(self) -> u32 {
        self.used + self.possible
    }
}

impl Run {
    /// A run that waits for [`Self::start`], with what was used before.
    #[must_use]
    pub fn new(groups: Vec<Group>, credits: Credits) -> Self {
        Self {
            groups,
            status: RunStatus::Planned,
            credit_limit: credits.max(),
            parallel: 1,
            credits,
            slowdown: Slowdown::default(),
            failures_in_a_row: 0,
        }
    }

    /// With the limit that it had on an earlier visit.
    #[must_use]
    pub fn with_credit_limit(self, limit: u32) -> Self {
        Self {
            credit_limit: self.credit_limit.max(limit),
            ..self
        }
    }

    /// Begins, or goes on, with so many credits at most beside those used before, and so many requests at once.
    pub fn start(&mut self, credits: u32, parallel: usize) {
        self.credit_limit = self.reserved().saturating_add(credits);
        self.parallel = parallel.max(1);
        self.resume();
    }

    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    #[must_use]
    pub fn status(&self) -> &RunStatus {
        &self.status
    }

    #[must_use]
    pub fn credits(&self) -> Credits {
        self.credits
    }

    #[must_use]
    pub fn credit_limit(&self) -> u32 {
        self.credit_limit
    }

    /// The credits that may be used once the requests on their way are answered.
    #[must_use]
    pub fn reserved(&self) -> u32 {
        self.credits.max() + self.in_flight() as u32
    }

    /// How many groups are neither complete nor failed.
    #[must_use]
    pub fn open_groups(&self) -> usize {
        self.count(|state| matches!(state, GroupState::Open(_) | GroupState::InFlight(_)))
    }

    /// The credits that are proposed for what is left: those that the limit still allows, or two for each group, since
    /// it often has a second page.
    #[must_use]
    pub fn proposed_credits(&self) -> u32 {
        match self.credit_limit.saturating_sub(self.reserved()) {
            0 => self.open_groups() as u32 * 2,
            left => left,
        }
    }

    #[must_use]
    pub fn failed_groups(&self) -> usize {
        self.count(|state| matches!(state, GroupState::Failed(..)))
    }

    /// How many requests are on their way.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.count(|state| matches!(state, GroupState::InFlight(_)))
    }

    fn count(&self, is_counted: impl Fn(&GroupState) -> bool) -> usize {
        let groups = self.groups.iter();
        groups.filter(|group| is_counted(&group.state)).count()
    }

    /// The query of a request.
    #[must_use]
    pub fn query(&self, request: RunRequest) -> Query {
        Query {
            ids: self.groups[request.group].ids.clone(),
            page: request.page,
            size: PageSize::default(),
        }
    }

    /// The next thing to do, at a time in milliseconds. A request that is to be sent counts as sent.
    pub fn step(&mut self, now: u64) -> Step {
        if self.is_over() {
            self.status = RunStatus::Finished;
        }
        if self.status != RunStatus::Running {
            return Step::Rest;
        }
        let in_flight = self.in_flight();
        let open = self.groups.iter().enumerate();
        let next = open.filter_map(|(group, it)| match it.state {
            GroupState::Open(page) => Some(RunRequest { group, page }),
            _ => None,
        });
        let Some(request) = next.min_by_key(|request| request.group) else {
            return Step::Rest;
        };
        let parallel = if self.slowdown.is_slow() {
            1
        } else {
            self.parallel
        };
        if in_flight >= parallel {
            return Step::Rest;
        }
        if self.reserved() >= self.credit_limit {
            // An answer on its way may turn out to be free.
            if in_flight == 0 {
                self.status = RunStatus::Stopped(StopReason::CreditLimit);
            }
            return Step::Rest;
        }
        if let Some(until) = self.slowdown.wait(now) {
            return Step::Wait(until);
        }
        self.groups[request.group].state = GroupState::InFlight(request.page);
        Step::Send(request)
    }

    /// Whether it has begun and nothing is left to ask for, also while it is paused or was stopped by the user.
    fn is_over(&self) -> bool {
        let can_end = matches!(
            self.status,
            RunStatus::Running | RunStatus::Paused(_) | RunStatus::Stopped(StopReason::User)
        );
        can_end && self.open_groups() == 0
    }

    /// An answer has come, with so many rows, for a credit or for none.
    pub fn answered(&mut self, request: RunRequest, row_count: usize, credits: u32) {
        if !self.is_in_flight(request) {
            return;
        }
        self.credits.used += credits;
        self.slowdown.answered();
        self.failures_in_a_row = 0;
        self.groups[request.group].state = after_page(request.page, row_count);
    }

    /// A request has failed, at a time in milliseconds. `jitter` is from 0 to 1.
    pub fn failed(&mut self, request: RunRequest, error: SearchError, now: u64, jitter: f64) {
        if !self.is_in_flight(request) {
            return;
        }
        self.credits.possible += u32::from(may_have_cost(&error));
        let is_sent_offline = matches!(error, SearchError::Offline { .. });
        let open = GroupState::Open(request.page);
        let (state, status) = match Effect::of(&error) {
            Effect::Empty => (GroupState::Complete, None),
            Effect::Slow(seconds) => {
                self.slowdown.refused(now, seconds, jitter);
                (open, None)
            }
            Effect::Stop => (open, Some(RunStatus::Stopped(StopReason::Error(error)))),
            Effect::Unsent => (open, Some(RunStatus::Paused(PauseReason::Offline))),
            Effect::Fail => {
                self.failures_in_a_row += 1;
                let pause = match self.failures_in_a_row {
                    _ if is_sent_offline => Some(PauseReason::Offline),
                    MAX_FAILURES_IN_A_ROW.. => Some(PauseReason::Failures),
                    _ => None,
                };
                let status = pause.map(RunStatus::Paused);
                (GroupState::Failed(request.page, Some(error)), status)
            }
        };
        self.groups[request.group].state = state;
        // What the user has chosen stays, and so does the first reason to stop.
        if let (Some(status), RunStatus::Running) = (status, &self.status) {
            self.status = status;
        }
    }

    /// A request was not sent after all: it stays to be sent.
    pub fn unsent(&mut self, request: RunRequest) {
        if self.is_in_flight(request) {
            self.groups[request.group].state = GroupState::Open(request.page);
        }
    }

    fn is_in_flight(&self, request: RunRequest) -> bool {
        let group = self.groups.get(request.group);
        group.is_some_and(|group| group.state == GroupState::InFlight(request.page))
    }

    /// Sends nothing more for the moment. Answers on their way still count.
    pub fn pause(&mut self, reason: PauseReason) {
        if self.status == RunStatus::Running {
            self.status = RunStatus::Paused(reason);
        }
    }

    /// Sends nothing more.
    pub fn stop(&mut self) {
        if self.status != RunStatus::Finished {
            self.status = RunStatus::Stopped(StopReason::User);
        }
    }

    /// Goes on.
    pub fn resume(&mut self) {
        self.failures_in_a_row = 0;
        self.status = RunStatus::Running;
    }

    /// The connection is there again.
    pub fn online(&mut self) {
        if self.status == RunStatus::Paused(PauseReason::Offline) {
            self.resume();
        }
    }

    /// Asks again for what has failed, with so many credits more.
    pub fn retry_failed(&mut self, more_credits: u32) {
        for group in &mut self.groups {
            if let GroupState::Failed(page, _) = group.state {
                group.state = GroupState::Open(page);
            }
        }
        self.allow(more_credits);
    }

    /// Goes on, with so many credits at least from now on.
    pub fn allow(&mut self, credits: u32) {
        let limit = self.reserved().saturating_add(credits);
        self.credit_limit = self.credit_limit.max(limit);
        self.resume();
    }

    /// How each id has ended. `has_rows` says whether there is a row of it.
    pub fn outcomes(&self, has_rows: impl Fn(VideoId) -> bool) -> Outcomes {
        let mut outcomes = Outcomes::default();
        for group in &self.groups {
            for id in group.ids.iter() {
                let list = match &group.state {
                    GroupState::Failed(..) => &mut outcomes.failed,
                    GroupState::Complete if has_rows(id) => &mut outcomes.done,
                    GroupState::Complete => &mut outcomes.no_data,
                    GroupState::Open(_) | GroupState::InFlight(_) => &mut outcomes.open,
                };
                list.push(id);
            }
        }
        outcomes
    }
}
