//! What is stored of a run.

use clipcart::domain::runs::group::GroupState;
use clipcart::domain::runs::record::{RunProgress, RunRecord};
use clipcart::domain::runs::run::{Credits, Run, Step};
use clipcart::domain::search::error::SearchError;

use super::run::{groups, ids, page};

#[test]
fn a_record_comes_back_from_json() {
    let record = RunRecord {
        ids: ids(0..12),
        groups: vec![ids(0..10), ids(10..12)],
        is_fresh: true,
        started_at: 77,
    };
    let json = serde_json::to_string(&record).unwrap();
    assert!(json.contains(&format!("\"{}\"", ids(10..12))), "{json}");
    let read: RunRecord = serde_json::from_str(&json).unwrap();
    assert_eq!(read, record);
    assert_eq!(read.answers_since(), 77);
}

#[test]
fn a_damaged_record_is_refused() {
    for json in ["", "{}", r#"{"ids":"1,2","groups":[]}"#] {
        assert!(serde_json::from_str::<RunRecord>(json).is_err(), "{json}");
    }
    assert!(serde_json::from_str::<RunProgress>("{}").is_err());
}

/// The first request is answered, the second has failed, the third is on its way, the fourth was not sent.
fn some_of_each() -> Run {
    let mut run = Run::new(groups(4), Credits::default());
    run.start(9, 3);
    let mut requests = Vec::new();
    while let Step::Send(request) = run.step(0) {
        requests.push(request);
    }
    run.answered(requests[0], 3, 1);
    run.failed(requests[1], SearchError::Timeout(30), 0, 0.0);
    run
}

#[test]
fn progress_counts_what_may_have_cost_a_credit() {
    let run = some_of_each();
    let progress = RunProgress::of(&run, 88);
    assert_eq!((progress.updated_at, progress.is_finished), (88, false));
    // The failed request, and the one on its way.
    let expected = Credits {
        used: 1,
        possible: 2,
    };
    assert_eq!(progress.credits(), expected);
    assert_eq!(progress.credits().max(), run.reserved());
    let json = serde_json::to_string(&progress).unwrap();
    let read: RunProgress = serde_json::from_str(&json).unwrap();
    assert_eq!(read, progress);
}

/// After a reload what has failed is not asked for again by itself.
#[test]
fn what_has_failed_stays_failed_after_a_reload() {
    let progress = RunProgress::of(&some_of_each(), 0);
    let mut groups = groups(4);
    groups[0].state = GroupState::Complete;
    let run = progress.resumed(groups);
    let states: Vec<_> = run
        .groups()
        .iter()
        .map(|group| group.state.clone())
        .collect();
    let open = GroupState::Open(page(1));
    let failed = GroupState::Failed(page(1), None);
    assert_eq!(states, [GroupState::Complete, failed, open.clone(), open]);
}

#[test]
fn an_answer_that_came_after_all_counts_more_than_its_failure() {
    let progress = RunProgress::of(&some_of_each(), 0);
    for state in [GroupState::Complete, GroupState::Open(page(2))] {
        let mut groups = groups(4);
        groups[1].state = state.clone();
        assert_eq!(progress.resumed(groups).groups()[1].state, state);
    }
}

/// A damaged record names groups and pages that are not there.
#[test]
fn progress_of_another_run_marks_nothing() {
    let progress = RunProgress {
        failed: vec![(4, 1), (0, 0), (1, 100_001), (2, 2)],
        ..RunProgress::default()
    };
    assert_eq!(progress.resumed(groups(4)).groups(), groups(4));
}

/// What the user allowed is allowed after a reload, less what has been used of it.
#[test]
fn the_limit_of_an_earlier_visit_is_proposed_again() {
    let before = some_of_each();
    let run = RunProgress::of(&before, 0).resumed(groups(4));
    assert_eq!(run.credit_limit(), before.credit_limit());
    assert_eq!(run.proposed_credits(), run.credit_limit() - run.reserved());
}

#[test]
fn without_a_limit_two_credits_a_group_are_proposed() {
    let run = RunProgress::default().resumed(groups(4));
    assert_eq!(run.proposed_credits(), 8);
}
