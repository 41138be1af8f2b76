//! A run, one event at a time.

use clipcart::domain::ids::{VideoId, VideoIds};
use clipcart::domain::query::paging::PageNum;
use clipcart::domain::runs::effect::{Effect, may_have_cost};
use clipcart::domain::runs::group::{Group, GroupState};
use clipcart::domain::runs::run::{Credits, Run, RunRequest, Step};
use clipcart::domain::runs::status::{MAX_FAILURES_IN_A_ROW, PauseReason, RunStatus, StopReason};
use clipcart::domain::search::error::{ApiNote, ErrorSource, SearchError};

pub fn id(n: u64) -> VideoId {
    (7_521_783_049_722_285_001 + n).to_string().parse().unwrap()
}

pub fn ids(numbers: impl IntoIterator<Item = u64>) -> VideoIds {
    VideoIds::new(numbers.into_iter().map(id)).unwrap()
}

pub fn page(number: u32) -> PageNum {
    PageNum::new(number).unwrap()
}

pub fn groups(count: u64) -> Vec<Group> {
    let group = |n: u64| Group {
        ids: ids(n * 10..n * 10 + 10),
        state: GroupState::Open(page(1)),
    };
    (0..count).map(group).collect()
}

fn started(count: u64, limit: u32, parallel: usize) -> Run {
    let mut run = Run::new(groups(count), Credits::default());
    run.start(limit, parallel);
    run
}

fn send(run: &mut Run) -> RunRequest {
    match run.step(0) {
        Step::Send(request) => request,
        step => panic!("{step:?}"),
    }
}

fn note() -> ApiNote {
    ApiNote {
        source: ErrorSource::Api,
        ..ApiNote::default()
    }
}

#[test]
fn a_plan_sends_nothing() {
    let mut run = Run::new(groups(2), Credits::default());
    assert_eq!(run.step(0), Step::Rest);
    assert_eq!(run.status(), &RunStatus::Planned);
}

#[test]
fn pages_follow_until_a_short_one() {
    let mut run = started(1, 10, 1);
    for number in 1..=3 {
        let request = send(&mut run);
        assert_eq!(request.page.get(), number);
        run.answered(request, 10, 1);
    }
    let last = send(&mut run);
    run.answered(last, 9, 1);
    assert_eq!(run.step(0), Step::Rest);
    assert_eq!(run.status(), &RunStatus::Finished);
    assert_eq!(
        run.credits(),
        Credits {
            used: 4,
            possible: 0
        }
    );
}

#[test]
fn answers_from_a_cache_cost_nothing() {
    let mut run = started(3, 1, 1);
    for _ in 0..3 {
        let request = send(&mut run);
        run.answered(request, 0, 0);
    }
    run.step(0);
    assert_eq!(run.status(), &RunStatus::Finished);
}

#[test]
fn the_limit_stops_before_it_is_passed_and_can_be_raised() {
    let mut run = started(5, 2, 4);
    let (first, second) = (send(&mut run), send(&mut run));
    // Both on their way may cost one each.
    assert_eq!(run.step(0), Step::Rest);
    run.answered(first, 1, 1);
    run.answered(second, 1, 1);
    assert_eq!(run.step(0), Step::Rest);
    let stopped = RunStatus::Stopped(StopReason::CreditLimit);
    assert_eq!(run.status(), &stopped);
    run.allow(3);
    assert_eq!(run.credit_limit(), 5);
    assert_eq!(send(&mut run).group, 2);
}

#[test]
fn what_each_error_does() {
    let quota = SearchError::QuotaUsedUp(note());
    let cases = [
        (SearchError::NoData(note()), Effect::Empty),
        (too_fast(None), Effect::Slow(None)),
        (too_fast(Some(7)), Effect::Slow(Some(7))),
        (too_fast(Some(3600)), Effect::Stop),
        (quota, Effect::Stop),
        (SearchError::KeyRefused(note()), Effect::Stop),
        (SearchError::SignInNeeded(note()), Effect::Stop),
        (SearchError::ProxyRefused(note()), Effect::Stop),
        (SearchError::KeyNeeded, Effect::Stop),
        (SearchError::Offline { sent: false }, Effect::Unsent),
        (SearchError::Offline { sent: true }, Effect::Fail),
        (SearchError::Server(note()), Effect::Fail),
        (SearchError::Refused(note()), Effect::Fail),
        (SearchError::InvalidRequest(note()), Effect::Fail),
        (SearchError::NotJson(note()), Effect::Fail),
        (SearchError::Truncated(note()), Effect::Fail),
        (SearchError::UnexpectedShape("a list", note()), Effect::Fail),
        (SearchError::Timeout(30), Effect::Fail),
        (SearchError::Blocked, Effect::Fail),
    ];
    for (error, effect) in cases {
        assert_eq!(Effect::of(&error), effect, "{error:?}");
    }
}

/// What was sent and not refused unseen may have cost one, unless the proxy itself has answered.
#[test]
fn which_failures_may_have_cost_a_credit() {
    let of_proxy = ApiNote {
        source: ErrorSource::Proxy,
        ..ApiNote::default()
    };
    let cases = [
        (SearchError::Server(note()), true),
        (SearchError::Timeout(30), true),
        (SearchError::Blocked, true),
        (SearchError::NotJson(note()), true),
        (SearchError::NoData(note()), true),
        (SearchError::Offline { sent: true }, true),
        (SearchError::Offline { sent: false }, false),
        (SearchError::Server(of_proxy), false),
        (SearchError::KeyNeeded, false),
        (SearchError::QuotaUsedUp(note()), false),
        (too_fast(None), false),
        (too_fast(Some(3600)), false),
    ];
    for (error, expected) in cases {
        assert_eq!(may_have_cost(&error), expected, "{error:?}");
    }
}

fn too_fast(seconds: Option<u32>) -> SearchError {
    SearchError::TooFast {
        seconds,
        note: note(),
    }
}

#[test]
fn too_fast_slows_the_whole_run_and_is_no_failure() {
    let mut run = started(3, 9, 2);
    let (first, second) = (send(&mut run), send(&mut run));
    run.failed(first, too_fast(Some(5)), 1_000, 0.5);
    run.answered(second, 1, 1);
    assert_eq!(run.step(1_000), Step::Wait(6_000));
    assert_eq!(run.failed_groups(), 0);
    assert_eq!(run.credits().possible, 0);
    // The same page again.
    assert_eq!(run.step(6_000), Step::Send(first));
}

#[test]
fn waits_grow_to_a_minute() {
    let mut run = started(1, 99, 1);
    let mut now = 0;
    let mut waits = Vec::new();
    for _ in 0..9 {
        let Step::Send(request) = run.step(now) else {
            panic!()
        };
        run.failed(request, too_fast(None), now, 1.0);
        let Step::Wait(until) = run.step(now) else {
            panic!()
        };
        waits.push((until - now) / 1000);
        now = until;
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
}

#[test]
fn a_stopping_error_keeps_the_request_for_later() {
    let mut run = started(2, 9, 1);
    let request = send(&mut run);
    let error = SearchError::QuotaUsedUp(note());
    run.failed(request, error.clone(), 0, 0.0);
    assert_eq!(run.step(0), Step::Rest);
    assert_eq!(run.status(), &RunStatus::Stopped(StopReason::Error(error)));
    assert_eq!(run.failed_groups(), 0);
    run.resume();
    assert_eq!(run.step(0), Step::Send(request));
}

#[test]
fn failures_go_on_and_can_be_retried_together() {
    let mut run = started(3, 9, 1);
    for _ in 0..3 {
        let request = send(&mut run);
        run.failed(request, SearchError::Server(note()), 0, 0.0);
    }
    run.step(0);
    assert_eq!(run.status(), &RunStatus::Finished);
    assert_eq!(
        run.credits(),
        Credits {
            used: 0,
            possible: 3
        }
    );
    assert_eq!(run.outcomes(|_| true).failed.len(), 30);
    run.retry_failed(6);
    assert_eq!(run.failed_groups(), 0);
    assert_eq!(send(&mut run).group, 0);
}

#[test]
fn many_failures_in_a_row_pause() {
    let mut run = started(20, 99, 1);
    for _ in 0..MAX_FAILURES_IN_A_ROW {
        let request = send(&mut run);
        run.failed(request, SearchError::Blocked, 0, 0.0);
    }
    assert_eq!(run.step(0), Step::Rest);
    let paused = RunStatus::Paused(PauseReason::Failures);
    assert_eq!(run.status(), &paused);
    run.resume();
    send(&mut run);
}

#[test]
fn offline_pauses_until_the_connection_is_back() {
    let mut run = started(2, 9, 1);
    let request = send(&mut run);
    run.failed(request, SearchError::Offline { sent: false }, 0, 0.0);
    assert_eq!(run.step(0), Step::Rest);
    run.online();
    assert_eq!(run.step(0), Step::Send(request));
    // A pause of the user's own is not ended by the connection.
    run.pause(PauseReason::User);
    run.online();
    assert_eq!(run.step(0), Step::Rest);
}

#[test]
fn late_and_repeated_answers_change_nothing() {
    let mut run = started(1, 9, 1);
    let request = send(&mut run);
    run.answered(request, 3, 1);
    let done = run.clone();
    run.answered(request, 10, 1);
    run.failed(request, SearchError::Blocked, 0, 0.0);
    assert_eq!(run, done);
}

#[test]
fn answers_to_a_stopped_run_still_count() {
    let mut run = started(2, 9, 1);
    let request = send(&mut run);
    run.stop();
    run.answered(request, 3, 1);
    assert_eq!(run.groups()[0].state, GroupState::Complete);
    assert_eq!(run.status(), &RunStatus::Stopped(StopReason::User));
}

/// With the last answer the run has ended, though the user has paused or stopped it meanwhile.
#[test]
fn nothing_left_is_the_end_whatever_the_user_did_before() {
    for rest in [|run: &mut Run| run.pause(PauseReason::User), Run::stop] {
        let mut run = started(1, 1, 9);
        let request = send(&mut run);
        rest(&mut run);
        assert_eq!(run.step(0), Step::Rest);
        assert_ne!(run.status(), &RunStatus::Finished);
        run.answered(request, 3, 1);
        assert_eq!(run.step(0), Step::Rest);
        assert_eq!(run.status(), &RunStatus::Finished);
    }
}
