//! Plans: what is saved already, and what is left to ask for.

use clipcart::domain::ids::VideoIds;
use clipcart::domain::query::Query;
use clipcart::domain::runs::group::GroupState;
use clipcart::domain::runs::plan::Plan;
use clipcart::domain::runs::record::RunRecord;
use clipcart::domain::runs::run::{Credits, Run};
use clipcart::domain::runs::saved::{SavedAnswer, SavedAnswers};

use super::run::{ids, page};

/// Saved answers: the ids, the page, how many rows it has, and when the data was sent.
fn saved(answers: &[(VideoIds, u32, usize, u64)]) -> SavedAnswers {
    let answers = answers.iter().map(|(ids, number, row_count, time)| {
        let answer = SavedAnswer {
            fetched_at: *time,
            stored_at: *time,
            row_count: *row_count,
        };
        (Query::first(ids.clone()).with_page(page(*number)), answer)
    });
    SavedAnswers::collect(answers)
}

/// How many requests a plan takes at least.
fn requests(plan: &Plan) -> usize {
    Run::new(plan.groups.clone(), Credits::default()).open_groups()
}

#[test]
fn ids_go_in_groups_in_their_order() {
    let plan = Plan::new(&ids(0..25), &SavedAnswers::default(), true, 10);
    let sizes: Vec<usize> = plan.groups.iter().map(|group| group.ids.len()).collect();
    assert_eq!(sizes, [10, 10, 5]);
    assert_eq!(requests(&plan), 3);
    assert_eq!((plan.known, plan.data_from), (0, None));
}

#[test]
fn known_ids_are_not_asked_for_again() {
    // Ten ids of yesterday, all rows there; five more whose second page is missing.
    let known = saved(&[
        (ids(5..15), 1, 10, 100),
        (ids(5..15), 2, 0, 200),
        (ids(15..20), 1, 10, 300),
    ]);
    let plan = Plan::new(&ids(0..25), &known, true, 10);
    assert_eq!(plan.known, 10);
    assert_eq!(requests(&plan), 2);
    assert_eq!(plan.data_from, Some((100, 200)));
    let asked: Vec<VideoIds> = plan.groups.iter().map(|group| group.ids.clone()).collect();
    assert_eq!(asked[0], ids((0..5).chain(15..20)));
    assert_eq!(asked[1], ids(20..25));

    let again = Plan::new(&ids(0..25), &known, false, 10);
    assert_eq!((again.known, requests(&again)), (0, 3));
}

#[test]
fn a_group_goes_on_after_its_saved_pages() {
    let known = saved(&[(ids(0..10), 1, 10, 100)]);
    let plan = Plan::new(&ids(0..10), &known, true, 10);
    assert_eq!(plan.groups[0].state, GroupState::Open(page(2)));
    assert_eq!(plan.saved.len(), 1);
}

#[test]
fn the_newest_complete_answer_counts() {
    let known = saved(&[
        (ids(0..2), 1, 2, 100),
        (ids(0..3), 1, 3, 200),
        (ids(1..2), 1, 10, 300),
    ]);
    let plan = Plan::new(&ids(0..2), &known, true, 10);
    assert_eq!((plan.known, plan.data_from), (2, Some((200, 200))));
    assert_eq!(plan.saved[0].ids, ids(0..3));
}

#[test]
fn pages_after_a_gap_do_not_count() {
    let known = saved(&[(ids(0..10), 1, 10, 1), (ids(0..10), 3, 2, 1)]);
    assert_eq!(
        known.pages(&ids(0..10), 0).state(),
        GroupState::Open(page(2))
    );
}

/// Whoever fetches everything again has paid for what is here: it is shown until the new answers come.
#[test]
fn what_is_fetched_again_is_shown_until_then() {
    let known = saved(&[
        (ids(0..10), 1, 3, 100),
        (ids(10..20), 1, 3, 100),
        (ids(20..30), 1, 3, 100),
    ]);
    let record = RunRecord {
        ids: ids(0..30),
        groups: ids(0..30).in_groups(10),
        is_fresh: true,
        started_at: 500,
    };
    let plan = Plan::resumed(&record, &known, 10);
    assert_eq!((plan.known, plan.saved.len(), requests(&plan)), (0, 0, 3));
    assert_eq!((plan.data_from, plan.earlier.len()), (None, 3));

    // The second group has its new answer.
    let known = saved(&[
        (ids(0..10), 1, 3, 100),
        (ids(10..20), 1, 3, 600),
        (ids(20..30), 1, 3, 100),
    ]);
    let plan = Plan::resumed(&record, &known, 10);
    assert_eq!((plan.known, plan.saved.len(), requests(&plan)), (10, 1, 2));
    let earlier: Vec<&VideoIds> = plan.earlier.iter().map(|pages| &pages.ids).collect();
    assert_eq!(earlier, [&ids(0..10), &ids(20..30)]);
    assert_eq!(plan.data_from, Some((600, 600)));
}
