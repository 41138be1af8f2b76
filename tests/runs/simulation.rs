//! Random sequences of answers, errors, pauses, clocks and crashes. Whatever happens: the credit limit is not passed, no
//! page is asked for twice, each id ends as exactly one of done, no data and failed, and order makes no difference.

use std::collections::{BTreeMap, HashMap};

use clipcart::domain::ids::VideoId;
use clipcart::domain::query::Query;
use clipcart::domain::runs::group::GroupState;
use clipcart::domain::runs::plan::Plan;
use clipcart::domain::runs::record::{RunProgress, RunRecord};
use clipcart::domain::runs::run::{Credits, Run, RunRequest, Step};
use clipcart::domain::runs::saved::{SavedAnswer, SavedAnswers};
use clipcart::domain::runs::status::{PauseReason, RunStatus};
use clipcart::domain::search::error::{ApiNote, ErrorSource, SearchError};
use proptest::prelude::*;

use super::run::{id, ids};

const PER_REQUEST: usize = 3;

/// What happens next.
#[derive(Debug, Clone)]
enum Event {
    /// The n-th request on its way is answered, for a credit or from a cache.
    Answer(usize, bool),
    Fail(usize, u8),
    Pause,
    Resume,
    Stop,
    Online,
    Clock(u64),
    RetryFailed,
    /// The tab is gone with everything that is not stored, and comes again.
    Crash,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => (0..4_usize, any::<bool>()).prop_map(|(n, paid)| Event::Answer(n, paid)),
        4 => (0..4_usize, 0..7_u8).prop_map(|(n, kind)| Event::Fail(n, kind)),
        1 => Just(Event::Pause),
        2 => Just(Event::Resume),
        1 => Just(Event::Stop),
        1 => Just(Event::Online),
        2 => (0..90_000_u64).prop_map(Event::Clock),
        1 => Just(Event::RetryFailed),
        1 => Just(Event::Crash),
    ]
}

fn error(kind: u8) -> SearchError {
    let note = ApiNote {
        source: ErrorSource::Api,
        ..ApiNote::default()
    };
    match kind {
        0 => SearchError::TooFast {
            seconds: Some(3),
            note,
        },
        1 => SearchError::TooFast {
            seconds: None,
            note,
        },
        2 => SearchError::QuotaUsedUp(note),
        3 => SearchError::Server(note),
        4 => SearchError::Offline { sent: false },
        5 => SearchError::Timeout(30),
        _ => SearchError::NoData(note),
    }
}

/// The API: how many rows each id has.
fn rows_of(id: VideoId) -> usize {
    (id.get() % 7) as usize * 2
}

fn row_count(query: &Query) -> usize {
    let all: usize = query.ids.iter().map(rows_of).sum();
    let skipped = (query.page.get() as usize - 1) * 10;
    all.saturating_sub(skipped).min(10)
}

/// A browser with its storage, and what the API has seen.
struct World {
    record: RunRecord,
    progress: RunProgress,
    saved: BTreeMap<String, (Query, SavedAnswer)>,
    run: Run,
    in_flight: Vec<(RunRequest, Query)>,
    now: u64,
    /// How often each page may be asked for: once, and once more for each refusal, crash or retry.
    allowed: HashMap<String, u32>,
    asked: HashMap<String, u32>,
    /// What the API has counted, and the limits that the user gave.
    spent: u32,
    granted: u32,
    parallel: usize,
}

impl World {
    fn new(count: u64, limit: u32, parallel: usize) -> Self {
        let ids = ids(0..count);
        let plan = Plan::new(&ids, &SavedAnswers::default(), true, PER_REQUEST);
        let record = RunRecord {
            groups: plan.groups.iter().map(|group| group.ids.clone()).collect(),
            ids,
            is_fresh: false,
            started_at: 1,
        };
        let mut run = Run::new(plan.groups, Credits::default());
        run.start(limit, parallel);
        let mut world = Self {
            record,
            progress: RunProgress::default(),
            saved: BTreeMap::new(),
            run,
            in_flight: Vec::new(),
            now: 0,
            allowed: HashMap::new(),
            asked: HashMap::new(),
            spent: 0,
            granted: limit,
            parallel,
        };
        world.send();
        world
    }

    fn send(&mut self) {
        let mut requests = Vec::new();
        while let Step::Send(request) = self.run.step(self.now) {
            requests.push(request);
        }
        // Written before anything is sent.
        self.progress = RunProgress::of(&self.run, 1);
        for request in requests {
            let query = self.run.query(request);
            *self.asked.entry(query.canonical().to_string()).or_default() += 1;
            self.in_flight.push((request, query));
        }
    }

    fn handle(&mut self, event: &Event) {
        match *event {
            Event::Answer(n, is_paid) => {
                if let Some((request, query)) = self.take(n) {
                    let credits = u32::from(is_paid);
                    self.spent += credits;
                    let count = row_count(&query);
                    self.save(&query, count);
                    self.run.answered(request, count, credits);
                }
            }
            Event::Fail(n, kind) => {
                if let Some((request, query)) = self.take(n) {
                    let error = error(kind);
                    match kind {
                        0..=2 | 4 => self.allow_again(&query),
                        6 => {
                            self.spent += 1;
                            self.save(&query, 0);
                        }
                        // It may or may not be counted.
                        _ => self.spent += 1,
                    }
                    self.run.failed(request, error, self.now, 0.5);
                }
            }
            Event::Pause => self.run.pause(PauseReason::User),
            Event::Resume => self.run.resume(),
            Event::Stop => self.run.stop(),
            Event::Online => self.run.online(),
            Event::Clock(milliseconds) => self.now += milliseconds,
            Event::RetryFailed => self.retry(),
            Event::Crash => self.crash(),
        }
        self.send();
    }

    fn take(&mut self, n: usize) -> Option<(RunRequest, Query)> {
        (n < self.in_flight.len()).then(|| self.in_flight.remove(n))
    }

    fn save(&mut self, query: &Query, row_count: usize) {
        let answer = SavedAnswer {
            fetched_at: 5,
            stored_at: 5,
            row_count,
        };
        let query = query.canonical();
        self.saved.insert(query.to_string(), (query, answer));
    }

    fn allow_again(&mut self, query: &Query) {
        *self
            .allowed
            .entry(query.canonical().to_string())
            .or_default() += 1;
    }

    fn retry(&mut self) {
        for (group, state) in self.run.groups().iter().enumerate() {
            if let GroupState::Failed(page, _) = state.state {
                let query = self.run.query(RunRequest { group, page });
                *self
                    .allowed
                    .entry(query.canonical().to_string())
                    .or_default() += 1;
            }
        }
        let more = self.run.failed_groups() as u32;
        self.granted = self.granted.max(self.run.reserved() + more);
        self.run.retry_failed(more);
    }

    fn crash(&mut self) {
        // The API may have counted what was on its way.
        for (_, query) in std::mem::take(&mut self.in_flight) {
            self.spent += 1;
            self.allow_again(&query);
        }
        let answers = self.saved.values().cloned();
        let plan = Plan::resumed(&self.record, &SavedAnswers::collect(answers), PER_REQUEST);
        self.run = self.progress.resumed(plan.groups);
        let left = self.granted.saturating_sub(self.run.reserved());
        self.run.start(left, self.parallel);
    }

    fn check(&self) {
        assert!(
            self.spent <= self.granted,
            "{} of {}",
            self.spent,
            self.granted
        );
        assert!(self.run.reserved() <= self.granted);
        for (page, asked) in &self.asked {
            let allowed = 1 + self.allowed.get(page).copied().unwrap_or_default();
            assert!(*asked <= allowed, "{page} {asked} times");
        }
    }

    /// Everything that is still open is answered.
    fn finish(&mut self) {
        for _ in 0..10_000 {
            if *self.run.status() == RunStatus::Finished {
                return;
            }
            if self.in_flight.is_empty() {
                self.now += 60_000;
                self.granted = self.granted.max(self.run.reserved() + 9);
                self.run.allow(9);
                self.send();
            } else {
                self.handle(&Event::Answer(0, true));
            }
            self.check();
        }
        panic!("it does not end");
    }
}

proptest! {
    #[test]
    fn nothing_is_paid_twice_and_nothing_is_lost(
        count in 1..30_u64,
        limit in 0..40_u32,
        parallel in 1..5_usize,
        events in prop::collection::vec(event(), 0..120),
    ) {
        let mut world = World::new(count, limit, parallel);
        for event in &events {
            world.handle(event);
            world.check();
        }
        world.finish();
        let has_rows = |id: VideoId| rows_of(id) > 0;
        let outcomes = world.run.outcomes(has_rows);
        let mut all: Vec<VideoId> = outcomes.done.clone();
        all.extend(&outcomes.no_data);
        all.extend(&outcomes.failed);
        all.sort_unstable();
        let expected: Vec<VideoId> = (0..count).map(id).collect();
        prop_assert_eq!(all, expected);
        prop_assert!(outcomes.open.is_empty());
        // What is complete is saved, page by page.
        for group in world.run.groups() {
            if group.state == GroupState::Complete {
                let saved = SavedAnswers::collect(world.saved.values().cloned());
                prop_assert_eq!(saved.pages(&group.ids, 0).state(), GroupState::Complete);
            }
        }
    }

    #[test]
    fn the_order_of_answers_makes_no_difference(
        count in 1..30_u64,
        parallel in 1..5_usize,
        order in prop::collection::vec(0..4_usize, 200),
    ) {
        let run_through = |order: &[usize]| {
            let mut world = World::new(count, 10_000, parallel);
            let mut order = order.iter().cycle();
            while *world.run.status() != RunStatus::Finished {
                let n = *order.next().unwrap() % world.in_flight.len();
                world.handle(&Event::Answer(n, true));
            }
            (world.saved, world.run.outcomes(|_| true), world.run.credits())
        };
        prop_assert_eq!(run_through(&order), run_through(&[0]));
    }
}
